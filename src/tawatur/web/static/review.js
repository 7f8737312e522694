// One key for each thing a reviewer does. Keys are told by their place on the keyboard (code), so that they work with an
// Arabic layout as with a Latin one. Nothing here is needed: every button can be pressed without it.
"use strict";

const items = () => [...document.querySelectorAll(".item")];
const here = () => document.activeElement && document.activeElement.closest(".item");

function go(step) {
  const all = items();
  const at = all.indexOf(here());
  const next = all[at < 0 ? 0 : Math.min(all.length - 1, Math.max(0, at + step))];
  if (next) next.focus();
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
  const field = event.target.closest("input, select, textarea");
  if (field) {
    const item = field.closest(".item");
    if (item && event.code === "Escape") item.focus();
    if (item && event.code === "Enter" && field.tagName === "SELECT") {
      event.preventDefault();
      item.querySelector("[value=correct]").click();
    }
    return;
  }
  if (event.code === "KeyJ") return go(1);
  if (event.code === "KeyK") return go(-1);
  const wanted = `[data-key="${CSS.escape(event.code)}"]`;
  const target = (here() || items()[0] || document).querySelector(wanted) || document.querySelector(`.page-keys ${wanted}`);
  if (!target) return;
  event.preventDefault();
  if (target.tagName === "SELECT") target.focus();
  else target.click();
});

// Stories are built beside the pages: say so when they are done, without taking away what is being looked at.
const building = document.querySelector("[data-building]");

async function look() {
  try {
    const told = await (await fetch("/review/state")).json();
    if (told.state === "building" || told.state === "waiting") return void setTimeout(look, 2000);
    if (told.state === "rest" && !told.stale) {
      building.querySelector(".turning")?.remove();
      (building.querySelector("span") || building).textContent = building.dataset.done;
    } else location.reload();
  } catch { setTimeout(look, 5000); }
}
if (building) setTimeout(look, 2000);

// What comes next has the focus: the thing that the address names, else the first.
const named = location.hash && document.getElementById(location.hash.slice(1));
const first = named && named.classList.contains("item") ? named : items()[named === null && location.hash.startsWith("#i") ? items().length - 1 : 0];
if (first && (location.hash.startsWith("#i") || !location.hash)) first.focus();
