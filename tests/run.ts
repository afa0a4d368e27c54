/**
 * [H26] Runs one of two rings: the gate, which each change passes, or with `--long` the rest (TEST_LONG=1). Two lanes side by side, so that no core
 * waits: once the product is built, the tests of Vitest (domain, screen, architecture, database, server, the built product); meanwhile the journeys
 * in a browser, then the checks. What fails is tried once more, alone, when both have ended. At the end where the time went, by layer, with the ten
 * slowest files. The last line is `N passed, N failed`, for people and for machines.
 *
 * `--check` runs the fast part alone; `--since REV` what the changes since that commit can touch; paths, of either ring, what stands there.
 * The long ring goes on where it was cut, as long as the tree is the same; `--left` says what this tree has not seen.
 * `--figures` runs nothing: it prints what is counted in the source, and what each count may not pass.
 */
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { countFigures, figureTable } from './support/architecture/figures.ts';
import { greenFiles, longFiles, seenFolder } from './support/architecture/long-ring.ts';
import { publishedHoles } from './support/architecture/npm-audit.ts';
import { failure, type Outcome, readCheck, readResults } from './support/architecture/reports.ts';
import type { Failure } from './support/architecture/results.ts';
import { secondTries } from './support/architecture/second-try.ts';
import { durationTable, readBudgets } from './support/architecture/test-durations.ts';
import { obtainBrowser } from './support/find-browser.ts';
import { freePort } from './support/private-services.ts';
import { endPrograms, runProgram } from './support/run-program.ts';
import { journeysSince } from './support/since.ts';
import { makeTemporaryFolder } from './support/temporary-folder.ts';
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
const lost = paths.filter((path) => !existsSync(path.replace(/:\d+$/, '')));
if (lost.length > 0) {
  console.log(`Introuvable\u00a0: ${lost.join(', ')}.`);
  process.exit(1);
}
const MINUTE = 60_000;
const limitMs = (isLong ? 600 : 60) * MINUTE;
const cores = availableParallelism();

const begun = Date.now();
const folder = makeTemporaryFolder();
const environment = { ...testEnvironment(isLong), TMPDIR: folder };
/** A machine of four gigabytes holds both lanes: left to itself, each of a dozen programs lets half a gigabyte of garbage lie. */
const oneOfMany = { ...environment, NODE_OPTIONS: '--max-old-space-size=1024 --max-semi-space-size=8' };
const outcomes: Outcome[] = [];
/** Of what is not made of files of tests. */
const checked: { readonly file: string; readonly seconds: number }[] = [];
const failures: Failure[] = [];
const notRun: string[] = [];
/** Where runners tell what they saw, a file each; those of the long ring stay, for a run that goes on. */
const results = isLong ? seenFolder(join(folder, 'index')) : folder;
let runs = readdirSync(results).filter((name) => name.endsWith('.jsonl')).length;
/** What the long ring has seen already, and what is left of it, below these paths. */
const isBelow = (file: string) =>
  paths.length === 0 || paths.some((path) => file.startsWith(path.replace(/:\d+$/, '')));
const seen = isLong ? greenFiles(results).filter(({ file }) => isBelow(file)) : [];
const left = isLong
  ? longFiles().filter((file) => isBelow(file) && !seen.some((green) => green.file === file))
  : [];
if (args.includes('--left')) {
  rmSync(folder, { recursive: true });
  console.log([...left, `${seen.length} fichiers vus, ${left.length} à voir.`].join('\n'));
  process.exit();
}
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
  const seconds = (Date.now() - started) / 1000;
  if (!outcome.files) checked.push({ file: title, seconds });
  console.log(`── ${title}\u00a0: ${counts.join(', ')}, en ${Math.round(seconds)} s.`);
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

/** Runs tests of Vitest. @param wanted rooms, as `--project=…`, and paths. @param into the folder in which it tells what it saw. */
async function runVitest(wanted: readonly string[], into: string): Promise<Outcome> {
  const report = join(into, `${++runs}.jsonl`);
  const program = [
    ...['node_modules/vitest/vitest.mjs', 'run', ...wanted],
    ...['--reporter=default', '--reporter=./tests/support/architecture/vitest-reporter.ts'],
  ];
  return readResults(report, await node(program, 'always', { ...oneOfMany, TEST_RESULTS: report }));
}

async function vitest(title: string, rooms: readonly string[]): Promise<void> {
  const wanted = (isLong ? left : paths).filter((path) => !path.startsWith('tests/e2e'));
  if ((isLong || paths.length > 0) && wanted.length === 0) return;
  const changed = since === null ? [] : ['--changed', since, '--passWithNoTests'];
  await step(title, () =>
    runVitest([...rooms.map((name) => `--project=${name}`), ...changed, ...wanted], results),
  );
}

/** Published holes of what the product is made of: said when nobody can be asked, never taken for a success. */
async function audit(): Promise<void> {
  const title = 'Failles publiées des dépendances';
  const holes = interrupted ? null : await publishedHoles();
  if (!holes) return leaveOut(`${title}\u00a0: NON VÉRIFIÉES, le registre de npm ne répond pas d’ici.`);
  await step(title, async () => (holes.length === 0 ? readCheck(true) : failure(holes.join(', '))));
}

/**
 * Runs journeys, each worker of them with a server of its own.
 * @param wanted paths, with lines; none are all of the ring.
 * @param into the folder in which they tell what they saw.
 */
async function runJourneys(wanted: readonly string[], workers: number, into: string): Promise<Outcome> {
  const browser = await obtainBrowser();
  if (!browser) {
    return failure(
      'Aucun navigateur n’a pu être obtenu\u00a0: installez Chromium ou Chrome, ou donnez son chemin dans CHROMIUM_PATH.',
    );
  }
  const report = join(into, `${++runs}.jsonl`);
  const ports = await Promise.all(Array.from({ length: workers }, freePort));
  const env = {
    ...oneOfMany,
    CHROMIUM_PATH: browser,
    E2E_PORTS: ports.join(','),
    TEST_RESULTS: report,
  };
  const program = [
    ...['node_modules/@playwright/test/cli.js', 'test', ...wanted],
    '--reporter=list,./tests/support/architecture/playwright-reporter.ts',
  ];
  return readResults(report, await node(program, 'always', env));
}

async function journeys(): Promise<void> {
  const wanted =
    since === null
      ? (isLong ? left : paths).filter((path) => path.startsWith('tests/e2e'))
      : await journeysSince(since);
  if ((isLong || since !== null || paths.length > 0) && wanted.length === 0) return;
  await step('Parcours dans un navigateur', () => runJourneys(wanted, cores > 1 ? 2 : 1, results));
}

/** [H26] A process, a database and a demonstration of its own, and nothing beside it; the long ring, begun again, sees it again. */
async function again(where: string): Promise<Outcome> {
  if (interrupted) return failure(where);
  console.log(`\n── Second essai, seul\u00a0: ${where}…`);
  // Recording slows a journey down, so only what failed is recorded.
  return where.startsWith('tests/e2e/')
    ? runJourneys([where, '--trace=retain-on-failure'], 1, folder)
    : runVitest([where], folder);
}

const reactRouter = 'node_modules/@react-router/dev/bin.cjs';
/** Each checker reads what it shares with the others for itself: four of them on two cores take twice the processor, and no less time. */
const ONE_CHECKER = ['--checkers', '1'];
async function checks(): Promise<void> {
  await check('Format et règles d’écriture', [
    'node_modules/@biomejs/biome/bin/biome',
    'check',
    '--error-on-warnings',
  ]);
  await check(
    'Types',
    [reactRouter, 'typegen'],
    ['node_modules/@typescript/native/bin/tsc', '-p', '.', ...ONE_CHECKER],
  );
  await check('Code mort', ['node_modules/knip/bin/knip.js', '--no-progress']);
}

if (isCheck) {
  await checks();
  await vitest('Domaine et architecture', ['shared', 'architecture']);
} else if (!isLong || left.length > 0) {
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
const all = [...outcomes, ...seen];
const passed = all.reduce((sum, one) => sum + one.passed, second.length);
const skipped = all.reduce((sum, one) => sum + one.skipped, 0);
if (isLong)
  console.log(
    `\nDéjà vus de cet arbre\u00a0: ${counted(seen.length, 'fichier')} sur ${seen.length + left.length}.`,
  );
const durations = [...checked, ...outcomes.flatMap(({ files = [] }) => files)];
console.log(`\n${durationTable(durations, readBudgets())}`);
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
// A part of the tree may hold nothing long.
const isNothing = passed === 0 && !(isLong && paths.length > 0 && left.length === 0);
process.exit(failed.length > 0 || isNothing || interrupted ? 1 : 0);
