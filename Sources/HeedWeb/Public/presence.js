// Tells the team who has which conversation open, and who is writing.

const every = 20000;
let wrote = 0;

/** @param {boolean} isWriting */
function tell(isWriting) {
  const { presence, csrf } = document.body.dataset;
  const conversation = /** @type {HTMLElement | null} */ (document.querySelector("[data-conversation]"))?.dataset.conversation;
  if (!presence || !conversation || document.hidden) return;
  const body = new URLSearchParams({ csrf: csrf ?? "", conversation, writing: isWriting ? "1" : "0" });
  void fetch(presence, { method: "POST", body, credentials: "same-origin", keepalive: true }).catch(() => undefined);
}

export function startPresence() {
  const isWriting = () => Date.now() - wrote < every;
  document.addEventListener("input", (event) => {
    if (!(/** @type {Element} */ (event.target).closest?.("[data-composer]"))) return;
    const isFirst = !isWriting();
    wrote = Date.now();
    if (isFirst) tell(true);
  });
  document.addEventListener("visibilitychange", () => tell(isWriting()));
  document.addEventListener("heed:changed", (event) => {
    if (/** @type {CustomEvent} */ (event).detail === document.body) { wrote = 0; tell(false); }
  });
  setInterval(() => tell(isWriting()), every);
  tell(false);
}
