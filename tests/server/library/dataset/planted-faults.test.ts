import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkFile } from '#server/library/dataset/check-file.ts';
import { datasetCheck } from '#shared/library/dataset/dataset-check.fr.ts';
import { parseTableSchema } from '#shared/library/dataset/table-schema.ts';
import { DELIBERATIONS, DELIBERATIONS_FILE, PLANTED } from '#tests/support/library/scdl.ts';

test('[DS7] [DS8] [DS9] every fault planted in a file of deliberations is found where it is, said in French, and no other', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'cordee-planted-'));
  try {
    const path = join(folder, 'deliberations.csv');
    await writeFile(path, DELIBERATIONS_FILE);
    const schema = parseTableSchema(JSON.stringify(DELIBERATIONS));
    if (!schema.ok) throw new Error(schema.error);
    const report = await checkFile({ path, schema: schema.value, sheet: null }, () => undefined);
    const found = report.faults.flatMap(({ kind, column, examples, expected }) =>
      examples.map(({ line, column: position, value }) => ({
        kind,
        column,
        line,
        position,
        value,
        sentence: datasetCheck.fault({ kind, expected }),
      })),
    );
    const key = (fault: { kind: string; line: number; column: string | null }) =>
      `${fault.kind} ${fault.line} ${fault.column}`;
    const sorted = <T extends Parameters<typeof key>[0]>(faults: readonly T[]) =>
      [...faults].sort((a, b) => (key(a) < key(b) ? -1 : 1));
    expect(sorted(found)).toEqual(
      sorted(
        PLANTED.map(({ says, ...planted }) => ({ ...planted, sentence: expect.stringContaining(says) })),
      ),
    );
    expect(report.errors + report.warnings).toBe(PLANTED.length);
    // What the schema asks for and nobody checks is said, never passed over.
    expect(report.unchecked).toEqual(['nomenclature-actes-value']);
    expect(report.shape).toMatchObject({ encoding: 'windows-1252', separator: ';' });
  } finally {
    await rm(folder, { recursive: true });
  }
});
