import pino from 'pino';
import { openPostgres } from '#db/kernel/client.ts';
import { joinInstances } from '#server/kernel/join-instances.ts';
import { createPostgresDatabase, TEMPLATE } from '../database.ts';
import { startTestServer, type TestServer } from '../server.ts';

/** The Redis over which instances talk; tests of that are skipped, and said to be, without one. */
export const testRedis = process.env.TEST_REDIS_URL ?? null;

/** Instances of the live rooms on one database, each with its own connections; any person may use any of them. */
export interface TestCluster {
  readonly instances: readonly [TestServer, TestServer];
  close(): Promise<void>;
}

/** Starts two, which talk over this Redis or, without one, only find each other's writing in the log. */
export async function startTestCluster(redis: string | null): Promise<TestCluster> {
  const { url, drop } = await createPostgresDatabase(TEMPLATE);
  const closing: (() => Promise<void>)[] = [drop];
  const start = async () => {
    const database = openPostgres(url);
    const log = pino({ level: 'silent' });
    const instances = await joinInstances({ REDIS_URL: redis ?? undefined }, database, log);
    const server = await startTestServer({ database, ...(instances && { bus: instances.bus }) });
    closing.push(async () => {
      await server.close();
      await instances?.close();
      await database.close();
    });
    return server;
  };
  const instances = [await start(), await start()] as const;
  return {
    instances,
    async close() {
      for (const close of closing.reverse()) await close();
    },
  };
}
