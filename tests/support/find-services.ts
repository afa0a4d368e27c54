import { connect } from 'node:net';
import pg from 'pg';
import { canInstallPackages, installPackages } from './debian.ts';
import { type Service, startPostgres, startRedis } from './private-services.ts';

const POSTGRES_MINIMUM = 15;
const nothingToStop = async () => undefined;

/** The PostgreSQL of `TEST_DATABASE_URL`, in which databases may be created; else one of the product’s own, started for the tests. */
export async function findPostgres({ isDurable = true } = {}): Promise<Service> {
  const given = process.env.TEST_DATABASE_URL;
  if (!given) return startPostgres({ isDurable });
  if (await isPostgres(given)) return { url: given, stop: nothingToStop };
  // Who names a server wants that one: silently taking another would test something else.
  throw new Error('PostgreSQL ne répond pas à l’adresse donnée par TEST_DATABASE_URL.');
}

/** A Redis (or Valkey): the one of `TEST_REDIS_URL`, a local one, one started for the tests, or null. */
export async function findRedis(): Promise<Service | null> {
  const given = process.env.TEST_REDIS_URL;
  for (const url of [given ?? 'redis://127.0.0.1:6379'])
    if (await isRedis(url)) return { url, stop: nothingToStop };
  if (given) throw new Error('Redis ne répond pas à l’adresse donnée par TEST_REDIS_URL.');
  const started = await startRedis();
  if (started || !canInstallPackages() || !(await installPackages(['redis-server']))) return started;
  return startRedis();
}

async function isPostgres(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3_000 });
  try {
    await client.connect();
    const { rows } = await client.query<{ version: string; creates: boolean }>(
      `select current_setting('server_version_num') as version, rolcreatedb or rolsuper as creates
       from pg_roles where rolname = current_user`,
    );
    return rows.some(({ creates, version }) => creates && Number(version) >= POSTGRES_MINIMUM * 10_000);
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function isRedis(url: string): Promise<boolean> {
  const { hostname, port, password } = new URL(url);
  return new Promise((resolve) => {
    const socket = connect({ host: hostname, port: Number(port || 6379), timeout: 3_000 });
    const answer = (yes: boolean) => {
      socket.destroy();
      resolve(yes);
    };
    socket.on('connect', () =>
      socket.write(`${password ? `AUTH ${decodeURIComponent(password)}\r\n` : ''}PING\r\n`),
    );
    socket.on('data', (data) => data.includes('+PONG') && answer(true));
    socket.on('timeout', () => answer(false));
    socket.on('error', () => answer(false));
    socket.on('close', () => answer(false));
  });
}
