/**
 * [H26] Runs one of two rings: the gate, which each change passes, or with `--long` the rest (TEST_LONG=1). Two lanes side by side, so that no core
 * waits: once the product is built, the tests of Vitest (domain, screen, architecture, database, server, the built product); meanwhile the journeys
 * in a browser, then the checks. What fails is tried once more, alone, when both have ended. At the end where the time went, by layer, with the ten
 * slowest files. The last line is `N passed, N failed`, for people and for machines.
 *
 * `--check` runs the fast part alone; `--since REV` what the changes since that commit can touch; paths, of either ring, what stands there.
 * `--figures` runs nothing: it prints what is counted in the source, and what each count may not pass.
 */
import { rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { countFigures, figureTable } from './support/architecture/figures.ts';
import { publishedHoles } from './support/architecture/npm-audit.ts';
import {
  type Failure,
  failure,
  type Outcome,
  readCheck,
  readPlaywright,
  readVitest,
} from './support/architecture/reports.ts';
import { secondTries } from './support/architecture/second-try.ts';
import { obtainBrowser } from './support/find-browser.ts';
import { freePort } from './support/private-services.ts';
import { endPrograms, runProgram } from './support/run-program.ts';
import { journeysSince } from './support/since.ts';
import { makeTemporaryFolder } from './support/temporary-folder.ts';
import { durationTable } from './support/test-durations.ts';
import { testEnvironment } from './support/test-environment.ts';

const args = process.argv.slice(2);
if (args.includes('--figures')) {
  console.log(figureTable(countFigures()));
  process.exit();
}
const isLong = args.includes('--long');
const isCheck = args.includes('--check');
const since = args.includes('--since') ? (args[args.indexOf('--since') + 1] ?? 'HEAD') : null;
const paths = args.filter((path) => path.startsWith('tests/'));
const MINUTE = 60_000;
const limitMs = (isLong ? 600 : 60) * MINUTE;
const cores = availableParallelism();

const begun = Date.now();
const folder = makeTemporaryFolder();
const environment = { ...testEnvironment(isLong), TMPDIR: folder };
/** A machine of four gigabytes holds both lanes: left to itself, each of a dozen programs lets half a gigabyte of garbage lie. */
const oneOfMany = { ...environment, NODE_OPTIONS: '--max-old-space-size=1024 --max-semi-space-size=8' };
const outcomes: Outcome[] = [];
const failures: Failure[] = [];
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
  console.log(`\n── ${title}…`);
  const started = Date.now();
  const outcome = await run().catch((error: unknown) => failure(String(error)));
  outcomes.push(outcome);
  failures.push(...outcome.failed.map(({ what, where }) => ({ what: `${title}\u00a0: ${what}`, where })));
  const counts = [counted(outcome.passed, 'réussi'), counted(outcome.failed.length, 'échoué')];
  if (outcome.skipped > 0) counts.push(counted(outcome.skipped, 'ignoré'));
  console.log(`── ${title}\u00a0: ${counts.join(', ')}, en ${Math.round((Date.now() - started) / 1000)} s.`);
  return outcome;
}

function node(
  program: readonly string[],
  show: 'always' | 'on-failure' = 'always',
  env: NodeJS.ProcessEnv = environment,
): Promise<boolean> {
  return runProgram(process.execPath, program, { env, limitMs, show });
}

function check(title: string, ...programs: (readonly string[])[]): Promise<Outcome | undefined> {
  return step(title, async () => {
    for (const program of programs) if (!(await node(program, 'on-failure'))) return readCheck(false);
    return readCheck(true);
  });
}

/** Runs tests of Vitest. @param wanted rooms, as `--project=…`, and paths. */
async function runVitest(wanted: readonly string[]): Promise<Outcome> {
  const report = join(folder, `${++reports}.json`);
  const program = [
    ...['node_modules/vitest/vitest.mjs', 'run', ...wanted],
    ...['--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
  ];
  return readVitest(report, await node(program, 'always', oneOfMany));
}

async function vitest(title: string, rooms: readonly string[]): Promise<void> {
  const wanted = paths.filter((path) => !path.startsWith('tests/e2e'));
  if (paths.length > 0 && wanted.length === 0) return;
  const changed = since === null ? [] : ['--changed', since, '--passWithNoTests'];
  await step(title, () => runVitest([...rooms.map((name) => `--project=${name}`), ...changed, ...wanted]));
}

/** Published holes of what the product is made of: said when nobody can be asked, never taken for a success. */
async function audit(): Promise<void> {
  const title = 'Failles publiées des dépendances';
  const holes = interrupted ? null : await publishedHoles();
  if (!holes) return leaveOut(`${title}\u00a0: NON VÉRIFIÉES, le registre de npm ne répond pas d’ici.`);
  await step(title, async () => (holes.length === 0 ? readCheck(true) : failure(holes.join(', '))));
}

/** Runs journeys, each worker of them with a server of its own. @param wanted paths, with lines; none are all of the ring. */
async function runJourneys(wanted: readonly string[], workers: number): Promise<Outcome> {
  const browser = await obtainBrowser();
  if (!browser) {
    return failure(
      'Aucun navigateur n’a pu être obtenu\u00a0: installez Chromium ou Chrome, ou donnez son chemin dans CHROMIUM_PATH.',
    );
  }
  const report = join(folder, `${++reports}.json`);
  const ports = await Promise.all(Array.from({ length: workers }, freePort));
  const env = {
    ...oneOfMany,
    CHROMIUM_PATH: browser,
    E2E_PORTS: ports.join(','),
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
  };
  const program = ['node_modules/@playwright/test/cli.js', 'test', '--reporter=list,json', ...wanted];
  return readPlaywright(report, await node(program, 'always', env));
}

async function journeys(): Promise<void> {
  const wanted =
    since === null ? paths.filter((path) => path.startsWith('tests/e2e')) : await journeysSince(since);
  if ((since !== null || paths.length > 0) && wanted.length === 0) return;
  await step('Parcours dans un navigateur', () => runJourneys(wanted, cores > 1 ? 2 : 1));
}

/** [H26] A process, a database and a demonstration of its own, and nothing beside it. */
async function again(where: string): Promise<Outcome> {
  if (interrupted) return failure(where);
  console.log(`\n── Second essai, seul\u00a0: ${where}…`);
  // Recording slows a journey down, so only what failed is recorded.
  return where.startsWith('tests/e2e/')
    ? runJourneys([where, '--trace=retain-on-failure'], 1)
    : runVitest([where]);
}

const reactRouter = 'node_modules/@react-router/dev/bin.cjs';
async function checks(): Promise<void> {
  await check('Format et règles d’écriture', [
    'node_modules/@biomejs/biome/bin/biome',
    'check',
    '--error-on-warnings',
  ]);
  await check('Types', [reactRouter, 'typegen'], ['node_modules/@typescript/native/bin/tsc', '-p', '.']);
  await check('Code mort', ['node_modules/knip/bin/knip.js', '--no-progress']);
}

if (isCheck) {
  await checks();
  await vitest('Domaine et architecture', ['shared', 'architecture']);
} else {
  const building = check('Construction', ['boot.cjs', 'build']);
  const isBuilt = building.then((build) => build?.failed.length === 0);
  const inBrowser = isBuilt.then(async (isDone) => {
    if (isDone) await journeys();
    else leaveOut('Parcours dans un navigateur\u00a0: IGNORÉS, faute d’une construction réussie.');
    if (isLong) return;
    await checks();
    await audit();
  });
  const whole = (await isBuilt) ? ['whole'] : [];
  if (whole.length === 0)
    leaveOut('Le produit construit, vu de dehors\u00a0: IGNORÉ, faute d’une construction réussie.');
  const rooms = ['shared', 'app', 'architecture', 'db', 'server', ...whole];
  await vitest('Domaine, écran, architecture, base, serveur, produit construit', rooms);
  await inBrowser;
}

const { failed, second } = await secondTries(failures, again);
rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, second.length);
const skipped = outcomes.reduce((sum, outcome) => sum + outcome.skipped, 0);
console.log(`\n${durationTable(outcomes.flatMap(({ files = [] }) => files))}`);
for (const what of failed) console.log(`✗ ${what}`);
for (const what of second) console.log(`~ Réussi au second essai seulement\u00a0: ${what}`);
for (const sentence of notRun) console.log(`– ${sentence}`);
if (skipped > 0) console.log(`Tests ignorés\u00a0: ${skipped}.`);
if (interrupted) console.log('Interrompu avant la fin.');
const minutes = ((Date.now() - begun) / MINUTE).toFixed(1).replace('.', ',');
console.log(
  `Durée\u00a0: ${minutes} minutes sur ${counted(cores, 'cœur')}\u00a0; ${second.length} au second essai.`,
);
console.log(`${passed} passed, ${failed.length} failed`);
process.exit(failed.length > 0 || passed === 0 || interrupted ? 1 : 0);
