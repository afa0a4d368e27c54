// Our server as a target of the realtime measuring harness: started, killed and restarted by it.
// BENCH_PG=postgres://user@host:5432 measures on PostgreSQL (a database of its own each time), else on the embedded one.
// The server is the product's own, pages included; it is built first when it is not.
import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
// By file, not through `.bin`: the harness counts the memory of the process that it is given.
const node = join(root, 'node_modules/node/bin/node');
/** LOAD_ENTRY=tests/support/realtime/realtime-server.ts measures the live rooms alone, without the pages and their build. */
const entry = process.env.LOAD_ENTRY ?? 'server/index.ts';
/** LOAD_NODE_ARGS="--cpu-prof --cpu-prof-dir=/tmp/profiles" shows where the server's processor time goes. */
const nodeArguments = process.env.LOAD_NODE_ARGS?.split(' ') ?? [];
/** The harness's own preload, which reports the heap on demand. */
const memoryHook = join(dirname(resolve(process.argv[1] ?? '.')), 'lib/memhook.mjs');
const databases = new Set();

function environment(dir) {
  const name = `cordee_load_${createHash('sha256').update(dir).digest('hex').slice(0, 12)}`;
  const url = process.env.BENCH_PG ? new URL(process.env.BENCH_PG) : null;
  if (url) url.pathname = `/${name}`;
  return {
    ...process.env,
    NODE_ENV: 'production',
    DATA_DIR: join(dir, 'data'),
    DATABASE_URL: url?.href ?? '',
    ORIGIN: '',
    LOG_LEVEL: 'warn',
  };
}

function run(args, env) {
  execFileSync(node, args, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] });
}

async function whenReady(port, child) {
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline && child.exitCode === null) {
    const isReady = await fetch(`http://127.0.0.1:${port}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isReady) return;
    await new Promise((later) => setTimeout(later, 25));
  }
  throw new Error('the server did not become ready: see its server.log');
}

function exited(child) {
  return child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve()
    : new Promise((done) => child.once('exit', done));
}

process.on('exit', () => {
  for (const env of databases) run(['tests/load/prepare.ts', 'drop'], env);
});

/** The same name is the same document for as long as the data lives, restarts included. */
const roomsByDir = new Map();

export default {
  name: process.env.BENCH_PG ? 'cordee-pg' : 'cordee-embedded',
  protocol: 'yws',
  persistent: true,

  async start({ port, dir, cpu }) {
    mkdirSync(dir, { recursive: true });
    const env = environment(dir);
    const needsBuild = entry === 'server/index.ts' && !existsSync(join(root, 'build/server/index.js'));
    if (needsBuild) run(['boot.cjs', 'build'], env);
    if (!roomsByDir.has(dir)) {
      if (env.DATABASE_URL) databases.add(env);
      run(['tests/load/prepare.ts'], env);
      const { tokens, rooms } = JSON.parse(readFileSync(join(env.DATA_DIR, 'load.json'), 'utf8'));
      roomsByDir.set(dir, { tokens, free: rooms, byName: new Map() });
    }
    const memFile = join(dir, `mem-${port}.json`);
    const preload = existsSync(memoryHook) ? ['--import', memoryHook] : [];
    const command = [
      ...(cpu == null ? [] : ['taskset', '-c', String(cpu)]),
      node,
      ...nodeArguments,
      ...preload,
      entry,
    ];
    const log = openSync(join(dir, 'server.log'), 'a');
    const child = spawn(command[0], command.slice(1), {
      cwd: root,
      env: { ...env, PORT: String(port), HOST: '127.0.0.1', BENCH_MEM_FILE: memFile },
      stdio: ['ignore', log, log],
    });
    await whenReady(port, child);
    const end = async (signal) => {
      child.kill(signal);
      await exited(child);
    };
    return {
      port,
      pids: [child.pid],
      memFile,
      world: roomsByDir.get(dir),
      stop: () => end('SIGTERM'),
      kill: () => end('SIGKILL'),
    };
  },

  /** User `i` of a room is always the same account, and accounts have few sockets each. */
  connect(room, { port, world }, i = 0) {
    let name = world.byName.get(room);
    if (!name) {
      name = world.free.pop();
      if (!name) throw new Error('more rooms than prepared documents');
      world.byName.set(room, name);
    }
    const offset = createHash('sha256').update(room).digest().readUInt32BE(0);
    const token = world.tokens[(offset + i) % world.tokens.length];
    return {
      host: '127.0.0.1',
      port,
      path: `/collab/${name}`,
      headers: { Authorization: `Bearer ${token}`, Origin: `http://127.0.0.1:${port}` },
      room,
    };
  },
};
