import type { Logger } from 'pino';
import type { Database } from '#db/client.ts';
import { findDatabaseName } from '#db/database-name.ts';
import type { Env } from '../env.ts';
import type { Bus } from './bus.ts';
import { RedisBus } from './redis-bus.ts';

/** The bus of these settings, or null: an embedded database belongs to one process, which has nobody to talk to. */
export async function openBus(
  { REDIS_URL }: Pick<Env, 'REDIS_URL'>,
  database: Database,
  log: Logger,
): Promise<Bus | null> {
  if (!REDIS_URL || database.kind !== 'postgres') return null;
  return new RedisBus({ url: REDIS_URL, name: await findDatabaseName(database.run), log });
}
