import { type SQL, sql } from 'drizzle-orm';

/** [PS2] Whether a text of the public site has the words that a visitor typed, in any of their French forms, accents or not. */
export function hasFrenchWords(text: SQL, query: string): SQL {
  return sql`to_tsvector('public.fr', ${text}) @@ websearch_to_tsquery('public.fr', ${query})`;
}
