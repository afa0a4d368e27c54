import { connect } from 'node:net';
import { userInfo } from 'node:os';
import pg from 'pg';
import { canInstallPackages, installPackages } from './debian.ts';
import { type Service, startPostgres, startRedis } from './private-services.ts';

const POSTGRES_MINIMUM = 15;
const nothingToStop = async () => undefined;

/** A PostgreSQL in which databases may be created: the given one, a local one, one started for the tests, or null. */
export function findPostgres(): Promise<Service | null> {
  const local = ['postgres', 'postgres:postgres', userInfo().username].map(
    (who) => `postgres://${who}@127.0.0.1:5432/postgres`,
  );
  return find('PostgreSQL', process.env.TEST_DATABASE_URL, local, isPostgres, startPostgres, 'postgresql');
}

/** A Redis (or Valkey), by the same order. */
export function findRedis(): Promise<Service | null> {
  const local = ['redis://127.0.0.1:6379'];
  return find('Redis', process.env.TEST_REDIS_URL, local, isRedis, startRedis, 'redis-server');
}

async function find(
  name: string,
  given: string | undefined,
  local: readonly string[],
  answers: (url: string) => Promise<boolean>,
  start: () => Promise<Service | null>,
  debianPackage: string,
): Promise<Service | null> {
  for (const url of given ? [given] : local) if (await answers(url)) return { url, stop: nothingToStop };
  // Who names a server wants that one: silently taking another would test something else.
  if (given) throw new Error(`${name} ne répond pas à l’adresse donnée par l’environnement.`);
  const started = await startRight(start, answers);
  if (started || !canInstallPackages() || !(await installPackages([debianPackage]))) return started;
  return startRight(start, answers);
}

/** Starts a server of ours, and keeps it only when it is one the product supports. */
async function startRight(
  start: () => Promise<Service | null>,
  answers: (url: string) => Promise<boolean>,
): Promise<Service | null> {
  const service = await start();
  if (!service || (await answers(service.url))) return service;
  await service.stop();
  return null;
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
