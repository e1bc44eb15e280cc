
"use strict";
const root = document.documentElement;
const all = (selector) => [...document.querySelectorAll(selector)];
root.classList.add("js");

// Dark or light: as the system has it, until somebody says otherwise.
const theme = document.getElementById("theme");
const system = matchMedia("(prefers-color-scheme: dark)");
const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : system.matches);
const nameTheme = () => { theme.textContent = isDark() ? "Light" : "Dark"; };
theme.addEventListener("click", () => {
  root.dataset.theme = isDark() ? "light" : "dark";
  nameTheme();
});
system.addEventListener("change", nameTheme);
nameTheme();

// On paper everything is open.
let folded = [];
addEventListener("beforeprint", () => {
  folded = all("details:not([open])");
  folded.forEach((one) => { one.open = true; });
});
addEventListener("afterprint", () => folded.forEach((one) => { one.open = false; }));

const form = document.getElementById("filters");
if (form) {
  const cards = all(".card").map((element) => ({ element, data: element.dataset, words: null }));
  const boxes = all(".block, .group");
  const ROOM = 16; // what a card takes about, until it is drawn
  const selects = [...form.querySelectorAll("select")];
  const ticks = [...form.querySelectorAll("[name=severity]")];
  const fold = document.getElementById("fold");

  const words = (card) => (card.words ??= `${card.data.place} ${card.data.environment} ${card.element.textContent}`.toLowerCase());
  const show = (element, wanted) => { if (element.hidden === wanted) element.hidden = !wanted; };

  const filter = () => {
    const wanted = form.elements.text.value.toLowerCase().split(/\s+/).filter(Boolean);
    const severities = new Set(ticks.filter((one) => one.checked).map((one) => one.value));
    const chosen = selects.filter((one) => one.value !== "*");
    let count = 0;
    for (const card of cards) {
      const fits = (!ticks.length || severities.has(card.data.severity))
        && chosen.every((one) => card.data[one.name].split("\n").includes(one.value))
        && wanted.every((word) => words(card).includes(word));
      show(card.element, fits);
      count += fits;
    }
    for (const box of boxes) {
      const shown = box.querySelectorAll(".card:not([hidden])").length;
      show(box, shown > 0);
      box.style.containIntrinsicBlockSize = `auto ${shown * ROOM}rem`;
    }
    document.getElementById("count").value = count === cards.length ? `All ${count} shown` : `${count} of ${cards.length} shown`;
    show(document.getElementById("nothing"), count === 0);
  };

  let waiting = 0;
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(filter, 60);
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(filter));
  fold.addEventListener("click", () => {
    const open = fold.textContent === "Open all";
    cards.forEach((card) => { card.element.open = open; });
    fold.textContent = open ? "Fold all" : "Open all";
  });

  // A row of the overview leads to what it counts.
  for (const link of all("[data-pick]")) {
    link.addEventListener("click", () => {
      form.reset();
      const { pick, value } = link.dataset;
      const select = selects.find((one) => one.name === pick);
      if (select) select.value = value;
      if (pick === "severity") ticks.forEach((one) => { one.checked = one.value === value; });
      filter();
    });
  }
  filter();
}
