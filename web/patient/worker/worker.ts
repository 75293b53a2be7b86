/**
 * What opens the page without a connection? Its own files, kept whole for one version at a time; a newer version waits
 * until every page of the older is closed. Nothing the clinic answers is ever kept here: those stand in the phone's store.
 */
import { cleanupOutdatedCaches, type PrecacheEntry, precacheAndRoute } from 'workbox-precaching';

/** The files of this version, put in when the page is built. */
declare const FILES: PrecacheEntry[];
declare const self: ServiceWorkerGlobalScope;

cleanupOutdatedCaches();
precacheAndRoute(FILES);

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(openPage());
});

async function openPage(): Promise<void> {
  const open = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const ours = open.find(({ url }) => url.startsWith(self.registration.scope));
  if (ours) await ours.focus();
  else await self.clients.openWindow(self.registration.scope);
}
