// Shows what the desk pushes, also while no page of it is open. It asks nobody for anything and keeps nothing.

/** @typedef {{ title: string, body: string, path: string, tag: string }} Told */

/** Only what leads to a page of this desk. @param {unknown} path */
function address(path) {
  const url = new URL(typeof path === "string" ? path : "/told", self.location.origin);
  return url.origin === self.location.origin ? url.href : self.location.origin;
}

self.addEventListener("push", (/** @type {any} */ event) => {
  /** @type {Partial<Told>} */
  let told = {};
  try { told = event.data?.json() ?? {}; } catch { /* What is not ours is shown without words. */ }
  const registration = /** @type {any} */ (self).registration;
  // The same tag takes the place of what is shown already.
  event.waitUntil(registration.showNotification(told.title ?? "Heed", {
    body: told.body ?? "", tag: told.tag ?? "told", data: { path: told.path ?? "/told" },
  }));
});

self.addEventListener("notificationclick", (/** @type {any} */ event) => {
  event.notification.close();
  const wanted = address(event.notification.data?.path);
  const clients = /** @type {any} */ (self).clients;
  event.waitUntil(clients.matchAll({ type: "window" }).then((/** @type {any[]} */ open) => {
    const there = open.find((client) => client.url === wanted);
    return there ? there.focus() : clients.openWindow(wanted);
  }));
});
