/**
 * The one entry of every npm script: installs what is missing, chooses the Node, builds what changed, then hands over.
 *
 * - Plain JavaScript with built-in modules only: on a fresh clone nothing is installed, and Node 20 reads no TypeScript.
 * - CommonJS (hence .cjs in a "type": "module" package): even a Node too old for the project parses it, and can say so.
 * - One command per script, never `a && b`: a shell remembers where it found `node` first, so `b` would still run on the
 *   system's Node after `a` installed the right one. This file therefore starts the right Node by its path. `exec` in
 *   front, so that no shell stands between npm and this process: npm then waits for the end of a stop it asked for.
 */
'use strict';

const { spawn } = require('node:child_process');
const { createHash } = require('node:crypto');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');

const PINNED_MAJOR = 24;
const MINIMUM_MAJOR = 20;
/** No step may be silent for more than ten seconds. */
const PROGRESS_MS = 8000;

const ROOT = __dirname;
const DEPENDENCIES_STAMP = at('node_modules/.stamp');
const BUILD_STAMP = at('build/.stamp');
const LOCK = at('.boot.lock');
const CONFIG =
  'package.json package-lock.json tsconfig.json vite.config.ts vite-own-scripts.ts remix.config.js react-router.config.ts';
const BUILD_INPUTS = `app shared server db public docs/guide boot.cjs ${CONFIG}`.split(' ');

/** [OP6] The young part of V8's heap stays small: it would grow by 180 MB (docs/performance.md). */
const SERVER = ['--max-semi-space-size=8', 'server/index.ts'];
const WATCHED = ['server', 'shared', 'db'].map((room) => `--watch-path=${room}`);

/** [SC21] Large pieces of memory go back to the system as soon as they are free, and small ones of all threads lie in two places; left to itself, the C library keeps the large ones, and has eight places for each processor. */
const PRODUCTION = { NODE_ENV: 'production', MALLOC_MMAP_THRESHOLD_: '1048576', MALLOC_ARENA_MAX: '2' };
const COMMANDS = {
  demo: { needsBuild: true, node: SERVER, env: { ...PRODUCTION, DEMO: '1' } },
  // DEMO left in somebody's shell must not put accounts with a public password into real data.
  start: { needsBuild: true, node: SERVER, env: { ...PRODUCTION, DEMO: undefined } },
  // Without the condition, Node and Vite each load their own copy of react-router.
  dev: {
    node: ['--conditions=development', ...WATCHED, '--watch-preserve-output', ...SERVER],
    env: { NODE_ENV: 'development' },
  },
  // The tests build by `boot.cjs build` themselves: a broken build is then a counted failure like any other.
  test: { node: ['tests/run.ts'], counts: true },
  'test-long': { node: ['tests/run.ts', '--long'], counts: true },
  check: { node: ['tests/run.ts', '--check'], counts: true },
  format: { node: ['node_modules/@biomejs/biome/bin/biome', 'check', '--write'] },
  bench: { needsBuild: true, node: ['tests/load/bench.ts'], env: PRODUCTION },
  build: { needsBuild: true },
  'docs-settings': { node: ['server/write-settings-page.ts'] },
  'docs-screenshots': { needsBuild: true, node: ['tests/help/take-guide-pictures.ts'], env: PRODUCTION },
  'db-generate': { node: ['node_modules/drizzle-kit/bin.cjs', 'generate'] },
  'audit-verify': { node: ['server/verify-audit.ts'], env: PRODUCTION },
  'files-verify': { node: ['server/verify-files.ts'], env: PRODUCTION },
  backup: { node: ['server/back-up.ts'], env: PRODUCTION },
  restore: { node: ['server/restore.ts'], env: PRODUCTION },
  export: { node: ['server/export-archive.ts'], env: PRODUCTION },
  import: { node: ['server/import-archive.ts'], env: PRODUCTION },
  'second-factor-reset': { node: ['server/reset-second-factor.ts'], env: PRODUCTION },
  'import-villes': { node: ['server/import-cities.ts'], env: PRODUCTION },
};

/** A failure that is told in one sentence; anything else is a bug and keeps its stack. */
class Failure extends Error {}

function at(relative) {
  return path.join(__dirname, relative);
}

const say = (sentence) => process.stdout.write(`${sentence}\n`);

// ── Processes ──────────────────────────────────────────────────────────────────────────────────────────────

let child;
let stopSignal;

function stop(signal) {
  stopSignal = signal;
  child?.kill(signal);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stop(signal));

// npm killed outright tells nobody: without this, the server would live on and keep its port and its data.
const parent = process.ppid;
if (process.env.npm_lifecycle_event) {
  setInterval(() => process.ppid === parent || stop('SIGTERM'), 500).unref();
}

function exitCodeOf(code, signal) {
  return signal ? 128 + os.constants.signals[signal] : code;
}

/** Runs a program to its end and gives its exit code, 128 + n when a signal ended it. */
function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    child = spawn(command, args, { cwd: ROOT, stdio: 'inherit', ...options });
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => options.onOutput(chunk));
    child.on('error', (error) =>
      reject(new Failure(`Impossible de lancer ${command}\u00a0: ${error.message}.`)),
    );
    child.on('close', (code, signal) => resolve(exitCodeOf(code, signal)));
  });
}

/** Runs one step of the set-up, telling that it goes on; its own output is shown only when it fails. */
async function step(name, command, args, options = {}) {
  const started = Date.now();
  const seconds = () => Math.round((Date.now() - started) / 1000);
  const output = [];
  say(`${name}…`);
  const progress = setInterval(() => say(`  … en cours depuis ${seconds()} s.`), PROGRESS_MS);
  try {
    const stdio = ['ignore', 'pipe', 'pipe'];
    const code = await run(command, args, { ...options, stdio, onOutput: (chunk) => output.push(chunk) });
    if (stopSignal) process.exit(exitCodeOf(0, stopSignal));
    if (code !== 0) {
      process.stderr.write(Buffer.concat(output));
      throw new Failure(`${name}\u00a0: échec (code ${code}). Le détail est donné ci-dessus.`);
    }
  } finally {
    clearInterval(progress);
  }
  say(`${name}\u00a0: fait en ${seconds()} s.`);
}

/** npm by the Node that runs us, where npm itself told us its path; else whatever the PATH gives. */
function npm(name, args) {
  const cli = process.env.npm_execpath;
  if (cli && path.basename(cli) === 'npm-cli.js') return step(name, process.execPath, [cli, ...args]);
  return step(name, 'npm', args, { shell: process.platform === 'win32' });
}

// ── Stamps: what was done, for which inputs ────────────────────────────────────────────────────────────────

function filesUnder(entry) {
  const absolute = at(entry);
  const stat = fs.statSync(absolute, { throwIfNoEntry: false });
  if (!stat) return [];
  if (!stat.isDirectory()) return [entry];
  return fs
    .readdirSync(absolute)
    .sort()
    .flatMap((name) => filesUnder(`${entry}/${name}`));
}

function digest(entries, ...more) {
  const hash = createHash('sha256');
  for (const file of entries.flatMap(filesUnder)) hash.update(`${file}\0`).update(fs.readFileSync(at(file)));
  return hash.update(more.join('\0')).digest('hex');
}

function isStamped(stamp, value) {
  return fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === value;
}

/** True while the process that holds the lock lives; a lock left by a killed one is removed. */
function isLocked() {
  try {
    process.kill(Number(fs.readFileSync(LOCK, 'utf8')), 0);
    return true;
  } catch (error) {
    if (error.code === 'EPERM') return true;
    fs.rmSync(LOCK, { force: true });
    return false;
  }
}

/** Does a piece of the set-up once, even when two commands are started together on a fresh clone. */
async function unlessDone(isDone, work) {
  if (isDone()) return;
  for (let waited = 0; ; waited += 500) {
    try {
      fs.writeFileSync(LOCK, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      if (stopSignal) process.exit(exitCodeOf(0, stopSignal));
      if (!isLocked()) continue;
      if (waited % PROGRESS_MS === 0) say('Une autre commande prépare déjà l’application\u00a0: attente…');
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }
  const unlock = () => fs.rmSync(LOCK, { force: true });
  process.once('exit', unlock);
  try {
    if (!isDone()) await work();
  } finally {
    unlock();
    process.off('exit', unlock);
  }
}

// ── Dependencies ───────────────────────────────────────────────────────────────────────────────────────────

/** Whether npm's own record says that everything is there: somebody ran `npm install` by hand, nothing to redo. */
function installedByHand() {
  if (!fs.existsSync(at('node_modules/.package-lock.json'))) return false;
  const wanted = JSON.parse(fs.readFileSync(at('package-lock.json'), 'utf8')).packages;
  const present = JSON.parse(fs.readFileSync(at('node_modules/.package-lock.json'), 'utf8')).packages;
  const isForHere = ({ os: systems, cpu, libc }) =>
    Boolean(systems?.includes(process.platform) && cpu?.includes(process.arch) && !libc);
  return Object.entries(wanted).every(([where, entry]) => {
    if (where === '' || ((entry.optional || entry.devOptional) && !isForHere(entry))) return true;
    return present[where]?.version === entry.version;
  });
}

async function ensureDependencies() {
  const value = digest(['package-lock.json'], process.platform, process.arch);
  await unlessDone(
    () => isStamped(DEPENDENCIES_STAMP, value),
    async () => {
      if (!installedByHand()) {
        // The build needs the development packages even where NODE_ENV=production is set for the whole machine.
        const args = ['ci', '--include=dev', '--loglevel=error', '--no-audit', '--no-fund', '--no-progress'];
        await npm('Installation des dépendances', args);
      }
      fs.writeFileSync(DEPENDENCIES_STAMP, value);
    },
  );
}

/** The Node that runs the project: the running one when it is recent enough, else the pinned npm package. */
async function ensureNode(runningMajor) {
  if (runningMajor >= PINNED_MAJOR) return process.execPath;
  const pinned = at(
    process.platform === 'win32' ? 'node_modules/node/bin/node.exe' : 'node_modules/.bin/node',
  );
  // Missing where packages were installed without their scripts.
  const args = ['rebuild', 'node', '--loglevel=error', '--ignore-scripts=false'];
  await unlessDone(
    () => fs.existsSync(pinned),
    () => npm(`Installation de Node ${PINNED_MAJOR}`, args),
  );
  if (fs.existsSync(pinned)) return pinned;
  throw new Failure(
    `Node ${PINNED_MAJOR} n’a pas pu être installé\u00a0: installez-le, puis relancez la commande.`,
  );
}

// ── Build ──────────────────────────────────────────────────────────────────────────────────────────────────

async function ensureBuild(node, env) {
  const value = digest(BUILD_INPUTS);
  await unlessDone(
    () => isStamped(BUILD_STAMP, value),
    async () => {
      // First out, last in: an interrupted build must never look like a finished one.
      fs.rmSync(BUILD_STAMP, { force: true });
      const options = { env: { ...env, NODE_ENV: 'production' } };
      const bundle = ['node_modules/@react-router/dev/bin.cjs', 'build'];
      await step('Construction de l’application', node, bundle, options);
      await step(
        'Compression des fichiers',
        node,
        ['server/kernel/http/precompress.ts', 'build/client'],
        options,
      );
      fs.writeFileSync(BUILD_STAMP, value);
    },
  );
}

// ── Main ───────────────────────────────────────────────────────────────────────────────────────────────────

async function main(name, args) {
  const command = COMMANDS[name];
  if (!command)
    throw new Failure(`Commande inconnue. Commandes possibles\u00a0: ${Object.keys(COMMANDS).join(', ')}.`);
  const runningMajor = Number(process.versions.node.split('.')[0]);
  if (runningMajor < MINIMUM_MAJOR) {
    throw new Failure(
      `Node ${MINIMUM_MAJOR} ou plus récent est nécessaire (version présente\u00a0: ${process.version}).`,
    );
  }
  await ensureDependencies();
  const node = await ensureNode(runningMajor);
  // Whatever the children start by the name `node` is then the same one.
  const env = { ...process.env, PATH: path.dirname(node) + path.delimiter + process.env.PATH };
  if (command.needsBuild) await ensureBuild(node, env);
  if (!command.node || stopSignal) return exitCodeOf(0, stopSignal);
  // Node keeps what it has made of our TypeScript: a fifth of the work of a start, two thirds of that of a worker thread.
  if (command.needsBuild) env.NODE_COMPILE_CACHE ??= at('node_modules/.cache/node');
  return run(node, [...command.node, ...args], { env: { ...env, ...command.env } });
}

const [name, ...args] = process.argv.slice(2);
main(name, args).then(
  (code) => process.exit(code),
  (error) => {
    console.error(error instanceof Failure ? error.message : error);
    if (COMMANDS[name]?.counts) say('0 passed, 1 failed');
    process.exit(1);
  },
);
