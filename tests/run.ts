/**
 * Runs everything, fast things first: checks, tests on PGlite, the same on PostgreSQL and Redis, journeys in a browser on the
 * production build. The last line is `N passed, N failed`, for people and for machines.
 *
 * `--check` stops after the fast part; `--long` also runs the long variants (TEST_LONG=1).
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { obtainBrowser } from './support/find-browser.ts';
import { findPostgres, findRedis } from './support/find-services.ts';
import { publishedHoles } from './support/npm-audit.ts';
import { freePort, type Service } from './support/private-services.ts';
import { failure, type Outcome, readCheck, readPlaywright, readVitest } from './support/reports.ts';
import { endPrograms, runProgram } from './support/run-program.ts';
import { testEnvironment } from './support/test-environment.ts';

const args = new Set(process.argv.slice(2));
const isLong = args.has('--long');
const MINUTE = 60_000;
const limitMs = 60 * MINUTE;

const folder = mkdtempSync(join(tmpdir(), 'cordee-tests-'));
const environment = testEnvironment(isLong);
const outcomes: Outcome[] = [];
const failures: string[] = [];
const notRun: string[] = [];
let reports = 0;
let interrupted = false;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    interrupted = true;
    endPrograms();
  });
}

/** Said at once and again at the end: what did not run must never look like what passed. */
function leaveOut(sentence: string): void {
  console.log(`\n── ${sentence}`);
  notRun.push(sentence);
}

/** In French, zero is singular. */
function counted(count: number, word: string): string {
  return `${count} ${word}${count > 1 ? 's' : ''}`;
}

async function step(title: string, run: () => Promise<Outcome>): Promise<Outcome | undefined> {
  if (interrupted) return;
  console.log(`\n── ${title}`);
  const started = Date.now();
  const outcome = await run().catch((error: unknown) => failure(String(error)));
  outcomes.push(outcome);
  failures.push(...outcome.failed.map((what) => `${title}\u00a0: ${what}`));
  const counts = [counted(outcome.passed, 'réussi'), counted(outcome.failed.length, 'échoué')];
  if (outcome.skipped > 0) counts.push(counted(outcome.skipped, 'ignoré'));
  const seconds = Math.round((Date.now() - started) / 1000);
  console.log(`${title}\u00a0: ${counts.join(', ')} (${seconds} s)`);
  return outcome;
}

function node(
  program: readonly string[],
  show: 'always' | 'on-failure' = 'always',
  env = environment,
): Promise<boolean> {
  return runProgram(process.execPath, program, { env, limitMs, show });
}

function check(title: string, ...programs: (readonly string[])[]): Promise<Outcome | undefined> {
  return step(title, async () => {
    for (const program of programs) if (!(await node(program, 'on-failure'))) return readCheck(false);
    return readCheck(true);
  });
}

function vitest(title: string, projects: readonly string[], env = environment): Promise<Outcome | undefined> {
  const report = join(folder, `${++reports}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const program = [
    'node_modules/vitest/vitest.mjs',
    'run',
    ...projects.map((name) => `--project=${name}`),
    ...reporters,
  ];
  return step(title, async () => readVitest(report, await node(program, 'always', env)));
}

async function onRealServices(): Promise<void> {
  const title = 'Base de données et serveur sur PostgreSQL et Redis';
  const found: Service[] = [];
  try {
    const postgres = await findPostgres();
    if (!postgres) return leaveOut(`${title}\u00a0: IGNORÉS, aucun PostgreSQL n’est disponible ici.`);
    found.push(postgres);
    const redis = await findRedis();
    if (redis) found.push(redis);
    else leaveOut('Tests à plusieurs instances\u00a0: IGNORÉS, aucun Redis n’est disponible ici.');
    // Loaded here: a fault in `db/` must be a counted failure, not the end of the run.
    const { createPostgresDatabase } = await import('./support/database.ts');
    const database = await createPostgresDatabase(postgres.url);
    const env = { ...environment, TEST_DATABASE_URL: database.url, TEST_REDIS_URL: redis?.url };
    await vitest(title, ['db', 'server'], env).finally(database.drop);
  } catch (error) {
    await step(title, () => Promise.reject(error));
  } finally {
    await Promise.all(found.map(({ stop }) => stop()));
  }
}

/** Published holes of what the product is made of: said when nobody can be asked, never taken for a success. */
async function audit(): Promise<void> {
  const title = 'Failles publiées des dépendances';
  const holes = interrupted ? null : await publishedHoles();
  if (!holes) return leaveOut(`${title}\u00a0: NON VÉRIFIÉES, le registre de npm ne répond pas d’ici.`);
  await step(title, async () => (holes.length === 0 ? readCheck(true) : failure(holes.join(', '))));
}

function journeys(): Promise<Outcome | undefined> {
  return step('Parcours dans un navigateur', async () => {
    const browser = await obtainBrowser();
    if (!browser) {
      return failure(
        'Aucun navigateur n’a pu être obtenu\u00a0: installez Chromium ou Chrome, ou donnez son chemin dans CHROMIUM_PATH.',
      );
    }
    const report = join(folder, 'journeys.json');
    const ports = await Promise.all(Array.from({ length: availableParallelism() > 1 ? 2 : 1 }, freePort));
    const env = {
      ...environment,
      CHROMIUM_PATH: browser,
      E2E_PORTS: ports.join(','),
      E2E_DATA_DIR: join(folder, 'data'),
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
    };
    const program = ['node_modules/@playwright/test/cli.js', 'test', '--reporter=list,json'];
    return readPlaywright(report, await node(program, 'always', env));
  });
}

const reactRouter = 'node_modules/@react-router/dev/bin.cjs';
await check('Format et règles d’écriture', [
  'node_modules/@biomejs/biome/bin/biome',
  'check',
  '--error-on-warnings',
]);
await check('Types', [reactRouter, 'typegen'], ['node_modules/@typescript/native/bin/tsc', '-p', '.']);
await check('Imports', [
  'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs',
  'shared',
  'db',
  'server',
  'app',
  'tests',
]);
await check('Code mort', ['node_modules/knip/bin/knip.js', '--no-progress']);
if (args.has('--check')) {
  await vitest('Domaine et architecture', ['shared', 'architecture']);
} else {
  await vitest('Domaine, écran et architecture', ['shared', 'app', 'architecture']);
  await audit();
  const build = await check('Construction', ['boot.cjs', 'build']);
  await vitest('Base de données et serveur sur PGlite', ['db', 'server']);
  if (build?.failed.length === 0) await vitest('Le produit construit, vu de dehors', ['whole']);
  if (!interrupted) await onRealServices();
  if (build?.failed.length === 0) await journeys();
  else leaveOut('Parcours dans un navigateur\u00a0: IGNORÉS, faute d’une construction réussie.');
}

rmSync(folder, { recursive: true, force: true });
const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
const skipped = outcomes.reduce((sum, outcome) => sum + outcome.skipped, 0);
console.log('');
for (const what of failures) console.log(`✗ ${what}`);
for (const { retried = [] } of outcomes) {
  for (const what of retried) console.log(`~ Réussi au second essai seulement\u00a0: ${what}`);
}
for (const sentence of notRun) console.log(`– ${sentence}`);
if (skipped > 0) console.log(`Tests ignorés\u00a0: ${skipped}.`);
if (interrupted) console.log('Interrompu avant la fin.');
console.log(`${passed} passed, ${failures.length} failed`);
process.exit(failures.length > 0 || passed === 0 || interrupted ? 1 : 0);
