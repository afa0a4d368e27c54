import { fold } from '../../kernel/text/fold.ts';
import type { FaultBook } from './fault-book.ts';
import type { TableSchema } from './table-schema.ts';

/** Which field of the schema each column is, by rank; null for a column that the schema does not know. */
export type ColumnFields = readonly (number | null)[];

const plain = (name: string) => fold(name).replace(/[\s_-]+/g, '');

/** [DS6] [DS7] What is wrong with the names of the columns, and which field each is. */
export function checkHeader(
  header: readonly string[],
  schema: TableSchema | null,
  book: FaultBook,
  line: number,
): ColumnFields {
  const seen = new Set<string>();
  for (const [at, name] of header.entries()) {
    const place = { line, at: at + 1, value: name };
    if (name.trim() === '') book.add({ kind: 'blankHeader', ...place });
    else if (seen.has(name)) book.add({ kind: 'duplicateHeader', column: name, ...place });
    seen.add(name);
  }
  if (!schema) return header.map(() => null);
  const { fields } = schema;
  const found = header.map((name, at) => {
    const rank = fields.findIndex((field) => field.name === name);
    return rank >= 0 && header.indexOf(name) === at ? rank : null;
  });
  for (const [at, name] of header.entries()) {
    if (found[at] !== null || name.trim() === '' || header.indexOf(name) !== at) continue;
    const near = fields.findIndex(
      ({ name: wanted }, rank) => plain(wanted) === plain(name) && !found.includes(rank),
    );
    const place = { line, at: at + 1, value: name };
    if (near < 0) {
      book.add({ kind: 'extraColumn', column: name, ...place });
    } else {
      found[at] = near;
      book.add({ kind: 'renamedColumn', column: name, expected: fields[near]?.name ?? '', ...place });
    }
  }
  for (const [rank, { name, constraints }] of fields.entries()) {
    if (found.includes(rank)) continue;
    const isNeeded = constraints.required === true || schema.primaryKey.includes(name);
    book.add({ kind: isNeeded ? 'missingColumn' : 'missingOptional', column: name, line });
  }
  const order = found.filter((rank) => rank !== null);
  if (order.some((rank, at) => at > 0 && rank < (order[at - 1] ?? 0))) {
    const expected = fields.filter((_, rank) => order.includes(rank)).map(({ name }) => name);
    book.add({ kind: 'columnOrder', expected: expected.join(' · '), line, value: header.join(' · ') });
  }
  return found;
}
