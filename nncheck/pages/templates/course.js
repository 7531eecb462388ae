// Boxes that scroll sideways can be reached by the keyboard, and only those.
(() => {
  const boxes = document.querySelectorAll(".wide, .display");
  const mark = () => boxes.forEach(box => {
    if (box.scrollWidth > box.clientWidth + 1) box.tabIndex = 0;
    else box.removeAttribute("tabindex");
  });
  addEventListener("resize", mark);
  mark();
})();
