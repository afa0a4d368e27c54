import { z } from 'zod';
import { storable } from '#shared/kernel/storable.ts';
import type { ArchivedRow, ArchiveField, FieldType } from './archived-table.ts';

/** It becomes a part of the names of rooms and of stored files. */
const Id = z.string().regex(/^[\w-]{1,64}$/);
const Text = z.string().max(50_000_000).transform(storable);

const TYPES: Readonly<Record<FieldType, z.ZodType>> = {
  string: Text,
  integer: z.number().int(),
  number: z.number(),
  boolean: z.boolean(),
  date: z.iso.date(),
  datetime: z.iso.datetime().transform((at) => new Date(at)),
  array: z.array(Text),
  any: z.json(),
};

/**
 * [OA8] What the rows of a table of an archive must be, by the fields of the table; `words` are the values that a field may have where it
 * may not have any. Fields that are not known here are passed over, those that are not there are as if they said nothing.
 */
export function rowsSchema(
  fields: readonly ArchiveField[],
  words: Readonly<Record<string, readonly string[]>> = {},
): z.ZodType<ArchivedRow[]> {
  const shape = Object.fromEntries(
    fields.map(({ name, type, isRequired }) => {
      const among = words[name];
      const value = name === 'id' ? Id : among ? z.enum(among) : TYPES[type];
      return [name, isRequired ? value : value.nullish().transform((one) => one ?? null)];
    }),
  );
  return z.array(z.object(shape)).max(5_000_000) as unknown as z.ZodType<ArchivedRow[]>;
}
