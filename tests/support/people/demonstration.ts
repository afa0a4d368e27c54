import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { Agent, request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { programEnvironment } from '#tests/support/test-environment.ts';
import {
  createPostgresDatabase,
  demonstrationTemplate,
  onServer,
  sumsOfTables,
  testDatabaseUrl,
} from '../database.ts';
import { freePort } from '../private-services.ts';

/** Who asks: an account of the demonstration each, whose experiment is Valmont’s. */
export const PEOPLE = {
  visitor: null,
  team: 'metier.a',
  otherCity: 'metier.b',
  outsideCity: 'ville',
  consultant: 'conseil',
  reviewer: 'relecture',
  coordinator: 'animation',
  admin: 'admin',
} as const;
export type Who = keyof typeof PEOPLE;
/** One of the ten accounts by its address. */
export type Account = `${string}@demo.example`;
export const WHO = Object.keys(PEOPLE) as Who[];

const isAddress = (who: Who | Account): who is Account => who.includes('@');

/** What answered, redirections not followed. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

export interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

/** The built product with its demonstration, in a process and on a database of its own. */
export interface Demonstration {
  readonly origin: string;
  readonly databaseUrl: string;
  /** Of its process, which may have others. */
  readonly pid: number;
  readonly isRunning: () => boolean;
  /** What the process has logged. */
  readonly output: () => string;
  /** Asks as this person; the address is sent as it is, so that it may be no address. */
  ask(who: Who | Account, path: string, asked?: Asked): Promise<Answer>;
  /** The same, with how many statements it read the database by; of one that is heard only. */
  askHeard(who: Who | Account, path: string): Promise<Answer & { readonly statements: number }>;
  /** The session cookie of this person, `name=value`. */
  cookie(who: Who | Account): Promise<string>;
  /** Of each of its tables a sum of the rows. */
  sums(): Promise<Readonly<Record<string, string>>>;
  /** Cuts its database off and lets nobody in, as a restart of it does; gives what lets them in again. */
  interrupt(): Promise<() => Promise<unknown>>;
  close(): Promise<void>;
}

/** Starts one with these settings; what is heard says which statements it asks (`askHeard`). */
export async function startDemonstration(
  settings: Record<string, string> = {},
  { isHeard = false } = {},
): Promise<Demonstration> {
  const folder = await mkdtemp(join(tmpdir(), 'cordee-demonstration-'));
  const database = await createPostgresDatabase(await demonstrationTemplate());
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const places = {
    HOST: '127.0.0.1',
    PORT: String(port),
    ORIGIN: origin,
    DATA_DIR: folder,
    DATABASE_URL: database.url,
  };
  const { child, output } = await startServer({ ...places, ...settings }, isHeard);
  const isRunning = () => child.exitCode === null && child.signalCode === null;
  const cookies = new Map<Who | Account, Promise<string>>();
  const cookie = (who: Who | Account) => {
    const account = isAddress(who) ? who : PEOPLE[who] && `${PEOPLE[who]}@demo.example`;
    if (!account) return Promise.resolve('');
    const found = cookies.get(who) ?? signIn(port, account);
    cookies.set(who, found);
    return found;
  };
  const ask: Demonstration['ask'] = async (who, path, { method = 'GET', headers = {}, body } = {}) => {
    const own = await cookie(who);
    return send(port, path, method, { ...(own ? { cookie: own } : {}), ...headers }, body);
  };
  const told = async (what: 'hear' | 'tell') => {
    child.send(what);
    return (await once(child, 'message'))[0];
  };
  return {
    origin,
    databaseUrl: database.url,
    pid: child.pid ?? 0,
    isRunning,
    output,
    cookie,
    ask,
    async askHeard(who, path) {
      await cookie(who);
      await told('hear');
      const answer = await ask(who, path);
      const heard = await told('tell');
      return { ...answer, statements: heard.length };
    },
    sums: () => sumsOfTables(database.url),
    async interrupt() {
      const name = new URL(database.url).pathname.slice(1);
      await onServer(
        testDatabaseUrl(),
        `alter database ${name} allow_connections false`,
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`,
      );
      return () => onServer(testDatabaseUrl(), `alter database ${name} allow_connections true`);
    },
    async close() {
      if (isRunning()) {
        child.kill('SIGTERM');
        await once(child, 'exit');
      }
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The built product as `boot.cjs` starts it, once it is ready, with what it has logged. */
async function startServer(
  settings: Readonly<Record<string, string>>,
  isHeard: boolean,
): Promise<{ child: ChildProcess; output: () => string }> {
  const hearing = isHeard
    ? ['--import', new URL('../../load/heard-statements.ts', import.meta.url).href]
    : [];
  const child = spawn(process.execPath, [...process.execArgv, ...hearing, 'server/index.ts'], {
    env: {
      ...programEnvironment(),
      NODE_ENV: 'production',
      MALLOC_MMAP_THRESHOLD_: '1048576',
      MALLOC_ARENA_MAX: '2',
      DEMO: '1',
      LOG_LEVEL: 'info',
      ...settings,
    },
    serialization: 'advanced',
    stdio: ['ignore', 'pipe', 'pipe', ...(isHeard ? (['ipc'] as const) : [])],
  });
  let output = '';
  await new Promise<void>((resolve, reject) => {
    const take = (data: Buffer) => {
      output += data.toString();
      if (/Cordée est prête/.test(output)) resolve();
    };
    child.stdout?.on('data', take);
    child.stderr?.on('data', take);
    child.once('exit', (code) => reject(new Error(`the server ended with code ${code}: ${output}`)));
  });
  return { child, output: () => output };
}

/** A line that is kept is let go long before the server does: it would close it under the next request of a busy machine. */
const lines = new Agent({ keepAlive: true, timeout: 20_000 });

function send(
  port: number,
  path: string,
  method: string,
  headers: Readonly<Record<string, string>>,
  body?: string | Buffer,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    const options = {
      agent: lines,
      host: '127.0.0.1',
      port,
      path,
      method,
      headers: { ...headers, ...length },
    };
    const request = httpRequest(options, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: Object.fromEntries(
            Object.entries(response.headers).map(([name, value]) => [name, [value].flat().join(', ')]),
          ),
          text: Buffer.concat(chunks).toString('utf8'),
        }),
      );
    });
    request.on('error', (error) =>
      reject(new Error(`${method} ${path}: ${error.message}`, { cause: error })),
    );
    request.end(body);
  });
}

async function signIn(port: number, email: string): Promise<string> {
  const answer = await send(
    port,
    '/api/auth/sign-in/email',
    'POST',
    { 'content-type': 'application/json' },
    JSON.stringify({ email, password: 'demonstration-2023' }),
  );
  const cookie = answer.headers['set-cookie']?.split(';')[0];
  if (!cookie) throw new Error(`sign-in of ${email} answered ${answer.status}: ${answer.text}`);
  return cookie;
}
