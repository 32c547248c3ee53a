// What the desk sees in a draft, while it is being written; and one key that keeps the first promise in it.

import { fields } from "./drafts.js";

let timer = 0;
/** @type {AbortController | null} */
let asking = null;

/** @param {HTMLFormElement} form */
async function look(form) {
  asking?.abort();
  asking = new AbortController();
  try {
    const answer = await fetch(form.dataset.look ?? "", {
      method: "POST", body: fields(form), credentials: "same-origin", signal: asking.signal,
      headers: { Accept: "text/html", "X-Heed-Look": "1" },
    });
    if (!answer.ok) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector(".look");
    const old = form.querySelector(".look");
    // What a person is busy with must not be pulled away from under their hands.
    if (fresh && old && !old.contains(document.activeElement)) old.replaceWith(document.importNode(fresh, true));
  } catch {
    // A newer question was asked, or the desk is away: the last answer stays.
  }
}

export function startThink() {
  document.addEventListener("input", (event) => {
    const field = event.target;
    // The content warning is read by everybody as well.
    const isRead = field instanceof HTMLTextAreaElement || (field instanceof HTMLInputElement && field.name === "warning");
    if (!isRead || !field.form?.dataset.look) return;
    const form = field.form;
    clearTimeout(timer);
    timer = setTimeout(() => look(form), 500);
  });
  // Alt and the key while somebody types; the key alone otherwise.
  document.addEventListener("keydown", (event) => {
    if (!event.altKey || event.ctrlKey || event.metaKey || event.code !== "KeyP" || document.body.dataset.keys !== "on") return;
    const form = event.target instanceof Element ? event.target.closest("form[data-look]") : null;
    const box = form?.querySelector('.look [data-key="p"]');
    if (!(box instanceof HTMLElement)) return;
    event.preventDefault();
    box.click();
  });
}
