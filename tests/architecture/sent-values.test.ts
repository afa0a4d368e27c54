import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { sourceFiles } from '#tests/support/architecture/source-files.ts';
import { tableRoutes } from '#tests/support/route-table.ts';

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

/** The page with the parts that it draws, to the second level. */
function drawn(file: string, levels = 2): string {
  const text = readFileSync(file, 'utf8');
  const parts = levels > 0 ? text.matchAll(/from '(\.[^']+\.tsx)'/g) : [];
  return [text, ...[...parts].map(([, part = '']) => drawn(join(dirname(file), part), levels - 1))].join(
    '\n',
  );
}

test('[SC14] the address of each page that sends a file lets files through, as they are', () => {
  const door = readFileSync('app/kernel/body-door.server.ts', 'utf8');
  const sending = tableRoutes.filter(({ file }) => {
    const page = join('app', file);
    const hasAction = /export (?:async function|const|function) action\b/.test(readFileSync(page, 'utf8'));
    return hasAction && /<[Ff]orm\b(?![^>]*\baction=)[^>]*multipart\/form-data/.test(drawn(page));
  });
  expect(sending.length).toBeGreaterThan(10);
  expect(sending.map(({ path }) => path).filter((path) => !door.includes(`'${path}'`))).toEqual([]);
});
