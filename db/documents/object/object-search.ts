import { and, asc, desc, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm';
import type { FoundObject } from '#shared/documents/attribute/document-objects.ts';
import { cardRefId } from '#shared/documents/text/object-address.ts';
import { boards, cards } from '../../boards/schema.ts';
import type { Db } from '../../kernel/client.ts';
import { byName, holds } from '../../kernel/names.ts';
import { searchEntries } from '../../kinds.ts';
import { groups } from '../../people/group/schema.ts';
import { organisations } from '../../people/organisation/schema.ts';
import { users } from '../../people/person/schema.ts';
import { acquaintancesOf, groupsAllowing, isIn } from '../../people/person/visible-people.ts';
import { agreementMunicipalities, departments, municipalities } from '../../programme/territory/schema.ts';
import { listRecentObjects } from '../../search/recent.ts';
import { isReadableBy } from '../listed-documents.ts';
import { documents } from '../schema.ts';

interface Search {
  readonly query: string;
  readonly userId: string;
  readonly now: Date;
  readonly limit: number;
}

/**
 * [D15] People and organisations that this person may know and mention, suspended accounts left out: those of the group
 * `groupId` first, then names that begin as the query does. An empty query gives the first ones.
 */
export async function searchMentions(
  db: Db,
  { query, userId, now, limit, groupId }: Search & { groupId: string | null },
): Promise<FoundObject[]> {
  const known = await acquaintancesOf(db, { userId, now });
  const groupFirst = groupId ? [desc(sql`(${isIn(db, [groupId], now)})`)] : [];
  const [people, bodies] = await Promise.all([
    db
      .select({ id: users.id, name: users.name, detail: organisations.name })
      .from(users)
      .leftJoin(organisations, eq(organisations.id, users.organisationId))
      .where(and(isNull(users.suspendedAt), known.people, holds(users.name, query)))
      .orderBy(...groupFirst, ...byName(users.name, query), asc(users.id))
      .limit(limit),
    db
      .select({ id: organisations.id, name: organisations.name })
      .from(organisations)
      .where(and(known.organisations, holds(organisations.name, query)))
      .orderBy(...byName(organisations.name, query), asc(organisations.id))
      .limit(limit),
  ]);
  return [
    ...people.map(({ id, name, detail }) => ({ kind: 'person', id, name, detail: detail ?? '' })),
    ...bodies.map((row) => ({ kind: 'organisation', ...row, detail: '' })),
  ].slice(0, limit);
}

/**
 * [D14] Objects with a page that this person may see, by title. Without a query, the
 * documents and boards that changed last.
 */
export async function searchObjects(db: Db, { query, userId, now, limit }: Search): Promise<FoundObject[]> {
  const known = await acquaintancesOf(db, { userId, now });
  const [texts, works] = [groupsAllowing(known, 'document.read'), groupsAllowing(known, 'board.read')];
  if (query.trim() === '') {
    const recent = await listRecentObjects(db, { groupIds: texts, limit, userId, now });
    return recent.map(({ kind, id, title, groupName }) => ({ kind, id, name: title, detail: groupName }));
  }
  const found = await Promise.all([
    searchTitles(db, 'document', isReadableBy(db, { groupIds: texts, userId, now }), query, limit),
    searchTitles(db, 'board', inArray(boards.groupId, works), query, limit),
    searchGroups(
      db,
      known.groups.map(({ id }) => id),
      query,
      limit,
    ),
    searchCities(db, query, limit),
    searchCards(db, works, query, limit),
    searchEntries(db, known, { query, userId, now, limit }),
  ]);
  // A few of each kind before many of one.
  const rows = Array.from({ length: limit }, (_, rank) => found.flatMap((list) => list[rank] ?? []));
  return rows.flat().slice(0, limit);
}

/** [EC1] Documents that this person may read, by title; without a query, those that changed last. */
export async function searchDocuments(db: Db, search: Search): Promise<FoundObject[]> {
  const { query, userId, now, limit } = search;
  if (query.trim() === '') return (await searchObjects(db, search)).filter(({ kind }) => kind === 'document');
  const groupIds = groupsAllowing(await acquaintancesOf(db, { userId, now }), 'document.read');
  return searchTitles(db, 'document', isReadableBy(db, { groupIds, userId, now }), query, limit);
}

async function searchTitles(
  db: Db,
  kind: 'document' | 'board',
  seen: SQL | undefined,
  query: string,
  limit: number,
): Promise<FoundObject[]> {
  const table = (kind === 'document' ? documents : boards) as typeof documents;
  const rows = await db
    .select({ id: table.id, name: table.title, detail: groups.name })
    .from(table)
    .innerJoin(groups, eq(groups.id, table.groupId))
    .where(and(seen, isNull(table.trashedAt), holds(table.title, query)))
    .orderBy(...byName(table.title, query), asc(table.id))
    .limit(limit);
  return rows.map((row) => ({ kind, ...row }));
}

async function searchGroups(
  db: Db,
  groupIds: readonly string[],
  query: string,
  limit: number,
): Promise<FoundObject[]> {
  if (groupIds.length === 0) return [];
  const rows = await db
    .select({ id: groups.id, name: groups.name })
    .from(groups)
    .where(and(inArray(groups.id, [...groupIds]), holds(groups.name, query)))
    .orderBy(...byName(groups.name, query), asc(groups.id))
    .limit(limit);
  return rows.map((row) => ({ kind: 'group', ...row, detail: '' }));
}

async function searchCities(db: Db, query: string, limit: number): Promise<FoundObject[]> {
  const rows = await db
    .select({ id: municipalities.code, name: municipalities.name, detail: departments.name })
    .from(agreementMunicipalities)
    .innerJoin(municipalities, eq(municipalities.code, agreementMunicipalities.municipalityCode))
    .innerJoin(departments, eq(departments.code, municipalities.departmentCode))
    .where(holds(municipalities.name, query))
    .orderBy(...byName(municipalities.name, query), asc(municipalities.code))
    .limit(limit);
  return rows.map((row) => ({ kind: 'city', ...row }));
}

async function searchCards(
  db: Db,
  groupIds: readonly string[],
  query: string,
  limit: number,
): Promise<FoundObject[]> {
  if (groupIds.length === 0) return [];
  const rows = await db
    .select({ boardId: cards.boardId, cardId: cards.cardId, name: cards.title, detail: boards.title })
    .from(cards)
    .innerJoin(boards, eq(boards.id, cards.boardId))
    .where(
      and(
        inArray(boards.groupId, [...groupIds]),
        isNull(boards.trashedAt),
        eq(cards.isArchived, false),
        holds(cards.title, query),
      ),
    )
    .orderBy(...byName(cards.title, query), asc(cards.boardId), asc(cards.cardId))
    .limit(limit);
  return rows.map(({ boardId, cardId, ...row }) => ({
    kind: 'card',
    id: cardRefId(boardId, cardId),
    ...row,
  }));
}
