import { setTimeout as wait } from 'node:timers/promises';
import { createClient } from '@redis/client';
import type { Logger } from 'pino';

/** A connection that comes back by itself. Commands are refused while it is away: nobody waits for Redis. */
export type Redis = ReturnType<typeof newClient>;

const LONGEST_PAUSE_MS = 1_000;

function newClient(url: string) {
  return createClient({
    url,
    disableOfflineQueue: true,
    pingInterval: 10_000,
    socket: {
      connectTimeout: 3_000,
      reconnectStrategy: (retries) =>
        Math.min(LONGEST_PAUSE_MS, 50 * 2 ** retries) * (0.5 + Math.random() / 2),
    },
  });
}

/** Connects to Redis, now or as soon as it answers. Says once that it is away and once that it is back. */
export function connectRedis(url: string, log: Logger): Redis {
  const client = newClient(url);
  let isAway = false;
  client.on('error', (error: unknown) => {
    if (isAway) return;
    isAway = true;
    log.warn({ err: error }, 'Redis is away: instances read from the database what they would have heard');
  });
  client.on('ready', () => {
    if (isAway) log.info('Redis is back');
    isAway = false;
  });
  // It tries until it succeeds, or until it is closed.
  client.connect().catch(() => undefined);
  return client;
}

/** Ends a connection, whatever its state; what was said last is given half a second to leave. */
export async function closeRedis(client: Redis): Promise<void> {
  if (client.isReady) await Promise.race([client.close(), wait(500)]).catch(() => undefined);
  if (client.isOpen) client.destroy();
}
