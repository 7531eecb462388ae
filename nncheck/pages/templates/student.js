"use strict";
// Buttons that copy what stands beside them; without a script there are none.
for (const button of document.querySelectorAll("button.copy")) {
  const block = document.getElementById(button.dataset.of);
  const status = button.parentElement.querySelector("[role=status]");
  button.hidden = false;
  button.addEventListener("click", async () => {
    let copied = true;
    try {
      await navigator.clipboard.writeText(block.innerText);
    } catch {
      getSelection().selectAllChildren(block);
      copied = document.execCommand("copy");
    }
    status.textContent = copied ? button.dataset.done : "";
    setTimeout(() => { status.textContent = ""; }, 4000);
  });
}
