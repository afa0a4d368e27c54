import { and, eq, gte, inArray, or, type SQL, sql } from 'drizzle-orm';
import { asReadable } from '#shared/kernel/access/readable.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { StatedKind } from '#shared/kind-states.fr.ts';
import type { KindName } from '#shared/kinds.ts';
import type { ThemeKey } from '#shared/people/group/theme.ts';
import type { SearchError } from '#shared/search/search-errors.ts';
import type { SearchQuery } from '#shared/search/search-query.ts';
import type { Reader } from '../documents/listed-documents.ts';
import type { Db } from '../kernel/client.ts';
import { inTransaction } from '../kernel/transaction.ts';
import { isInState, isOfTheme } from '../kinds.ts';
import { users } from '../people/person/schema.ts';
import { searchEntries } from './schema.ts';
import { bestEntries, type EntryKey } from './search-best.ts';
import { type FoundItem, readFound } from './search-found.ts';
import { type SearchRights, searchRightsOf } from './search-rights.ts';
import { type CompiledSearch, compileTerms, nearSearch, rowsOf } from './search-terms.ts';

/** What narrows a search; null or absent: not at all. */
export interface SearchFilter {
  readonly kind?: KindName | null;
  readonly groupId?: string | null;
  /** Whose people wrote it, or which it concerns. */
  readonly organisationId?: string | null;
  readonly theme?: ThemeKey | null;
  /** Of a kind that has states: those in this one. */
  readonly inState?: { readonly kind: StatedKind; readonly state: string } | null;
  /** Changed since. */
  readonly since?: Date | null;
}

export interface Found {
  readonly items: readonly FoundItem[];
  /** How many of each kind, whatever the kind asked for; at most `MOST_COUNTED` altogether. */
  readonly counts: Readonly<Partial<Record<KindName, number>>>;
  /** More were found than are counted. */
  readonly isMore: boolean;
  /** What was typed found nothing, or next to nothing: these have words that look like it. */
  readonly isNear: boolean;
}

/** Beyond, a page says « more than ». */
export const MOST_COUNTED = 1_000;
/** Of so many, titles and the last changed first, the best are chosen. */
const RANKED = 250;
/** The same while one types. */
const QUICKLY_RANKED = 50;
/** Below, words that look alike are tried. */
const FEW = 3;

const NOTHING: Found = { items: [], counts: {}, isMore: false, isNear: false };

type Asked = Reader & { query: SearchQuery; filter?: SearchFilter; skip?: number; limit: number };

/**
 * [SE1] to [SE6] What this person may find, the best first: title before text, late before early. `skip` and `limit` are for pages of it. Refused:
 * 'search.onlySmallWords', 'search.tooSlow'.
 */
export function searchEverything(db: Db, asked: Asked): Promise<Result<Found, SearchError>> {
  return inTime(db, asked, NOTHING, (tx, compiled, rights) => lookFor(tx, compiled, rights, asked));
}

/** [SE9] The first few of the same while one types, without their excerpts: nothing is counted, and texts are looked into for want of titles. */
export async function searchQuickly(
  db: Db,
  asked: Reader & { query: SearchQuery; limit: number },
): Promise<Result<readonly FoundItem[], SearchError>> {
  const found = await inTime(db, asked, NOTHING, async (tx, compiled, rights) => {
    const most = Math.max(QUICKLY_RANKED, asked.limit);
    const best = await bestEntries(tx, {
      query: compiled.query,
      condition: rights.entries,
      most,
      enough: asked.limit,
      isLatestFirst: true,
    });
    return { ...NOTHING, items: await readBest(tx, best, compiled, rights, { ...asked, isShort: true }) };
  });
  return found.ok ? ok(found.value.items) : found;
}

/** Looks by these means in a transaction that gives up after four seconds; by words that look alike when there is next to nothing. */
async function inTime(
  db: Db,
  { query: { terms }, ...reader }: Reader & { query: SearchQuery },
  nothing: Found,
  look: (tx: Db, compiled: CompiledSearch, rights: SearchRights) => Promise<Found>,
): Promise<Result<Found, SearchError>> {
  if (terms.length === 0) return ok(nothing);
  try {
    return await inTransaction<Result<Found, SearchError>>(db, async (tx) => {
      // Without statistics of its own tables a database may think that reading all of them is cheap, or compile a question for longer than it takes.
      await tx.execute(
        sql`select set_config('statement_timeout', '4s', true), set_config('jit', 'off', true), set_config('enable_seqscan', 'off', true)`,
      );
      const compiled = await compileTerms(tx, terms);
      if (!compiled) return fail('search.onlySmallWords');
      const rights = await searchRightsOf(tx, reader);
      if (!rights) return ok(nothing);
      const found = await look(tx, compiled, rights);
      const isFew = found.items.length < FEW && !found.isMore;
      if (!isFew || terms.every(({ isPhrase }) => isPhrase)) return ok(found);
      const near = await nearSearch(tx, compiled, terms);
      const others = near && (await look(tx, near, rights));
      return ok(others && others.items.length > found.items.length ? { ...others, isNear: true } : found);
    });
  } catch (error) {
    if (isTimeout(error)) return fail('search.tooSlow');
    throw error;
  }
}

async function lookFor(db: Db, compiled: CompiledSearch, rights: SearchRights, asked: Asked): Promise<Found> {
  const { filter = {}, skip = 0, limit } = asked;
  const { kind, words } = searchEntries;
  const condition = and(rights.entries, narrowed(db, filter));
  const counted = await rowsOf<{ kind: KindName; count: number }>(
    db,
    sql`select kind, count(*)::int as count from (select kind from ${searchEntries}
      where ${and(sql`${words} @@ ${compiled.query}::tsquery`, condition)} limit ${MOST_COUNTED + 1}) as counted group by kind`,
  );
  if (counted.length === 0) return NOTHING;
  const most = Math.max(RANKED, skip + limit);
  const best = await bestEntries(db, {
    query: compiled.query,
    condition: and(condition, filter.kind ? eq(kind, filter.kind) : undefined, ofState(db, filter)),
    most,
    enough: most,
    isLatestFirst: false,
  });
  return {
    items: await readBest(db, best, compiled, rights, asked),
    counts: Object.fromEntries(counted.map(({ kind: name, count }) => [name, count])),
    isMore: counted.reduce((sum, { count }) => sum + count, 0) > MOST_COUNTED,
    isNear: false,
  };
}

/** The best of these, by how often and where they have the words and when they changed, as their reader may see them now. */
async function readBest(
  db: Db,
  best: readonly EntryKey[],
  { query, stems }: CompiledSearch,
  rights: SearchRights,
  { query: { text }, skip = 0, limit, now, isShort = false }: Asked & { isShort?: boolean },
): Promise<FoundItem[]> {
  if (best.length === 0) return [];
  const { kind, objectId, title, titleWords, words, updatedAt } = searchEntries;
  const q = sql`${query}::tsquery`;
  const isTitled = sql`(${titleWords} @@ ${q})`;
  const isExact = sql`lower(public.unaccent(${title})) = lower(public.unaccent(${text}::text))`;
  const days = sql`greatest(0, extract(epoch from ${now.toISOString()}::timestamptz - ${updatedAt}) / 86400)`;
  const score = sql`(ts_rank(${words}, ${q}) + case when ${isTitled} then 1 + ts_rank(${titleWords}, ${q}, 1) else 0 end
    + case when ${isExact} then 2 else 0 end) * (0.75 + 0.25 * exp(-${days}::float8 / 365))`;
  const kinds = sql.param(best.map((entry) => entry.kind));
  const ids = sql.param(best.map((entry) => entry.objectId));
  const page = await rowsOf<EntryKey>(
    db,
    sql`select ${kind} as kind, ${objectId} as "objectId" from unnest(${kinds}::text[], ${ids}::text[]) as best(kind, object_id)
        join ${searchEntries} on best.kind = ${kind} and best.object_id = ${objectId}
      where ${rights.objects} order by ${score} desc, ${updatedAt} desc, ${kind}, ${objectId} limit ${limit} offset ${skip}`,
  );
  const seen = page.map((key) => ({ kind: key.kind, objectId: asReadable<KindName>(key.objectId) }));
  return readFound(db, seen, { query, stems, groupIds: rights.groupIds, now, isShort });
}

const ofState = (db: Db, { inState }: SearchFilter) =>
  inState ? isInState(db, inState.kind, inState.state) : undefined;

function narrowed(db: Db, { groupId, organisationId, theme, since }: SearchFilter): SQL | undefined {
  return and(
    theme ? isOfTheme(db, theme) : undefined,
    groupId ? eq(searchEntries.groupId, groupId) : undefined,
    since ? gte(searchEntries.updatedAt, since) : undefined,
    organisationId
      ? or(
          sql`${organisationId} = any(${searchEntries.organisationIds})`,
          inArray(
            searchEntries.authorId,
            db.select({ id: users.id }).from(users).where(eq(users.organisationId, organisationId)),
          ),
        )
      : undefined,
  );
}

/** PostgreSQL's own code for a statement that took too long. */
function isTimeout(error: unknown): boolean {
  const cause = error instanceof Error ? (error.cause ?? error) : null;
  return typeof cause === 'object' && cause !== null && 'code' in cause && cause.code === '57014';
}
