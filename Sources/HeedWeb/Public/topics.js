// What a query finds, while it is being written.

let timer = 0;
/** @type {AbortController | null} */
let asking = null;

/** @param {HTMLTextAreaElement} area */
async function look(area) {
  asking?.abort();
  asking = new AbortController();
  try {
    const answer = await fetch(`${area.dataset.preview}?q=${encodeURIComponent(area.value)}`, {
      credentials: "same-origin", headers: { Accept: "text/html" }, signal: asking.signal,
    });
    if (!answer.ok) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("preview");
    if (fresh) document.getElementById("preview")?.replaceWith(document.importNode(fresh, true));
  } catch {
    // A newer question was asked, or the desk is away: the last answer stays.
  }
}

export function startTopics() {
  document.addEventListener("click", (event) => {
    const repair = event.target instanceof Element ? event.target.closest("a[data-repair]") : null;
    const area = document.querySelector("textarea[data-preview]");
    if (!(repair instanceof HTMLElement) || !(area instanceof HTMLTextAreaElement)) return;
    // On the form itself the name that was typed stays.
    event.preventDefault();
    area.value = repair.dataset.repair ?? "";
    area.focus();
    void look(area);
  });
  document.addEventListener("input", (event) => {
    if (!(event.target instanceof HTMLTextAreaElement) || !event.target.dataset.preview) return;
    const area = event.target;
    clearTimeout(timer);
    timer = setTimeout(() => look(area), 300);
  });
}
