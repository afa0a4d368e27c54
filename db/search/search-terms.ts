import { type SQL, sql } from 'drizzle-orm';
import { fold } from '#shared/kernel/text/fold.ts';
import { oneSlipAway } from '#shared/search/near-words.ts';
import type { SearchTerm } from '#shared/search/search-query.ts';
import type { Db } from '../kernel/client.ts';

/** A search as the database looks for it. */
export interface CompiledSearch {
  /** A `tsquery`, written out. */
  readonly query: string;
  /** Stems of what must be there, one list a word. */
  readonly stems: readonly (readonly string[])[];
}

/** [SE1] [SE2] Terms as a `tsquery` over `public.fr`; null when nothing is left but small words. */
export async function compileTerms(db: Db, terms: readonly SearchTerm[]): Promise<CompiledSearch | null> {
  const wanted = terms.filter(({ isWithout }) => !isWithout);
  const unwanted = terms.filter(({ isWithout }) => isWithout);
  const present = sql.join(wanted.map(termQuery), sql` && `);
  const absent = unwanted.map((term) => sql` && (!! ${termQuery(term)})`);
  const stems = sql.join(
    wanted.map(
      ({ forms }) => sql`to_jsonb(tsvector_to_array(to_tsvector('public.fr', ${forms.join(' ')}::text)))`,
    ),
    sql`, `,
  );
  const [found] = await rowsOf<{ query: string; nodes: number; stems: string[][] }>(
    db,
    sql`select (present${sql.join(absent)})::text as query, numnode(present) as nodes, jsonb_build_array(${stems}) as stems
      from (select ${present} as present) as given`,
  );
  if (!found || found.nodes === 0) return null;
  return { query: found.query, stems: found.stems.filter((list) => list.length > 0) };
}

/** So many words are tried in the place of one. */
const MOST_NEAR = 4;

/** The search with words that look like its own in their place; null when none does. */
export async function nearSearch(
  db: Db,
  { query, stems }: CompiledSearch,
  terms: readonly SearchTerm[],
): Promise<CompiledSearch | null> {
  const slips = await slipsOf(db, terms);
  const near: string[][] = [];
  // One after the other: in a transaction there is one connection.
  for (const list of stems) {
    const slipped = list.flatMap((stem) => slips.get(stem) ?? []);
    near.push(slipped.length > 0 ? slipped : await nearStems(db, list));
  }
  if (near.every((list) => list.length === 0)) return null;
  const words = stems.map((list, at) => [...new Set([...list, ...(near[at] ?? [])])]);
  const absent = /(?: & !.*)$/.exec(query)?.[0] ?? '';
  const any = (list: readonly string[]) => `( ${list.map(quoted).join(' | ')} )`;
  return { query: words.map(any).join(' & ') + absent, stems: words };
}

/** By its stem, what a word may have been meant to be: stems that somebody wrote, of words that are one slip away from it. */
async function slipsOf(
  db: Db,
  terms: readonly SearchTerm[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, readonly string[]>();
  for (const { forms, isPhrase, isWithout } of terms) {
    const [word = ''] = forms;
    const variants = isPhrase || isWithout ? [] : oneSlipAway(fold(word));
    if (variants.length === 0) continue;
    const rows = await rowsOf<{ stem: string; words: string[] }>(
      db,
      sql`select stem, array(select word from search_word where word <> stem
            and word = any(tsvector_to_array(to_tsvector('public.fr', ${variants.join(' ')}::text))) order by word limit ${MOST_NEAR}) as words
          from unnest(tsvector_to_array(to_tsvector('public.fr', ${word}::text))) as given(stem)`,
    );
    for (const { stem, words } of rows) found.set(stem, words);
  }
  return found;
}

/** Stems that have most of their trigrams in common with one of these: a letter doubled, left out or in another's place. */
async function nearStems(db: Db, stems: readonly string[]): Promise<string[]> {
  const long = stems.filter((stem) => stem.length >= 4);
  if (long.length === 0) return [];
  const rows = await rowsOf<{ word: string }>(
    db,
    sql`select word, max(similarity(word, stem)) as likeness from unnest(${sql.param(long)}::text[]) as given(stem)
      join search_word on word % stem and similarity(word, stem) >= 0.38 and word <> stem
      where abs(length(word) - length(stem)) <= 2 group by word order by likeness desc, word limit ${MOST_NEAR}`,
  );
  return rows.map(({ word }) => word);
}

function termQuery({ forms, isPhrase, isBegun }: SearchTerm): SQL {
  const spelt = forms.map((form) =>
    isPhrase
      ? sql`phraseto_tsquery('public.fr', ${form}::text)`
      : sql`plainto_tsquery('public.fr', ${form}::text)`,
  );
  const [first = ''] = forms;
  const whole = sql.join(spelt, sql` || `);
  if (!isBegun && spelt.length === 1) return whole;
  // Another spelling of a small word would be no small word.
  const isSmall = sql`numnode(plainto_tsquery('public.fr', ${first}::text)) = 0`;
  if (!isBegun) return sql`(case when ${isSmall} then ''::tsquery else ${whole} end)`;
  // Its stem would be cut where the rest of the word goes on: the letters themselves are a beginning too.
  const beginning = quoted(/[\p{L}\p{N}]*$/u.exec(first)?.[0] ?? '');
  return sql`(case when ${isSmall} then ''::tsquery else ${whole} || to_tsquery('public.fr', ${`${quoted(first)}:*`})
      || to_tsquery('simple', public.unaccent(${`${beginning}:*`})) end)`;
}

/** As `to_tsquery` takes a word: between quotes, what is inside is parsed as text. */
const quoted = (word: string) => `'${word.replaceAll(/['’\\]/g, ' ')}'`;

/** Rows of a statement that is written by hand: on both databases they are objects. */
export async function rowsOf<Row>(db: Db, statement: SQL): Promise<Row[]> {
  return ((await db.execute(statement)) as unknown as { rows: Row[] }).rows;
}
