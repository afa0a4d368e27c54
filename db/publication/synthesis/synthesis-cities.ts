import { and, asc, eq, exists, inArray, isNull, or, sql } from 'drizzle-orm';
import type { Readable } from '#shared/kernel/access/readable.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { OrganisationBadge } from '#shared/people/organisation/organisation.ts';
import type { Contribution } from '#shared/publication/synthesis/matrix.ts';
import { documentAccess } from '../../documents/access/schema.ts';
import { documentTexts } from '../../documents/schema.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { groupMembers, groupOrganisations, groups, themes } from '../../people/group/schema.ts';
import { organisationBadge } from '../../people/organisation/organisations.ts';
import { organisations } from '../../people/organisation/schema.ts';
import { users } from '../../people/person/schema.ts';
import { docClients, docLineage, docProjections } from '../../realtime/schema.ts';
import { synthesisChapterCities, synthesisChapters } from './schema.ts';
import type { ChapterChange } from './synthesis-chapters.ts';

/** [SY6] Who may be expected to write: cities and their agencies that are in a group of the season, themselves or by their people. By name. */
export function listPossibleCities(db: Db, seasonId: string): Promise<OrganisationBadge[]> {
  const ofSeason = db
    .select({ id: groups.id })
    .from(groups)
    .innerJoin(themes, eq(themes.id, groups.themeId))
    .where(eq(themes.seasonId, seasonId));
  const asMember = db
    .select({ one: sql`1` })
    .from(groupOrganisations)
    .where(
      and(
        eq(groupOrganisations.organisationId, organisations.id),
        inArray(groupOrganisations.groupId, ofSeason),
      ),
    );
  const byPeople = db
    .select({ one: sql`1` })
    .from(groupMembers)
    .innerJoin(users, eq(users.id, groupMembers.userId))
    .where(and(eq(users.organisationId, organisations.id), inArray(groupMembers.groupId, ofSeason)));
  return db
    .select(organisationBadge)
    .from(organisations)
    .where(
      and(
        inArray(organisations.kind, ['municipality', 'intermunicipality', 'agency']),
        or(exists(asMember), exists(byPeople)),
      ),
    )
    .orderBy(asc(organisations.name));
}

/** [SY6] The cities that are expected in the chapters of a synthesis, by chapter. */
export async function listExpectedCities(
  db: Db,
  synthesisId: Readable<'synthesis'>,
): Promise<Map<string, OrganisationBadge[]>> {
  const rows = await db
    .select({ chapterId: synthesisChapterCities.chapterId, organisation: organisationBadge })
    .from(synthesisChapterCities)
    .innerJoin(synthesisChapters, eq(synthesisChapters.id, synthesisChapterCities.chapterId))
    .innerJoin(organisations, eq(organisations.id, synthesisChapterCities.organisationId))
    .where(eq(synthesisChapters.synthesisId, synthesisId))
    .orderBy(asc(organisations.name));
  const byChapter = new Map<string, OrganisationBadge[]>();
  for (const { chapterId, organisation } of rows)
    byChapter.set(chapterId, [...(byChapter.get(chapterId) ?? []), organisation]);
  return byChapter;
}

/** [SY6] What each organisation wrote in the chapters of a synthesis, by what the server knows of its authors. */
export async function listContributions(db: Db, synthesisId: Readable<'synthesis'>): Promise<Contribution[]> {
  const room = sql<string>`'document:' || ${synthesisChapters.documentId}`;
  const ofSynthesis = and(
    eq(synthesisChapters.synthesisId, synthesisId),
    isNull(synthesisChapters.removedAt),
  );
  const rooms = db.select({ room }).from(synthesisChapters).where(ofSynthesis);
  const { room: writtenRoom, userId, at } = docClients;
  // Whoever wrote in the chapter, and whoever's words were brought there.
  const wrote = db
    .select({ room: writtenRoom, userId, at })
    .from(docClients)
    .where(inArray(writtenRoom, rooms))
    .unionAll(
      db
        .select({ room: docLineage.room, userId: docLineage.userId, at: docProjections.at })
        .from(docLineage)
        .innerJoin(docProjections, eq(docProjections.room, docLineage.room))
        .where(inArray(docLineage.room, rooms)),
    )
    .as('wrote');
  const writers = db
    .select({ room: wrote.room, userId: wrote.userId, at: sql<Date>`max(${wrote.at})`.as('last_at') })
    .from(wrote)
    .groupBy(wrote.room, wrote.userId)
    .as('writers');
  const characters = sql<number>`coalesce(sum((${documentTexts.characters} ->> ${writers.userId})::int), 0)::int`;
  return db
    .select({
      chapterId: synthesisChapters.id,
      organisation: organisationBadge,
      characters: characters.mapWith(Number),
      lastAt: sql<Date>`max(${writers.at})`.mapWith(docClients.at),
    })
    .from(synthesisChapters)
    .innerJoin(writers, eq(writers.room, room))
    .innerJoin(users, eq(users.id, writers.userId))
    .innerJoin(organisations, eq(organisations.id, users.organisationId))
    .leftJoin(documentTexts, eq(documentTexts.documentId, synthesisChapters.documentId))
    .where(ofSynthesis)
    .groupBy(synthesisChapters.id, ...Object.values(organisationBadge))
    .orderBy(asc(organisations.name), asc(synthesisChapters.id));
}

/** [SY6] Says which cities, of a group of the season, are expected in a chapter: they write in it by name, those that are no more expected lose that name. */
export async function setChapterCities(
  tx: Tx,
  {
    chapter: { id: chapterId, documentId, synthesisId, seasonId },
    organisationIds,
    newId,
    userId,
    now,
  }: ChapterChange & { organisationIds: readonly string[]; newId: () => string },
): Promise<Result<void, 'synthesis.cityNotFound'>> {
  const before = (await listExpectedCities(tx, synthesisId)).get(chapterId) ?? [];
  const known = new Set([...(await listPossibleCities(tx, seasonId)), ...before].map(({ id }) => id));
  const wanted = new Set(organisationIds);
  if ([...wanted].some((id) => !known.has(id))) return fail('synthesis.cityNotFound');
  const gone = before.map(({ id }) => id).filter((id) => !wanted.has(id));
  const come = [...wanted].filter((id) => !before.some((city) => city.id === id));
  if (gone.length > 0) {
    await tx
      .delete(synthesisChapterCities)
      .where(
        and(
          eq(synthesisChapterCities.chapterId, chapterId),
          inArray(synthesisChapterCities.organisationId, gone),
        ),
      );
    await tx
      .delete(documentAccess)
      .where(and(eq(documentAccess.documentId, documentId), inArray(documentAccess.organisationId, gone)));
  }
  for (const organisationId of come) {
    await tx.insert(synthesisChapterCities).values({ chapterId, organisationId });
    const name = { id: newId(), documentId, organisationId, role: 'editor' as const };
    await tx
      .insert(documentAccess)
      .values({ ...name, addedBy: userId, addedAt: now })
      .onConflictDoUpdate({
        target: [documentAccess.documentId, documentAccess.organisationId],
        set: { role: 'editor' },
      });
  }
  return ok();
}
