// Length as the network counts, and the seconds in which a reply can be taken back.
import { refresh } from "./fragments.js";

const segmenter = "Segmenter" in Intl ? new Intl.Segmenter() : null;
const address = /https?:\/\/[^\s<>"]+/g;

/** @param {string} text @param {string} unit */
function count(text, unit) {
  if (unit === "bytes") return new TextEncoder().encode(text).length;
  if (unit === "graphemes" && segmenter) return [...segmenter.segment(text)].length;
  return [...text.normalize("NFC")].length;
}

/** The desk counts again before it sends; this only tells early.
 * @param {string} text @param {DOMStringMap} rule */
export function length(text, rule) {
  const whole = text.trim() + (rule.signature ?? "");
  const unit = rule.unit ?? "scalars";
  if (rule.bytes) {
    const share = Math.ceil(count(whole, "bytes") * Number(rule.limit) / Number(rule.bytes));
    return Math.max(count(whole, unit), share);
  }
  if (!rule.address || unit === "bytes") return count(whole, unit);
  const found = whole.match(address) ?? [];
  return count(whole.replace(address, ""), unit) + found.length * Number(rule.address);
}

/** @param {HTMLTextAreaElement} area */
function show(area) {
  const output = /** @type {HTMLElement | null} */ (document.querySelector(`output[for="${area.id}"]`));
  const limit = Number(area.dataset.limit);
  if (!output || !limit) return;
  const warning = area.form?.elements.namedItem("warning");
  const before = warning instanceof HTMLInputElement ? count(warning.value.trim(), area.dataset.unit ?? "scalars") : 0;
  const left = limit - length(area.value, area.dataset) - before;
  // The desk does not take it: its button does not ask to be pressed.
  area.form?.classList.toggle("too-long", left < 0);
  output.classList.toggle("over", left < 0);
  output.textContent = (left < 0 ? output.dataset.over : output.dataset.left)?.replace("{n}", String(Math.abs(left))) ?? "";
}

/** @param {HTMLElement} element */
function countDown(element) {
  const end = Date.now() + Number(element.dataset.countdown) * 1000;
  const tick = () => {
    if (!element.isConnected) return;
    const left = Math.ceil((end - Date.now()) / 1000);
    if (left > 0) {
      element.textContent = (element.dataset.countdownText ?? "").replace("{n}", String(left));
      setTimeout(tick, 250);
    } else {
      element.textContent = element.dataset.countdownDone ?? "";
      setTimeout(() => void refresh().catch(() => undefined), 1500);
    }
  };
  tick();
}

/** An offer to take a reply back ends with its seconds, wherever it stands. */
function endOffer() {
  const flash = document.getElementById("flash");
  const action = flash?.querySelector("form")?.getAttribute("action") ?? "";
  if (!action.endsWith("/take-back") || !document.querySelector("[data-thread]")) return;
  if (document.querySelector(`.outgoing form[action="${CSS.escape(action)}"]`)) return;
  flash?.replaceChildren();
}

/** @param {ParentNode} root */
function begin(root) {
  endOffer();
  for (const area of root.querySelectorAll("textarea[data-limit]")) show(/** @type {HTMLTextAreaElement} */ (area));
  // What the scripts do by themselves needs no button.
  for (const button of root.querySelectorAll("[data-without-script]")) /** @type {HTMLElement} */ (button).hidden = true;
  for (const button of root.querySelectorAll("[data-copy]")) /** @type {HTMLElement} */ (button).hidden = false;
  for (const element of root.querySelectorAll("[data-countdown]")) countDown(/** @type {HTMLElement} */ (element));
}

/** Without the right to write there, the words are selected and the member copies them.
 * @param {HTMLElement} button */
async function copy(button) {
  const area = document.getElementById(button.dataset.copy ?? "");
  if (!(area instanceof HTMLTextAreaElement)) return;
  try {
    await navigator.clipboard.writeText(area.value);
    button.textContent = button.dataset.copied ?? "";
  } catch {
    area.focus();
    area.select();
  }
}

export function startComposer() {
  document.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest("[data-copy]") : null;
    if (button instanceof HTMLElement) void copy(button);
  });
  document.addEventListener("input", (event) => {
    if (event.target instanceof HTMLTextAreaElement && event.target.dataset.limit) show(event.target);
    if (!(event.target instanceof HTMLInputElement) || event.target.name !== "warning") return;
    const area = event.target.form?.querySelector("textarea[data-limit]");
    if (area instanceof HTMLTextAreaElement) show(area);
  });
  document.addEventListener("heed:changed", (event) => begin(/** @type {CustomEvent<ParentNode>} */ (event).detail));
  begin(document);
}
