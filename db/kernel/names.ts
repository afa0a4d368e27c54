import { and, asc, desc, type SQL, sql } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';

/** Every word of the query stands in this column, whatever its case and accents. */
export function holds(column: AnyPgColumn, query: string): SQL | undefined {
  const words = query.trim().split(/\s+/).filter(Boolean);
  return and(...words.map((word) => sql`${folded(column)} like ${folded(`%${literal(word)}%`)}`));
}

/** Names that begin with the query, then the others, in alphabetical order. */
export function byName(column: AnyPgColumn, query: string): SQL[] {
  const begins = sql`(${folded(column)} like ${folded(`${literal(query.trim())}%`)})`;
  return [desc(begins), asc(folded(column))];
}

const folded = (text: AnyPgColumn | string) => sql`lower(public.unaccent(${text}))`;

const literal = (typed: string) => typed.replace(/[\\%_]/g, '\\$&');
