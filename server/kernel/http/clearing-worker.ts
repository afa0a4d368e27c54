import type { RequestHandler } from 'express';
import { CACHE_PREFIX, KEPT_DATABASE } from '#shared/kernel/offline/kept-room.ts';

const SCRIPT = `addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(clear()));
async function clear() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith('${CACHE_PREFIX}')).map((name) => caches.delete(name)));
  indexedDB.deleteDatabase('${KEPT_DATABASE}');
  await registration.unregister();
}
`;

/**
 * Stands in the place of the service worker while OFFLINE=0: browsers that have one take this in its place at their next
 * page. It removes every kept page and file, then itself. What people wrote and was not sent stays with the browser.
 */
export const clearingWorker: RequestHandler = (_request, response) => {
  response.set({ 'Cache-Control': 'no-cache', 'X-Content-Type-Options': 'nosniff' });
  response.type('js').send(SCRIPT);
};
