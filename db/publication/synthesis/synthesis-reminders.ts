import { and, asc, desc, eq, isNull } from 'drizzle-orm';
import { parisDay } from '#shared/kernel/day/paris-time.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { canInSynthesis } from '#shared/publication/synthesis/synthesis-access.ts';
import type { SynthesisError } from '#shared/publication/synthesis/synthesis-errors.ts';
import type { Db } from '../../kernel/client.ts';
import { users } from '../../people/person/schema.ts';
import type { Asker } from '../../programme/experiment/experiment-rights.ts';
import { synthesisReminders } from './schema.ts';
import { type Chapter, lockChapter } from './synthesis-chapters.ts';
import { listExpectedCities } from './synthesis-cities.ts';

/** [SY7] When each city was last reminded of a chapter, by organisation. The caller has checked who reads. */
export async function listCityReminders(db: Db, chapterId: string): Promise<Map<string, Date>> {
  const rows = await db
    .selectDistinctOn([synthesisReminders.organisationId], {
      id: synthesisReminders.organisationId,
      sentAt: synthesisReminders.sentAt,
    })
    .from(synthesisReminders)
    .where(eq(synthesisReminders.chapterId, chapterId))
    .orderBy(synthesisReminders.organisationId, desc(synthesisReminders.sentAt));
  return new Map(rows.map(({ id, sentAt }) => [id, sentAt]));
}

/**
 * [SY7] Notes that a city is being reminded of a chapter, and gives whom the mail goes to. Of two people at once one reminds. Refused: who
 * may not, a city that is not expected, one without anybody who signs in, one that was reminded this day (of Paris).
 */
export async function claimCityReminder(
  tx: Db,
  {
    chapterId,
    organisationId,
    reminderId: id,
    ...asker
  }: Asker & { chapterId: string; organisationId: string; reminderId: string },
): Promise<
  Result<
    { chapter: Chapter; city: string; people: { name: string; email: string }[] },
    'access.notFound' | 'access.forbidden' | SynthesisError
  >
> {
  const { userId: sentBy, now: sentAt } = asker;
  const chapter = await lockChapter(tx, { chapterId, ...asker });
  if (!chapter) return fail('access.notFound');
  if (!canInSynthesis(chapter.role, 'chapter.remind')) return fail('access.forbidden');
  const expected = (await listExpectedCities(tx, chapter.synthesisId)).get(chapterId) ?? [];
  const city = expected.find((candidate) => candidate.id === organisationId);
  if (!city) return fail('synthesis.cityNotExpected');
  const last = (await listCityReminders(tx, chapterId)).get(organisationId);
  if (last && parisDay(last) === parisDay(sentAt)) return fail('synthesis.remindedToday');
  const people = await tx
    .select({ name: users.name, email: users.email })
    .from(users)
    .where(and(eq(users.organisationId, organisationId), isNull(users.suspendedAt)))
    .orderBy(asc(users.email));
  if (people.length === 0) return fail('synthesis.nobodyToRemind');
  await tx
    .insert(synthesisReminders)
    .values({ id, chapterId, organisationId, people: people.length, sentBy, sentAt });
  return ok({ chapter, city: city.name, people });
}
