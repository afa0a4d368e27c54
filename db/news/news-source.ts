import type { NewsItem } from '#shared/news/news.ts';
import { findPeople } from '../documents/access/document-people.ts';
import type { Db } from '../kernel/client.ts';

/** Whose news, of which group, from when on. The caller has checked that they are in the group. */
export interface AskedNews {
  readonly userId: string;
  readonly groupId: string;
  readonly since: Date;
  readonly now: Date;
  /** How many objects of one kind; the others are only counted. */
  readonly limit: number;
}

/** What one source of news finds. */
export interface FoundNews {
  readonly items: readonly NewsItem[];
  readonly total: number;
}

const NAMES_MAX = 3;

/** The names behind ids, three at most and each once; ids of nobody are passed over. */
export async function namesOf(
  db: Db,
  ids: readonly (string | null)[],
): Promise<(ids: readonly (string | null)[]) => string[]> {
  const people = await findPeople(db, ids);
  return (asked) =>
    [...new Set(asked)].flatMap((id) => (id && people.get(id)?.name) || []).slice(0, NAMES_MAX);
}
