/**
 * What opens the page without a connection? Its own files, kept whole for one version at a time; a newer version waits
 * until every page of the older is closed. Nothing the clinic answers is ever kept here: those stand in the phone's store
 * (H15, H16).
 */

/** The files of this version, by address from the page, and a mark of them all; put in when the page is built. */
declare const FILES: readonly string[];
declare const VERSION: string;

const worker = globalThis as unknown as ServiceWorkerGlobalScope;
/** The demonstration has a scope, and so files, of its own. */
const { scope } = worker.registration;
const KEPT = `${scope}#${VERSION}`;
const OURS = new Set(FILES.map((file) => new URL(file, scope).href));

worker.addEventListener('install', (event) => event.waitUntil(keepAll()));
worker.addEventListener('activate', (event) => event.waitUntil(forgetOlder()));
worker.addEventListener('fetch', (event) => {
  const address = plainAddress(event.request.url);
  if (event.request.method === 'GET' && OURS.has(address)) event.respondWith(fileAt(address, event.request));
});
worker.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(openPage());
});

/** All of them or none: a version with a hole is no version. */
async function keepAll(): Promise<void> {
  const files = await caches.open(KEPT);
  await files.addAll([...OURS].map((address) => new Request(address, { cache: 'reload' })));
}

async function forgetOlder(): Promise<void> {
  const older = (await caches.keys()).filter((name) => name.startsWith(`${scope}#`) && name !== KEPT);
  await Promise.all(older.map((name) => caches.delete(name)));
}

async function fileAt(address: string, request: Request): Promise<Response> {
  const file = await (await caches.open(KEPT)).match(address);
  return file ?? fetch(request);
}

/** Without what stands behind '?' and '#'. */
function plainAddress(address: string): string {
  const { origin, pathname } = new URL(address);
  return origin + pathname;
}

async function openPage(): Promise<void> {
  const open = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const ours = open.find(({ url }) => url.startsWith(scope));
  if (ours) await ours.focus();
  else await worker.clients.openWindow(scope);
}
