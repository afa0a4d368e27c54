import { makeTemplate } from './database.ts';
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
