import { and, not, type SQL, sql } from 'drizzle-orm';
import type { KindName } from '#shared/kinds.ts';
import type { Db } from '../kernel/client.ts';
import { searchEntries } from './schema.ts';
import { rowsOf } from './search-terms.ts';

/** An entry by its key. */
export interface EntryKey {
  readonly kind: KindName;
  readonly objectId: string;
}

interface Wanted {
  /** A `tsquery`, written out. */
  readonly query: string;
  /** What else an entry must be: readable, and as the search was narrowed. */
  readonly condition: SQL | undefined;
  /** So many are chosen at most, and with so many nobody looks further: in texts, or further back. */
  readonly most: number;
  readonly enough: number;
  /** The last changed of all entries are tried first: quick for what many have, of no use to a search that is narrowed. */
  readonly isLatestFirst: boolean;
}

/** What a beginning of two letters finds by the thousand is among so many of the last changed; anything else is in an index. */
const LATEST = 2_000;
/** While one types, a phrase is looked for in so many of the last changed entries that have its words: each text is read for it. */
const READ_FOR_PHRASE = 3_000;

/** [SE5] The entries among which the best are: those whose title has the words, then the others, the last changed of each first. */
export async function bestEntries(db: Db, wanted: Wanted): Promise<EntryKey[]> {
  const { query, most, enough, isLatestFirst } = wanted;
  const { titleWords, words } = searchEntries;
  const q = sql`${query}::tsquery`;
  // What is absent from a title may stand in the text.
  const isTitled = and(sql`${titleWords} @@ ${q}`, query.includes('!') ? sql`${words} @@ ${q}` : undefined);
  const titled = await lastChanged(db, wanted, isTitled);
  if (titled.length >= enough) return titled;
  const isWorded = and(sql`${words} @@ ${q}`, not(sql`${titleWords} @@ ${q}`));
  const near = isLatestFirst ? apart(query) : null;
  const worded = await lastChanged(db, { ...wanted, enough: enough - titled.length }, isWorded, near);
  return [...titled, ...worded].slice(0, most);
}

/** A phrase as its words anywhere, which an index knows without a look into each text; null when there is none. */
function apart(query: string): SQL | null {
  const near = query.replaceAll(/<(?:-|\d+)>/g, '&');
  return near === query ? null : sql`${searchEntries.words} @@ ${near}::tsquery`;
}

/** `near`: what an index knows of `matching`, where to ask all of it of every entry would take too long. */
async function lastChanged(
  db: Db,
  { condition, most, enough, isLatestFirst }: Wanted,
  matching: SQL | undefined,
  near: SQL | null = null,
): Promise<EntryKey[]> {
  const { kind, objectId, updatedAt } = searchEntries;
  const key = sql`${kind} as kind, ${objectId} as "objectId"`;
  const last = sql`order by ${updatedAt} desc limit`;
  if (isLatestFirst) {
    const latest = await rowsOf<EntryKey>(
      db,
      sql`select ${key} from (select * from ${searchEntries} ${last} ${LATEST}) as ${searchEntries}
        where ${and(condition, matching)} ${last} ${most}`,
    );
    if (latest.length >= enough) return latest;
  }
  // Apart from the order: by it a database would walk through everything for a word that hardly anything has.
  const found = (which: SQL | undefined, limit: number) =>
    sql`with found as materialized (select ${kind}, ${objectId}, ${updatedAt} from ${searchEntries} where ${which})
      select kind, object_id as "objectId" from found order by updated_at desc limit ${limit}`;
  if (!near) return rowsOf<EntryKey>(db, found(and(condition, matching), most));
  // Its limit keeps the question from being put to all of them first.
  return rowsOf<EntryKey>(
    db,
    sql`select ${key} from (select ${searchEntries}.* from (${found(and(condition, near), READ_FOR_PHRASE)}) as near
        join ${searchEntries} on near.kind = ${kind} and near."objectId" = ${objectId} limit ${READ_FOR_PHRASE}) as ${searchEntries}
      where ${matching} ${last} ${most}`,
  );
}
