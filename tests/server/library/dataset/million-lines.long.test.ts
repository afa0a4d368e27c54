import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CHECK_LIMITS, runCheck } from '#server/library/dataset/run-check.ts';
import { parseTableSchema, type TableSchema } from '#shared/library/dataset/table-schema.ts';

const LINES = 1_000_000;
let folder = '';
let path = '';

function schemaOf(given: object): TableSchema {
  const parsed = parseTableSchema(JSON.stringify(given));
  if (!parsed.ok) throw new Error(parsed.error);
  return parsed.value;
}
const ADDRESSES = schemaOf({
  fields: [
    { name: 'id', type: 'integer', constraints: { required: true, unique: true } },
    { name: 'voie', type: 'string', constraints: { maxLength: 60 } },
    { name: 'jour', type: 'date' },
    { name: 'code_insee', type: 'string' },
  ],
});

/** A line of the file; the tenth, the middle and the last one are wrong. */
function lineOf(at: number): string {
  const day = at === 10 ? '06/02/2023' : '2023-02-06';
  const code = at === LINES / 2 ? '1004' : '01004';
  return `${at === LINES ? 1 : at},"${at}, rue de l’Île",${day},${code}\n`;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cordee-million-'));
  path = join(folder, 'adresses.csv');
  const out = createWriteStream(path);
  out.write('id,voie,jour,code_insee\n');
  for (let at = 1; at <= LINES; at += 1_000) {
    const block = Array.from({ length: 1_000 }, (_, more) => lineOf(at + more)).join('');
    if (!out.write(block)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function run(
  limits: Partial<typeof CHECK_LIMITS>,
  { stop = new AbortController(), onFirst }: { stop?: AbortController; onFirst?: () => void } = {},
) {
  const rows: number[] = [];
  const broken: Error[] = [];
  const result = runCheck({
    task: { path, schema: ADDRESSES, sheet: null },
    signal: stop.signal,
    limits: { ...CHECK_LIMITS, ...limits },
    onRows: (seen) => {
      rows.push(seen);
      if (seen > 0) onFirst?.();
    },
    onBroken: (error) => broken.push(error),
  });
  return { result, rows, broken };
}

test('[DS10] a million lines are checked to the last one, within a third of the memory that a check may take', async () => {
  const { result, rows, broken } = run({ memoryBytes: CHECK_LIMITS.memoryBytes / 3 });
  const report = await result;
  expect(broken).toEqual([]);
  if (!report.ok) throw new Error(report.error);
  expect(report.value).toMatchObject({ rows: LINES, errors: 3, warnings: 0 });
  expect(
    report.value.faults.map(({ kind, column, examples }) => [kind, column, examples.map(({ line }) => line)]),
  ).toEqual([
    ['type', 'jour', [11]],
    ['unique', 'id', [LINES + 1]],
    ['leadingZero', 'code_insee', [LINES / 2 + 1]],
  ]);
  // How far it is was said on the way, never backwards.
  expect(rows.length).toBeGreaterThan(10);
  expect(rows).toEqual([...rows].sort((a, b) => a - b));
  expect(rows.at(-1)).toBeLessThanOrEqual(LINES);
});

test('[DS10] stopped in the middle of a million lines, it reads no further', async () => {
  const stop = new AbortController();
  const { result, rows } = run({}, { stop, onFirst: () => stop.abort() });
  expect(await result).toEqual({ ok: false, error: 'dataset.checkCancelled' });
  expect(rows.at(-1)).toBeLessThan(LINES);
});
