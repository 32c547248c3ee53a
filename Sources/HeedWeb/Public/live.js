// One stream of events for all open pages: the tab that holds the lock listens and tells the others. What changed is
// then fetched like any page, so that nobody is shown what they may not see.
import { refresh } from "./fragments.js";

/** @typedef {{ topics: string[], told?: number, state?: string }} Change */

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
  if (change.told !== undefined) showTold(change.told);
  // `*` is said after the stream came back: anything may have happened meanwhile.
  if (!change.topics.some((topic) => topic === "*" || topics.includes(topic))) return;
  clearTimeout(timer);
  // What comes in a burst is fetched once.
  timer = setTimeout(update, document.hidden ? 5000 : 400);
}

/** The number beside the bell stands on every page, on a phone behind “More”, and before its title: it alone is changed.
 * @param {number} told */
function showTold(told) {
  document.title = (told > 0 ? `(${told}) ` : "") + document.title.replace(/^\(\d+\) /, "");
  for (const [place, name] of [[".rooms a.bell", "told"], [".rooms li.near a", "more"]]) {
    const link = document.querySelector(place);
    let count = link?.querySelector(".count");
    if (told > 0 && link && !count) {
      count = document.createElement("span");
      count.className = "count";
      count.id = `count-${name}`;
      link.querySelector(".name")?.after(" ", count);
    }
    const unit = link?.querySelector(".unit");
    unit?.toggleAttribute("hidden", told === 0);
    if (told > 0 && count instanceof HTMLElement) {
      count.textContent = String(told);
      count.title = `${told} ${unit?.textContent?.trim() ?? ""}`;
    } else count?.remove();
  }
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
  let wasOpen = false;
  let cuts = 0;
  /** @param {Change} change */
  const tell = (change) => { channel.postMessage(change); changed(change); };
  // What happened while the page was on its way is told first.
  const { liveSince } = document.body.dataset;
  const open = () => {
    const source = new EventSource(address + (liveSince ? `?since=${liveSince}` : ""));
    source.addEventListener("changed", (event) => tell({ topics: event.data.split(" ") }));
    source.addEventListener("told", (event) => tell({ topics: [], told: Number(event.data) }));
    source.addEventListener("open", () => {
      channel.postMessage({ topics: [], state: "open" });
      showOffline(false);
      cuts = 0;
      if (wasOpen) tell({ topics: ["*"] });
      wasOpen = true;
    });
    source.addEventListener("error", () => {
      // The desk closes a stream of its own, too, and the browser comes again by itself: one cut is no silence.
      cuts += 1;
      showOffline(wasOpen && cuts > 1);
      // The browser tries again by itself after a cut, but not after a refusal, such as a proxy's while the desk restarts.
      if (source.readyState === EventSource.CLOSED) setTimeout(open, 10000);
    });
  };
  open();
  return new Promise(() => undefined);
}

export function startLive() {
  const address = document.body.dataset.live;
  if (!address) return;
  channel.addEventListener("message", (event) => {
    if (event.data.state === "open") showOffline(false);
    changed(event.data);
  });
  // Waits grow older while nothing happens; this also serves where a proxy swallows the stream.
  setInterval(() => { if (!document.hidden && document.body.dataset.liveTopics) changed({ topics: ["*"] }); }, 60000);
  addEventListener("online", () => changed({ topics: ["*"] }));
  addEventListener("offline", () => showOffline(true));
  if (navigator.locks) void navigator.locks.request("heed-live", () => listen(address));
  else void listen(address);
}
