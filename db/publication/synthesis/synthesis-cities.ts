import { and, asc, eq, exists, inArray, isNull, or, sql } from 'drizzle-orm';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { OrganisationBadge } from '#shared/people/organisation/organisation.ts';
import type { Contribution } from '#shared/publication/synthesis/matrix.ts';
import { canInSynthesis } from '#shared/publication/synthesis/synthesis-access.ts';
import type { SynthesisError } from '#shared/publication/synthesis/synthesis-errors.ts';
import { documentAccess } from '../../documents/access/schema.ts';
import { documentTexts } from '../../documents/schema.ts';
import type { Db } from '../../kernel/client.ts';
import { groupMembers, groupOrganisations, groups, themes } from '../../people/group/schema.ts';
import { organisationBadge } from '../../people/organisation/organisations.ts';
import { organisations } from '../../people/organisation/schema.ts';
import { users } from '../../people/person/schema.ts';
import type { Asker } from '../../programme/experiment/experiment-rights.ts';
import { docClients } from '../../realtime/schema.ts';
import { synthesisChapterCities, synthesisChapters } from './schema.ts';
import { lockChapter } from './synthesis-chapters.ts';

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

/** [SY6] The cities that are expected in the chapters of a synthesis, by chapter. The caller has checked who reads. */
export async function listExpectedCities(
  db: Db,
  synthesisId: string,
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

/** [SY6] What each organisation wrote in the chapters of a synthesis, by the server’s register of authors. The caller has checked who reads. */
export async function listContributions(db: Db, synthesisId: string): Promise<Contribution[]> {
  const room = sql`'document:' || ${synthesisChapters.documentId}`;
  const characters = sql<number>`coalesce(sum((${documentTexts.characters} ->> ${docClients.clientId}::text)::int), 0)::int`;
  return db
    .select({
      chapterId: synthesisChapters.id,
      organisation: organisationBadge,
      characters: characters.mapWith(Number),
      lastAt: sql<Date>`max(${docClients.at})`.mapWith(docClients.at),
    })
    .from(synthesisChapters)
    .innerJoin(docClients, eq(docClients.room, room))
    .innerJoin(users, eq(users.id, docClients.userId))
    .innerJoin(organisations, eq(organisations.id, users.organisationId))
    .leftJoin(documentTexts, eq(documentTexts.documentId, synthesisChapters.documentId))
    .where(and(eq(synthesisChapters.synthesisId, synthesisId), isNull(synthesisChapters.removedAt)))
    .groupBy(synthesisChapters.id, ...Object.values(organisationBadge))
    .orderBy(asc(organisations.name), asc(synthesisChapters.id));
}

/**
 * [SY6] Says which cities are expected in a chapter: they write in it by name, those that are no more expected lose that name. Call
 * `rooms.recheck` after. Refused: who may not, 'synthesis.cityNotFound' (not of a group of the season).
 */
export function setChapterCities(
  db: Db,
  {
    chapterId,
    organisationIds,
    newId,
    ...asker
  }: Asker & { chapterId: string; organisationIds: readonly string[]; newId: () => string },
): Promise<Result<void, 'access.notFound' | 'access.forbidden' | SynthesisError>> {
  return db.transaction(async (tx) => {
    const chapter = await lockChapter(tx, { chapterId, ...asker });
    if (!chapter) return fail('access.notFound');
    if (!canInSynthesis(chapter.role, 'chapter.edit')) return fail('access.forbidden');
    const { documentId, synthesisId, seasonId } = chapter;
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
        .values({ ...name, addedBy: asker.userId, addedAt: asker.now })
        .onConflictDoUpdate({
          target: [documentAccess.documentId, documentAccess.organisationId],
          set: { role: 'editor' },
        });
    }
    return ok();
  });
}
