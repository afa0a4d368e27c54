import { WORKER_ADDRESS, type WorkerMessage } from '#shared/kernel/offline/kept-room.ts';

/**
 * A document or board was opened at this path: from the first one on, this browser has a service worker, which keeps its
 * page. Absent where the browser has none (no HTTPS, private windows) and in development, where nothing is built.
 */
export async function tellRoomOpened(path: string): Promise<void> {
  if (!('serviceWorker' in navigator) || !import.meta.url.includes('/assets/')) return;
  try {
    await navigator.serviceWorker.register(WORKER_ADDRESS, { updateViaCache: 'none' });
    const { active } = await navigator.serviceWorker.ready;
    const message: WorkerMessage = { type: 'opened', path };
    active?.postMessage(message);
  } catch {
    // Refused by the browser's settings: the site is as it was without.
  }
}
