import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sourceFiles } from '#tests/support/architecture/source-files.ts';

/** Numbers and dates that a text of the outside becomes, without the bounds of what a column holds. */
function unbounded(text: string): string[] {
  const chains = text.matchAll(
    /z\s*\.coerce\s*\.(number|date)(?:<\w+>)?\(\)((?:\s*\.\w+\([^()]*(?:\([^()]*\)[^()]*)*\))*)/g,
  );
  return [...chains].flatMap(([chain, , rest = '']) =>
    rest.includes('.min(') && rest.includes('.max(') ? [] : [chain],
  );
}

test('[SC19] every number and instant that comes from outside has bounds that a column of the database has too', () => {
  const found = sourceFiles(['shared', 'app', 'server/operations/api', 'server/library']).flatMap((path) =>
    unbounded(readFileSync(path, 'utf8')).map((chain) => `${path}: ${chain}`),
  );
  expect(found).toEqual([]);
});

test.each([
  ['z.coerce.number().int()', 1],
  ['z.coerce.date().optional()', 1],
  ['z.coerce.number().catch(0)', 1],
  ['z.coerce\n  .number()\n  .int()\n  .min(0)', 1],
  ['z.coerce.number().int().min(1).max(50).catch(1)', 0],
  ["z.coerce.date().min(new Date('2000')).max(new Date('2100'))", 0],
])('[SC19] planted: %s', (text, faults) => expect(unbounded(text)).toHaveLength(faults));
