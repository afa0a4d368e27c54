import { openPostgres } from '#db/client.ts';
import { migrate } from '#db/migrate.ts';
import { findPostgres, findRedis } from './find-services.ts';
import type { Service } from './private-services.ts';

/**
 * Before the tests of a project, once for the whole run: a PostgreSQL of theirs with a migrated template, and a Redis where the
 * machine has one. Whoever starts several programs of tests starts these before, and hands their addresses on by the environment.
 */
export async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.TEST_TEMPLATE_READY) return undefined;
  const services = await startTestServices();
  return services.stop;
}

/** Starts them and says where they are in `process.env`; `stop` ends what was started. */
export async function startTestServices(): Promise<{ stop(): Promise<void> }> {
  const started: Service[] = [];
  const stop = async () => void (await Promise.all(started.map((service) => service.stop())));
  try {
    const [postgres, redis] = await Promise.all([findPostgres({ isDurable: false }), findRedis()]);
    started.push(postgres);
    if (redis) started.push(redis);
    process.env.TEST_DATABASE_URL = postgres.url;
    if (redis) process.env.TEST_REDIS_URL = redis.url;
    await makeTemplate();
    process.env.TEST_TEMPLATE_READY = '1';
    return { stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Where the tests’ PostgreSQL is, with a user who may create databases and roles. */
export function testDatabaseUrl(): string {
  const url = process.env.TEST_DATABASE_URL;
  if (!url)
    throw new Error('No test database: is this test in a project of vitest.config.ts that starts it?');
  return url;
}

async function makeTemplate(): Promise<void> {
  // Here, since what it is made with needs the address that was just found.
  const { createPostgresDatabase, onServer, TEMPLATE } = await import('./database.ts');
  const { url } = await createPostgresDatabase();
  const database = openPostgres(url);
  await migrate(database).finally(() => database.close());
  const name = new URL(url).pathname.slice(1);
  await onServer(
    testDatabaseUrl(),
    `drop database if exists ${TEMPLATE} with (force)`,
    `alter database ${name} rename to ${TEMPLATE}`,
  );
}
