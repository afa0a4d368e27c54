import { readVarString } from 'lib0/decoding';
import { MESSAGE } from '#shared/realtime.ts';
import type { LiveRoom } from './live-room.ts';

/**
 * Calls back when something beside the content of a room may have changed: when the server says so (message 104) and after each
 * time without connection, during which it could not. One listener a room. Returns how to stop.
 */
export function onNews({ provider }: LiveRoom, listener: (topic: string | null) => void): () => void {
  const onSync = (isSynced: boolean) => {
    if (isSynced) listener(null);
  };
  provider.messageHandlers[MESSAGE.news] = (_encoder, decoder) => listener(readVarString(decoder));
  provider.on('sync', onSync);
  return () => {
    provider.messageHandlers[MESSAGE.news] = () => undefined;
    provider.off('sync', onSync);
  };
}
