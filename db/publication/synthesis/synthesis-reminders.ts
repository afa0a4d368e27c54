import { and, asc, desc, eq, isNull } from 'drizzle-orm';
import type { Readable } from '#shared/kernel/access/readable.ts';
import { parisDay } from '#shared/kernel/day/paris-time.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { users } from '../../people/person/schema.ts';
import { synthesisReminders } from './schema.ts';
import type { ChapterChange } from './synthesis-chapters.ts';
import { listExpectedCities } from './synthesis-cities.ts';

/** [SY7] When each city was last reminded of a chapter, by organisation. */
export async function listCityReminders(db: Db, chapterId: Readable<'chapter'>): Promise<Map<string, Date>> {
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

/** [SY7] Notes that an expected city is being reminded of a chapter, once a day of Paris, and gives whom the mail goes to. */
export async function claimCityReminder(
  tx: Tx,
  {
    chapter: { id: chapterId, synthesisId },
    organisationId,
    reminderId: id,
    userId: sentBy,
    now: sentAt,
  }: ChapterChange & { organisationId: string; reminderId: string },
): Promise<
  Result<
    { city: string; people: { name: string; email: string }[] },
    'synthesis.cityNotExpected' | 'synthesis.remindedToday' | 'synthesis.nobodyToRemind'
  >
> {
  const expected = (await listExpectedCities(tx, synthesisId)).get(chapterId) ?? [];
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
  return ok({ city: city.name, people });
}
