import { type SQL, sql } from 'drizzle-orm';
import { type AnyPgColumn, customType, timestamp } from 'drizzle-orm/pg-core';

/** Bytes: node-postgres answers `Buffer`, which is a `Uint8Array`. */
export const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({
  dataType: () => 'bytea',
});

/** Text compared byte by byte, for order keys and codes: the same order on every database (docs/decisions/0035). */
export const orderedText = customType<{ data: string }>({
  dataType: () => 'text collate "C"',
});

/** An instant, with its time zone, read as a `Date`. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** What names and words are ordered and searched by: neither case nor accents. An index may hold it (migration 0054). */
export const nameKey = (text: AnyPgColumn | SQL): SQL<string> => sql<string>`public.name_key(${text})`;
