// Turns pushes on in this browser. Turning them off is a form; what is shown is the worker's.
import { say, visit } from "./fragments.js";

const worker = "/worker.js";

/** @param {string} text base64url */
function bytes(text) {
  const plain = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
}

/** @param {ArrayBuffer | null} buffer */
function text(buffer) {
  const plain = String.fromCharCode(...new Uint8Array(buffer ?? new ArrayBuffer(0)));
  return btoa(plain).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** @param {PushSubscription} subscription @param {string} address @param {boolean} isReminder */
async function tell(subscription, address, isReminder) {
  const body = new URLSearchParams({
    csrf: document.body.dataset.csrf ?? "", endpoint: subscription.endpoint,
    pushKey: text(subscription.getKey("p256dh")), pushSecret: text(subscription.getKey("auth")),
  });
  if (isReminder) body.set("reminder", "1");
  const answer = await fetch(address, { method: "POST", credentials: "same-origin", body });
  if (!answer.ok) throw new Error(String(answer.status));
}

/** @param {HTMLElement} offer */
async function turnOn(offer) {
  if (await Notification.requestPermission() !== "granted") return say(offer.dataset.pushDenied ?? "");
  try {
    const registration = await navigator.serviceWorker.register(worker);
    await navigator.serviceWorker.ready;
    // One that was made for another key would be refused by its service.
    const old = await registration.pushManager.getSubscription();
    const key = offer.dataset.pushKey ?? "";
    if (old && text(old.options.applicationServerKey) !== key) await old.unsubscribe();
    const subscription = await registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytes(key) });
    await tell(subscription, document.body.dataset.push ?? "", false);
    await visit(location.href, false);
  } catch {
    say(offer.dataset.pushFailed ?? "");
  }
}

/** @param {ParentNode} root */
function show(root) {
  const offer = root.querySelector("[data-push-offer]");
  if (!(offer instanceof HTMLElement) || !offer.dataset.pushKey) return;
  offer.hidden = false;
  const plain = root.querySelector("[data-push-plain]");
  if (plain instanceof HTMLElement) plain.hidden = true;
  offer.querySelector("button")?.addEventListener("click", () => void turnOn(offer));
}

/** After a new sign-in the browser says that it is still the same one; once a session. */
async function remind() {
  const address = document.body.dataset.push;
  const session = document.body.dataset.csrf;
  if (!address || !session || Notification.permission !== "granted") return;
  if (sessionStorage.getItem("heed-push") === session) return;
  const registration = await navigator.serviceWorker.getRegistration("/");
  const subscription = await registration?.pushManager.getSubscription();
  if (subscription) await tell(subscription, address, true);
  sessionStorage.setItem("heed-push", session);
}

export function startPush() {
  if (!("serviceWorker" in navigator) || !("PushManager" in window) || !("Notification" in window)) return;
  show(document);
  document.addEventListener("heed:changed", (event) => show(/** @type {any} */ (event).detail));
  remind().catch(() => undefined);
}
