// Single keys for those who want them; never while somebody types, and not at all where they are switched off.
import { openDialog, visit } from "./fragments.js";

const fields = "input:not([type=radio], [type=checkbox], [type=submit]), textarea, select, [contenteditable]";

/** @param {number} step */
function move(step) {
  const rows = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("[data-rows] a.row, [data-rows] li > * a:first-of-type")]);
  if (rows.length === 0) return;
  const now = rows.findIndex((row) => row === document.activeElement || row.contains(document.activeElement));
  const open = rows.findIndex((row) => row.hasAttribute("aria-current"));
  const from = now >= 0 ? now : open;
  const row = rows[Math.min(Math.max(from + step, 0), rows.length - 1)];
  row.focus({ preventScroll: true });
  row.scrollIntoView({ block: "nearest" });
}

/** @param {string} key */
function act(key) {
  const target = /** @type {HTMLElement | null} */ (
    document.querySelector(`.talk [data-key="${key}"]`) ?? document.querySelector(`main [data-key="${key}"]`));
  if (!target) return false;
  if (target.matches("textarea")) target.focus();
  else target.click();
  return true;
}

export function startKeys() {
  document.addEventListener("keydown", (event) => {
    const target = /** @type {HTMLElement} */ (event.target);
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") {
      if (document.querySelector("dialog[open]")) return;
      if (target.matches(fields)) return target.blur();
      if (document.querySelector(".desk-columns.open") && document.body.dataset.today) void visit(document.body.dataset.today);
      return;
    }
    if (document.body.dataset.keys !== "on" || target.matches(fields) || document.querySelector("dialog[open]")) return;
    const { keysPage, searchPage } = document.body.dataset;
    switch (event.key) {
      case "j": move(1); break;
      case "k": move(-1); break;
      case "/": {
        const field = /** @type {HTMLElement | null} */ (document.querySelector("input[type=search]"));
        if (field) field.focus();
        else if (searchPage) void visit(searchPage);
        break;
      }
      case "?": if (keysPage) void openDialog(keysPage, target); break;
      case "r": case "c": case "h": case "s": case "d": case "m": case "w": case "p": case "a": case "t": case "g":
        if (!act(event.key)) return;
        break;
      default: return;
    }
    event.preventDefault();
  });
}
