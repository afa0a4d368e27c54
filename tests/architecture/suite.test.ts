import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { greenFiles } from '#tests/support/architecture/long-ring.ts';
import { type Outcome, readResults } from '#tests/support/architecture/reports.ts';
import type { Told } from '#tests/support/architecture/results.ts';
import { MOST_SECOND_TRIES, secondTries } from '#tests/support/architecture/second-try.ts';
import { durationTable, readBudgets } from '#tests/support/architecture/test-durations.ts';
import { runProgram } from '#tests/support/run-program.ts';
import { journeysOf } from '#tests/support/since.ts';
import { testEnvironment } from '#tests/support/test-environment.ts';
import { hasOrder } from '#tests/support/unordered-rows.ts';

/** The rooms of `tests/`. */
const TESTED = ['app', 'architecture', 'db', 'e2e', 'server', 'shared', 'whole'];

const JOURNEYS = ['tests/e2e/boards/table.spec.ts', 'tests/e2e/documents/history.spec.ts'];

test.each([
  ['its own file', ['tests/e2e/boards/table.spec.ts'], ['tests/e2e/boards/table.spec.ts']],
  [
    'its domain, in any room',
    ['db/documents/history.ts', 'docs/rules.md'],
    ['tests/e2e/documents/history.spec.ts'],
  ],
  ['what every page is made with', ['app/ui/button.tsx'], JOURNEYS],
  ['what journeys share', ['tests/e2e/support/sign-in.ts'], JOURNEYS],
  ['nothing of them', ['docs/glossary.md', 'db/meetings/votes.ts'], []],
])('[H23] a journey is run again for a change of %s', (_what, changed, wanted) => {
  expect(journeysOf(changed, JOURNEYS)).toEqual(wanted);
});

test('[H23] the run tells where its time went: by room, beside its budget, then its ten longest files', () => {
  const files = Array.from({ length: 12 }, (_, at) => ({ file: `tests/db/file-${at}.test.ts`, seconds: at }));
  const lines = durationTable(
    [...files, { file: 'tests/e2e/boards/board.spec.ts', seconds: 100 }, { file: 'Types', seconds: 4 }],
    [
      { rooms: ['checks'], seconds: 10 },
      { rooms: ['shared', 'db'], seconds: 140 },
      { rooms: ['e2e'], seconds: 150 },
    ],
  ).split('\n');
  expect(lines.slice(0, 4)).toEqual([
    'Où le temps est allé (secondes d’un processus de tests)\u00a0: 170 s sur 300',
    '  checks\u00a0: 4 s sur 10, 1 fichiers',
    '  shared, db\u00a0: 66 s sur 140, 12 fichiers',
    '  e2e\u00a0: 100 s sur 150, 1 fichiers',
  ]);
  expect(lines.slice(5)).toHaveLength(10);
  expect(lines[5]).toBe('  100 s  tests/e2e/boards/board.spec.ts');
});

test('[H23] a room that took more than its share by a fifth is marked, whatever the machine; each room has a budget', () => {
  const budgets = [
    { rooms: ['db'], seconds: 50 },
    { rooms: ['e2e'], seconds: 50 },
  ];
  const marked = (db: number, e2e: number) =>
    durationTable(
      [
        { file: 'tests/db/a.test.ts', seconds: db },
        { file: 'tests/e2e/a.spec.ts', seconds: e2e },
      ],
      budgets,
    )
      .split('\n')
      .filter((line) => line.endsWith('plus que sa part'));
  expect([marked(400, 600), marked(390, 610).length]).toEqual([[], 1]);
  const rooms = readBudgets().flatMap((budget) => budget.rooms);
  expect(rooms.toSorted()).toEqual(['checks', ...TESTED].toSorted());
});

/** Runs tests that are planted in a folder of their own, and reads what their runner told. */
async function runPlanted(
  files: Readonly<Record<string, string>>,
  program: readonly string[],
): Promise<Outcome> {
  const folder = await mkdtemp(join(tmpdir(), 'cordee-planted-'));
  try {
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
    await symlink(resolve('node_modules'), join(folder, 'node_modules'));
    const results = join(folder, 'results.jsonl');
    const env = { ...testEnvironment(false), TEST_RESULTS: results };
    const options = { cwd: folder, env, limitMs: 60_000, show: 'never' } as const;
    return readResults(results, await runProgram(process.execPath, program, options));
  } finally {
    await rm(folder, { recursive: true });
  }
}

const reporter = (name: string) => resolve(`tests/support/architecture/${name}-reporter.ts`);
const shortly = ({ passed, skipped, failed }: Outcome) => ({
  ...{ passed, skipped },
  failed: failed.map(({ what, where }) => [what.split('\n')[0], where?.replace(/^.*\//, '')]),
});

test('[H26] of Vitest each failure is told, and beside a test that failed what failed outside of any', async () => {
  const outcome = await runPlanted(
    {
      'vitest.config.mjs': `export default {}`,
      'a.test.mjs': `import { describe, expect, test } from 'vitest';
        test('good', () => {}); test.skip('later', () => {});
        test('bad', () => { setTimeout(() => { throw new Error('outside'); }); expect(1).toBe(2); });
        describe('group', () => { beforeAll(() => { throw new Error('unprepared'); }); test('never', () => {}); });
        import { beforeAll } from 'vitest';`,
      'b.test.mjs': `throw new Error('unreadable');`,
    },
    ['node_modules/vitest/vitest.mjs', 'run', `--reporter=${reporter('vitest')}`],
  );
  const { failed, ...counts } = shortly(outcome);
  expect(counts).toEqual({ passed: 1, skipped: 2 });
  const whole = (what: string | undefined) => what?.replace(/^.*\//, '');
  expect(failed.map(([what, where]) => [whole(what), where]).toSorted()).toEqual([
    ['a.test.mjs', 'a.test.mjs'],
    ['b.test.mjs', 'b.test.mjs'],
    ['bad', 'a.test.mjs'],
    ['erreur hors de tout test', undefined],
  ]);
});

test('[H26] of journeys each failure is told with its line, and with its file where others waited for it', async () => {
  const outcome = await runPlanted(
    {
      'a.spec.mjs': `import { test, expect } from '@playwright/test';
        test('good', () => {});
        test('bad', () => { expect(1).toBe(2); });`,
      'b.spec.mjs': `import { test, expect } from '@playwright/test';
        test.skip('later', () => {});
        test.describe.serial('group', () => { test('first', () => { expect(1).toBe(2); }); test('held back', () => {}); });`,
    },
    ['node_modules/@playwright/test/cli.js', 'test', `--reporter=${reporter('playwright')}`],
  );
  expect(shortly(outcome)).toEqual({
    ...{ passed: 1, skipped: 2 },
    failed: [
      ['a.spec.mjs › bad', 'a.spec.mjs:3'],
      ['b.spec.mjs › group › first', 'b.spec.mjs'],
    ],
  });
  expect(outcome.files?.map(({ isWhole }) => isWhole)).toEqual([true, true]);
});

test('[H26] a run that ended before it said so has failed, whatever it told before; so has one that says nothing of why', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'cordee-told-'));
  const line = (told: Told) => `${JSON.stringify(told)}\n`;
  const file = { file: 'tests/db/a.test.ts', isWhole: true, passed: 2, skipped: 0, failed: [], seconds: 1 };
  const told = async (text: string, succeeded: boolean) => {
    await writeFile(join(folder, '1.jsonl'), text);
    return readResults(join(folder, '1.jsonl'), succeeded).failed.map(({ what }) => what);
  };
  const cut = ['le programme s’est arrêté avant la fin'];
  expect(await told(line(file) + line({ ended: 'passed' }), true)).toEqual([]);
  expect(await told(line(file), true)).toEqual(cut);
  expect(await told(line(file) + line({ ended: 'interrupted' }), true)).toEqual(cut);
  expect(await told(`${line(file)}{"ended":"pas`, false)).toEqual(cut);
  expect(await told(line(file) + line({ ended: 'passed' }), false)).toHaveLength(1);
  // What is left of the long ring: all that was not seen whole and green, the last time that it was seen.
  const red = { ...file, failed: [{ what: 'bad' }] };
  await writeFile(
    join(folder, '2.jsonl'),
    line({ ...file, file: 'b' }) + line({ ...file, file: 'c', isWhole: false }),
  );
  await writeFile(join(folder, '10.jsonl'), line(red) + line({ ...red, file: 'd' }));
  expect(greenFiles(folder).map((one) => one.file)).toEqual(['b']);
  await writeFile(join(folder, '11.jsonl'), line({ ...file, file: 'd' }));
  expect(greenFiles(folder).map((one) => one.file)).toEqual(['b', 'd']);
  await rm(folder, { recursive: true });
});

const GREEN = { passed: 3, failed: [], skipped: 0 };

test('[H26] what fails is tried once more, alone: red again it has failed, green it is told with why it failed first', async () => {
  const tried: string[] = [];
  const settled = await secondTries(
    [
      { what: 'two waits', where: 'tests/db/a.test.ts' },
      { what: 'a wrong sum', where: 'tests/db/b.test.ts' },
      { what: 'another wait', where: 'tests/db/a.test.ts' },
      { what: 'a style' },
      { what: 'of no test', where: 'tests/db/c.test.ts' },
    ],
    async (where) => {
      tried.push(where);
      if (where.includes('/a.')) return GREEN;
      const failed = where.includes('/b.') ? [{ what: 'a wrong sum, alone' }] : [];
      return { passed: 0, failed, skipped: 0 };
    },
  );
  expect(tried).toEqual(['tests/db/a.test.ts', 'tests/db/b.test.ts', 'tests/db/c.test.ts']);
  expect(settled).toEqual({
    failed: ['a style', 'a wrong sum, alone', 'of no test'],
    second: ['two waits', 'another wait'],
  });
});

test('[H26] a run with more than ten failures is sick, and nothing of it is tried again', async () => {
  const failures = Array.from({ length: MOST_SECOND_TRIES + 1 }, (_, at) => ({
    what: `fault ${at}`,
    where: `tests/db/${at}.test.ts`,
  }));
  const many = await secondTries(failures, async () => expect.fail('tried'));
  expect([many.failed.length, many.second]).toEqual([failures.length + 1, []]);
  const few = await secondTries(failures.slice(1), async () => GREEN);
  expect([few.failed, few.second.length]).toEqual([[], MOST_SECOND_TRIES]);
});

test.each([
  ['select a from t', false],
  ['select a from t order by a', true],
  ['select a from (select a from t order by a) s', false],
  [`select a from t where b = 'order by' and "order by" = 1`, false],
  ['insert into t values (1), (2) returning a', false],
  ['select array_agg(a order by a) from t group by b', false],
  ['select a from t where b in (select b from u where (c = 1)) order by (a + 1), b', true],
])('[S16] whether a statement asks for an order: %s', (statement, isOrdered) => {
  expect(hasOrder(statement)).toBe(isOrdered);
});
