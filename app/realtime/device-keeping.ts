import type { WorkerMessage } from '#shared/kernel/offline/kept-room.ts';

let hasAsked = false;

/**
 * Asks the browser not to drop what it keeps when it is short of space. Asked once, and only when a change is on this
 * device and nowhere else: then a question of the browser makes sense to whoever reads it.
 */
export function askToStay(): void {
  if (hasAsked) return;
  hasAsked = true;
  navigator.storage?.persist?.().catch(() => undefined);
}

/** The room was taken away: its page must not open without a network either. */
export function forgetPage(room: string): void {
  const message: WorkerMessage = { type: 'gone', room };
  navigator.serviceWorker?.controller?.postMessage(message);
}

/** Calls back as the network comes and goes, and asks before the page is left when it must be asked. Returns how to stop. */
export function heedWindow({
  online,
  offline,
  mustAsk,
}: {
  readonly online: () => void;
  readonly offline: () => void;
  readonly mustAsk: () => boolean;
}): () => void {
  const leaving = (event: BeforeUnloadEvent) => {
    if (mustAsk()) event.preventDefault();
  };
  window.addEventListener('online', online);
  window.addEventListener('offline', offline);
  window.addEventListener('beforeunload', leaving);
  return () => {
    window.removeEventListener('online', online);
    window.removeEventListener('offline', offline);
    window.removeEventListener('beforeunload', leaving);
  };
}
