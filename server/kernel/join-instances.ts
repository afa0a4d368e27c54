import type { Logger } from 'pino';
import type { Database } from '#db/kernel/client.ts';
import { findDatabaseName } from '#db/kernel/database-name.ts';
import type { Bus } from '../realtime/instance/bus.ts';
import { RedisBus } from '../realtime/instance/redis-bus.ts';
import { type Counters, redisCounters } from './counters.ts';

/** What the instances of an installation have in common beside the database. */
interface CommonThings {
  readonly bus: Bus;
  readonly counters: Counters;
  close(): Promise<void>;
}

/** Over the Redis of these settings; null without one, and for an embedded database, which belongs to one process. */
export async function joinInstances(
  { REDIS_URL }: { readonly REDIS_URL?: string | undefined },
  database: Pick<Database, 'isEmbedded' | 'run'>,
  log: Logger,
): Promise<CommonThings | null> {
  if (!REDIS_URL || database.isEmbedded) return null;
  // Its client is a sixth of all that a start reads, and most installations have one instance.
  const { closeRedis, connectRedis } = await import('./redis.ts');
  const name = await findDatabaseName(database.run);
  const redis = connectRedis(REDIS_URL, log);
  const bus = new RedisBus({ redis, name, log });
  return {
    bus,
    counters: redisCounters(redis, name),
    async close() {
      bus.close();
      await closeRedis(redis);
    },
  };
}
