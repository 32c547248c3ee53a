// Drafts saved as typed: a second after the last key, and before the page goes.

let timer = 0;
/** @type {HTMLFormElement | null} */
let waiting = null;

/** @param {HTMLFormElement} form */
export function fields(form) {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === "string") body.append(name, value);
  return body;
}

/** @param {string | undefined} text */
function note(text) {
  const saved = document.getElementById("saved");
  if (saved) saved.textContent = text ?? "";
}

/** @param {HTMLFormElement} form */
async function save(form) {
  waiting = null;
  const { saved, notSaved } = document.getElementById("saved")?.dataset ?? {};
  try {
    const answer = await fetch(form.dataset.draft ?? "", {
      method: "POST", body: fields(form), credentials: "same-origin", headers: { Accept: "application/json" },
    });
    note(answer.ok ? saved : notSaved);
  } catch {
    note(notSaved);
    // Kept on the page; tried again until the desk answers.
    waiting = form;
    timer = setTimeout(() => save(form), 10000);
  }
}

export function startDrafts() {
  document.addEventListener("input", (event) => {
    const form = /** @type {Element} */ (event.target).closest?.("form[data-draft]");
    if (!(form instanceof HTMLFormElement)) return;
    waiting = form;
    clearTimeout(timer);
    timer = setTimeout(() => save(form), 1000);
  });
  // Once the form is sent, a late save would bring the draft back.
  document.addEventListener("submit", () => { clearTimeout(timer); waiting = null; }, true);
  addEventListener("pagehide", () => {
    if (waiting?.dataset.draft) navigator.sendBeacon(waiting.dataset.draft, fields(waiting));
  });
}
