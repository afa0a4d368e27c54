import { readVarString } from 'lib0/decoding';
import { MESSAGE } from '#shared/realtime/realtime.ts';
import type { LiveRoom } from './live-room.ts';

type Listener = (topic: string | null) => void;

const listening = new WeakMap<LiveRoom['provider'], Set<Listener>>();

/**
 * Calls back when something beside the content of a room may have changed: when the server says so (message 104) and after each
 * time without connection, during which it could not. Returns how to stop.
 */
export function onNews({ provider }: LiveRoom, listener: Listener): () => void {
  const listeners = listening.get(provider) ?? new Set();
  listening.set(provider, listeners);
  listeners.add(listener);
  provider.messageHandlers[MESSAGE.news] = (_encoder, decoder) => {
    const topic = readVarString(decoder);
    for (const listen of listeners) listen(topic);
  };
  const onSync = (isSynced: boolean) => {
    if (isSynced) listener(null);
  };
  provider.on('sync', onSync);
  return () => {
    listeners.delete(listener);
    provider.off('sync', onSync);
  };
}

/** News may get lost on their way: a page that is looked at asks by itself so often. */
const LOOK_MS = 20_000;

/** Calls back whenever something of this topic may have changed and the page is looked at. Returns how to stop. */
export function keepLooking(room: LiveRoom, topic: string, look: () => void): () => void {
  const lookIfSeen = () => {
    if (document.visibilityState === 'visible') look();
  };
  const stopNews = onNews(room, (told) => {
    if (told === null || told === topic) lookIfSeen();
  });
  const timer = setInterval(lookIfSeen, LOOK_MS);
  document.addEventListener('visibilitychange', lookIfSeen);
  window.addEventListener('online', lookIfSeen);
  return () => {
    stopNews();
    clearInterval(timer);
    document.removeEventListener('visibilitychange', lookIfSeen);
    window.removeEventListener('online', lookIfSeen);
  };
}
