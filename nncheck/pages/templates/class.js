"use strict";
// Filters and sorts the table, which is all there without it. Text is only ever read, hidden or moved.
{
  const form = document.getElementById("filters");
  const table = document.getElementById("table");
  const told = document.getElementById("shown");
  const numbers = words => new Set((words || "").split(" ").filter(Boolean));
  const plain = text => text.normalize("NFKD").replace(/\p{M}+/gu, "").toLowerCase();
  const count = new Intl.NumberFormat("en");
  const order = new Intl.Collator(document.documentElement.lang, {numeric: true});

  const rows = Array.from(table.tBodies[0].rows, element => ({
    element,
    text: plain(element.textContent),
    lost: numbers(element.dataset.lost),
    mistakes: numbers(element.dataset.mistakes),
    state: element.dataset.state,
  }));

  const filter = () => {
    const asked = form.elements;
    const words = plain(asked.text.value).split(/\s+/).filter(Boolean);
    const functions = [...numbers(asked.function.value)];
    const mistake = asked.mistake.value, state = asked.state.value;
    let shown = 0;
    for (const row of rows) {
      const fits = (!state || row.state === state)
        && (!mistake || row.mistakes.has(mistake))
        && (!functions.length || functions.some(each => row.lost.has(each)))
        && words.every(word => row.text.includes(word));
      if (row.element.hidden === fits) row.element.hidden = !fits;
      shown += fits;
    }
    told.textContent = told.dataset.words
      .replace("{shown}", count.format(shown)).replace("{all}", count.format(rows.length));
  };

  const keys = {
    text: (row, column) => row.element.cells[column].textContent.trim(),
    number: (row, column) => parseFloat(row.element.cells[column].textContent),
    lost: row => row.lost.size,
  };
  const sort = heading => {
    const ascending = heading.getAttribute("aria-sort") !== "ascending";
    for (const each of heading.parentElement.cells) each.removeAttribute("aria-sort");
    heading.setAttribute("aria-sort", ascending ? "ascending" : "descending");
    const {sort: kind} = heading.dataset;
    const keyed = rows.map(row => ({row, key: keys[kind](row, heading.cellIndex)}));
    const compare = kind === "text" ? order.compare : (a, b) => a - b;
    keyed.sort((a, b) => compare(a.key, b.key) * (ascending ? 1 : -1));
    const sorted = document.createDocumentFragment();
    for (const {row} of keyed) sorted.append(row.element);
    table.tBodies[0].append(sorted);
  };

  for (const heading of table.tHead.rows[0].cells) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = heading.textContent;
    button.addEventListener("click", () => sort(heading));
    heading.replaceChildren(button);
  }
  // A number elsewhere on the page leads to its submissions.
  const pick = event => {
    const link = event.target.closest("a[href='#submissions']");
    if (!link) return;
    form.reset();
    for (const name of ["function", "mistake", "state"]) form.elements[name].value = link.dataset[name] || "";
    filter();
  };
  document.addEventListener("click", pick);
  form.addEventListener("input", filter);
  form.addEventListener("reset", () => setTimeout(filter));
  form.addEventListener("submit", event => event.preventDefault());
  form.hidden = false;
  filter();
}
