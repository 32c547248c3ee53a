// One stream of events for all open pages: the tab that holds the lock listens and tells the others.
import { refresh } from "./fragments.js";

/** @typedef {{ topics: string[] }} Change */

const channel = new BroadcastChannel("heed-live");
let timer = 0;
let failures = 0;

/** @param {boolean} isOffline */
function showOffline(isOffline) {
  const notice = document.getElementById("offline");
  if (notice) notice.hidden = !isOffline;
}

/** @param {Change} change */
function changed(change) {
  const topics = (document.body.dataset.liveTopics ?? "").split(" ");
  // `*` is said after the stream came back: anything may have happened meanwhile.
  if (!change.topics.some((topic) => topic === "*" || topics.includes(topic))) return;
  clearTimeout(timer);
  // What comes in a burst is fetched once.
  timer = setTimeout(update, document.hidden ? 5000 : 400);
}

async function update() {
  try {
    await refresh();
    failures = 0;
    showOffline(false);
  } catch {
    failures += 1;
    if (failures > 1) showOffline(true);
  }
}

/** @param {string} address @returns {Promise<never>} */
function listen(address) {
  const source = new EventSource(address);
  let wasOpen = false;
  /** @param {Change} change */
  const tell = (change) => { channel.postMessage(change); changed(change); };
  source.addEventListener("changed", (event) => {
    try { tell(JSON.parse(event.data)); } catch { tell({ topics: ["*"] }); }
  });
  source.addEventListener("open", () => {
    showOffline(false);
    channel.postMessage({ topics: [] , state: "open" });
    if (wasOpen) tell({ topics: ["*"] });
    wasOpen = true;
  });
  source.addEventListener("error", () => {
    showOffline(wasOpen);
    // A refusal ends the stream for good: the session is over, and the next page says so.
    if (source.readyState === EventSource.CLOSED) setTimeout(() => location.reload(), 30000);
  });
  return new Promise(() => undefined);
}

export function startLive() {
  const address = document.body.dataset.live;
  if (!address) return;
  channel.addEventListener("message", (event) => {
    if (event.data.state === "open") showOffline(false);
    changed(event.data);
  });
  addEventListener("online", () => changed({ topics: ["*"] }));
  addEventListener("offline", () => showOffline(true));
  if (navigator.locks) void navigator.locks.request("heed-live", () => listen(address));
  else void listen(address);
}
