import { expect, test } from 'vitest';
import { MOST_SECOND_TRIES, secondTries } from '#tests/support/architecture/second-try.ts';
import { journeysOf } from '#tests/support/since.ts';
import { durationTable } from '#tests/support/test-durations.ts';
import { hasOrder } from '#tests/support/unordered-rows.ts';

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

test('[H23] the run tells where its time went: by layer, then its ten longest files', () => {
  const files = Array.from({ length: 12 }, (_, at) => ({ file: `tests/db/file-${at}.test.ts`, seconds: at }));
  const lines = durationTable([...files, { file: 'tests/e2e/boards/board.spec.ts', seconds: 100 }]).split(
    '\n',
  );
  expect(lines.slice(1, 3)).toEqual(['  e2e\u00a0: 100 s, 1 fichiers', '  db\u00a0: 66 s, 12 fichiers']);
  expect(lines.slice(4)).toHaveLength(10);
  expect(lines[4]).toBe('  100 s  tests/e2e/boards/board.spec.ts');
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
