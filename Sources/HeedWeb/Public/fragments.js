// Pages replaced in place: a form or a link is fetched, and what changed is swapped in. The address, the scroll and the
// focus stay as they would without a script.

/** @typedef {{ url: string, document: Document, ok: boolean, redirected: boolean }} Fetched */

let newest = 0;
/** The page that is shown, whatever part of it. */
let shown = location.pathname + location.search;

/**
 * @param {string} url
 * @param {RequestInit} [init]
 * @returns {Promise<Fetched>}
 */
export async function fetchPage(url, init) {
  const answer = await fetch(url, { credentials: "same-origin", headers: { Accept: "text/html" }, ...init });
  const text = await answer.text();
  const document = new DOMParser().parseFromString(text, "text/html");
  return { url: answer.url, document, ok: answer.ok, redirected: answer.redirected };
}

/** What a person is busy with must not be pulled away from under their hands. @param {Element} element */
function isBusy(element) {
  const active = document.activeElement;
  return active !== null && active !== document.body && element.contains(active)
    && active.matches("input, textarea, select, [contenteditable]");
}

/** Tells all modules that parts of the page are new. @param {Element} root */
export function announce(root) {
  document.dispatchEvent(new CustomEvent("heed:changed", { detail: root }));
}

/** Where the focus stands, as a selector that holds in the new page too. @returns {string | null} */
function focusMark() {
  const active = document.activeElement;
  if (!(active instanceof HTMLElement) || active === document.body) return null;
  if (active.id) return `#${CSS.escape(active.id)}`;
  const href = active.getAttribute("href");
  return href ? `a[href="${CSS.escape(href)}"]` : null;
}

/** @param {ParentNode} root @returns {HTMLFormElement | null} */
const composer = (root) => root.querySelector("form[data-composer]");

/** Whether somebody writes to one person while the page would go on to another: who is answered does not change under
 * anybody's hands. @param {Document} next */
function wouldTurn(next) {
  const form = composer(document);
  const isInUse = form !== null
    && (form.contains(document.activeElement) || form.querySelector("textarea")?.value.trim());
  /** @param {ParentNode} root */
  const whom = (root) => composer(root)?.querySelector("input[name=answering]")?.getAttribute("value");
  return Boolean(isInUse) && whom(document) !== whom(next);
}

/** What a part of the page is about, wherever it stands: the form or link in it, beside its own words. @param {Element} part */
function subject(part) {
  const about = part.querySelector("form[action], a[href]") ?? part.closest("[id]");
  return ["action", "href", "id"].map((name) => about?.getAttribute(name)).join(" ");
}

/** @param {HTMLDetailsElement} details */
const whatOpens = (details) => `${details.querySelector("summary")?.textContent} ${subject(details)}`;

/** @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Field */
/** @param {Element} root @returns {Map<string, Field>} each field by its form, its name and, of a choice, its value */
function fieldsOf(root) {
  const found = new Map();
  for (const field of root.querySelectorAll("input:not([type=hidden], [type=file]), textarea, select")) {
    const value = field.matches("[type=radio], [type=checkbox]") ? field.getAttribute("value") : "";
    found.set(`${field.closest("form")?.getAttribute("action")} ${field.getAttribute("name")} ${value}`, field);
  }
  return found;
}

/** What was opened and typed in a part stays when the part is brought up to date. @param {Element} old @param {Element} node */
function carry(old, node) {
  const open = new Set([...old.querySelectorAll("details[open]")].map((details) => whatOpens(/** @type {any} */ (details))));
  for (const details of node.querySelectorAll("details")) {
    if (open.has(whatOpens(details))) details.open = true;
  }
  const fresh = fieldsOf(node);
  for (const [key, field] of fieldsOf(old)) {
    const twin = /** @type {any} */ (fresh.get(key));
    if (!twin) continue;
    if (field instanceof HTMLInputElement && field.checked !== field.defaultChecked) twin.checked = field.checked;
    if (field instanceof HTMLSelectElement
      ? [...field.options].some((option) => option.selected !== option.defaultSelected)
      : field.value !== field.defaultValue) twin.value = field.value;
  }
}

/** Swaps every fragment that both pages have; the rest, a half-written reply above all, is left alone.
 * @param {Document} next */
export function swapFragments(next) {
  const mark = focusMark();
  const turns = wouldTurn(next);
  for (const old of document.querySelectorAll("[data-fragment]")) {
    const fresh = next.getElementById(old.id);
    if (!fresh || old.isEqualNode(fresh) || isBusy(old) || (turns && old.matches("[data-whom]"))) continue;
    const scroll = old.scrollTop;
    const node = document.importNode(fresh, true);
    carry(old, node);
    old.replaceWith(node);
    node.scrollTop = scroll;
    announce(node);
  }
  for (const count of next.querySelectorAll(".rooms a[href]")) {
    const own = document.querySelector(`.rooms a[href="${CSS.escape(count.getAttribute("href") ?? "")}"]`);
    if (own && !own.isEqualNode(count)) own.replaceWith(document.importNode(count, true));
  }
  document.title = next.title;
  if (mark) document.querySelector(mark)?.focus?.({ preventScroll: true });
}

/** Where a conversation is read on: what just goes out from here, else who waits. */
const here = () => document.querySelector(".outgoing") ?? document.querySelector("[data-here]");

/** Puts a whole new page in, as following a link does. @param {Fetched} page @param {boolean} push */
function swapPage(page, push) {
  const fresh = page.document.getElementById("main");
  const old = document.getElementById("main");
  if (!fresh || !old) return location.assign(page.url);
  const keepsLine = document.getElementById("line")?.scrollTop ?? 0;
  const put = () => {
    for (const name of document.body.getAttributeNames()) document.body.removeAttribute(name);
    for (const { name, value } of page.document.body.attributes) document.body.setAttribute(name, value);
    const rooms = document.querySelector("nav.rooms");
    const freshRooms = page.document.querySelector("nav.rooms");
    if (!rooms !== !freshRooms) return location.assign(page.url);
    if (rooms && freshRooms) rooms.replaceWith(document.importNode(freshRooms, true));
    old.replaceWith(document.importNode(fresh, true));
    document.title = page.document.title;
    const main = document.getElementById("main");
    const line = document.getElementById("line");
    if (line) line.scrollTop = keepsLine;
    const target = location.hash ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
    (target ?? here())?.scrollIntoView({ block: "nearest" });
    const flash = main?.querySelector("#flash:not(:empty) p");
    main?.focus({ preventScroll: true });
    // A status that arrives with the page is not spoken; set anew, it is.
    if (flash) { const text = flash.textContent; flash.textContent = ""; setTimeout(() => { flash.textContent = text; }, 60); }
    announce(document.body);
  };
  if (push && page.url !== location.href) history.pushState({ heed: true }, "", page.url);
  shown = location.pathname + location.search;
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  if (!calm && "startViewTransition" in document) {
    const change = document.startViewTransition(put);
    // One that is overtaken by the next is no fault.
    for (const end of [change.ready, change.finished]) end.catch(() => undefined);
  }
  else put();
  if (push && !location.hash) scrollTo(0, 0);
}

/** @param {string} text */
export function say(text) {
  const flash = document.getElementById("flash");
  if (!flash) return;
  flash.className = "flash problem";
  const line = document.createElement("p");
  line.textContent = text;
  flash.replaceChildren(line);
}

/** @param {string} url @param {boolean} push */
export async function visit(url, push = true) {
  const turn = ++newest;
  try {
    const page = await fetchPage(url);
    if (turn === newest) swapPage(page, push);
  } catch {
    // The browser's own page about it would take what was typed with it.
    say(document.body.dataset.failed ?? "");
  }
}

let sending = 0;
/** @type {AbortController | undefined} */
let looking;

/** Brings the fragments of this page up to date; while a form is on its way, its answer does that. */
export async function refresh() {
  if (sending > 0) return;
  const turn = newest;
  const { signal } = looking = new AbortController();
  try {
    // Said outcomes wait for the page that a person asked for: a look of the page itself must not use them up.
    const page = await fetchPage(location.href, { headers: { Accept: "text/html", "X-Heed-Look": "1" }, signal });
    if (page.ok && turn === newest) swapFragments(page.document);
  } catch (problem) {
    if (!signal.aborted) throw problem;
  }
}

/** What a form says, with what the button says that sends it. @param {HTMLFormElement} form @param {HTMLElement | null} submitter */
function said(form, submitter) {
  const data = new FormData(form);
  const name = submitter?.getAttribute("name");
  if (name) data.append(name, submitter?.getAttribute("value") ?? "");
  return data;
}

/** @param {HTMLFormElement} form @param {HTMLElement | null} submitter */
async function submit(form, submitter) {
  const turn = ++newest;
  const data = said(form, submitter);
  const action = submitter?.getAttribute("formaction") ?? form.getAttribute("action") ?? location.href;
  const type = submitter?.getAttribute("formenctype") ?? form.enctype;
  const body = type === "multipart/form-data" ? data : new URLSearchParams(/** @type {any} */ ([...data].filter(([, v]) => typeof v === "string")));
  const buttons = [...form.querySelectorAll("button")].filter((button) => !button.disabled);
  for (const button of buttons) button.disabled = true;
  sending += 1;
  looking?.abort();
  try {
    const page = await fetchPage(action, { method: "POST", body });
    closeDialog();
    // A refused form comes back as its page, at an address that only takes forms: the address bar keeps the old one.
    if (turn === newest) swapPage(page, page.redirected);
  } catch {
    for (const button of buttons) button.disabled = false;
    say(document.body.dataset.failed ?? "");
  } finally {
    sending -= 1;
  }
}

function closeDialog() {
  document.querySelector("dialog[open]")?.close();
}

/**
 * Opens a page as a dialog over this one; what is written below it stays.
 * @param {string} url
 * @param {HTMLElement | null} from where the focus goes back to
 */
export async function openDialog(url, from) {
  const page = await fetchPage(url).catch(() => null);
  if (!page) return say(document.body.dataset.failed ?? "");
  const content = page.document.querySelector("#main > .page");
  if (!content || !page.ok) return location.assign(url);
  const dialog = document.createElement("dialog");
  const node = document.importNode(content, true);
  // Its ids would stand twice on this page, and its heading is not the page's.
  for (const element of node.querySelectorAll("[id]")) element.id = `dialog-${element.id}`;
  for (const label of node.querySelectorAll("[for]")) label.setAttribute("for", `dialog-${label.getAttribute("for")}`);
  for (const name of ["aria-describedby", "aria-labelledby", "list"]) {
    for (const element of node.querySelectorAll(`[${name}]`)) {
      element.setAttribute(name, (element.getAttribute(name) ?? "").split(" ").map((id) => `dialog-${id}`).join(" "));
    }
  }
  const heading = node.querySelector("h1");
  dialog.setAttribute("aria-label", heading?.textContent ?? "");
  dialog.append(node);
  dialog.addEventListener("close", () => { dialog.remove(); from?.focus(); });
  // What is only read goes with a touch beside it; what is filled in does not.
  if (!node.querySelector("form")) dialog.setAttribute("closedby", "any");
  document.body.append(dialog);
  dialog.showModal();
  announce(dialog);
}

export function startFragments() {
  document.addEventListener("submit", (event) => {
    const form = /** @type {HTMLFormElement} */ (event.target);
    const submitter = /** @type {HTMLElement | null} */ (event.submitter);
    const method = submitter?.getAttribute("formmethod") ?? form.method;
    if (event.defaultPrevented) return;
    if (method === "get") {
      if (submitter?.hasAttribute("formaction")) return;
      event.preventDefault();
      const query = new URLSearchParams(/** @type {any} */ ([...said(form, submitter)]));
      void visit(`${form.getAttribute("action")}?${query}`);
      return;
    }
    // Signing in or out changes who looks: a whole new page is right.
    if (!document.body.dataset.live || form.action.endsWith("/signout")) return;
    event.preventDefault();
    void submit(form, submitter);
  });
  document.addEventListener("click", (event) => {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = /** @type {Element} */ (event.target).closest?.("a[href]");
    if (!(link instanceof HTMLAnchorElement) || link.origin !== location.origin || link.target) return;
    const dialog = link.closest("dialog");
    if (dialog && link.hasAttribute("data-close")) { event.preventDefault(); return dialog.close(); }
    if (link.pathname === location.pathname && link.search === location.search && link.hash) return;
    if (!document.body.dataset.live || !link.pathname.match(/^\/(today|heard|topics|people|conversations|posts|sources|accounts|search|members|promises|settings|audit|keys|more|told|mistakes|wishes|looks|came-back|asked)?(\/|$)/)) return;
    event.preventDefault();
    dialog?.close();
    if (link.hasAttribute("data-dialog") && "showModal" in HTMLDialogElement.prototype) void openDialog(link.href, link);
    else void visit(link.href);
  });
  addEventListener("popstate", () => {
    // Another part of the same page: the browser goes there, with the focus.
    if (location.pathname + location.search !== shown) void visit(location.href, false);
  });
  here()?.scrollIntoView({ block: "nearest" });
  for (const element of document.querySelectorAll("[data-poll]")) poll(/** @type {HTMLElement} */ (element));
}

/** A part that fills by itself where no stream is open yet: the first run. @param {HTMLElement} element */
function poll(element) {
  const every = Number(element.dataset.poll) * 1000;
  setInterval(() => { if (!document.hidden) void refresh().catch(() => undefined); }, every);
}
