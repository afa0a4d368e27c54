import { and, eq, gt, isNull, lte } from 'drizzle-orm';
import { standingAnswers } from '#shared/reviews/review.ts';
import type { Db } from '../kernel/client.ts';
import { takeMail } from '../news/notification/mail-claims.ts';
import { users } from '../people/person/schema.ts';
import { listRoundsWhere } from './review-lists.ts';
import { listSigners } from './review-signers.ts';
import { reviewRounds } from './schema.ts';

/** Whom a mail of a round is for. */
interface ReviewPerson {
  readonly name: string;
  readonly email: string;
}

/** One person whose organisation has not answered, shortly before the end of a round. */
export interface ReviewReminder {
  readonly round: { readonly id: string; readonly title: string; readonly deadline: Date };
  readonly person: ReviewPerson & { readonly id: string };
  readonly organisation: string;
}

const TWO_DAYS = 2 * 86_400_000;

/** Somebody whose account is active; null otherwise. */
export async function findReviewPerson(db: Db, userId: string): Promise<ReviewPerson | null> {
  const [person] = await db
    .select({ name: users.name, email: users.email })
    .from(users)
    .where(and(eq(users.id, userId), isNull(users.suspendedAt)));
  return person ?? null;
}

/** [RV11] Who is to be reminded: those who may answer for an organisation that has not, of rounds that end within two days. */
export async function listReviewReminders(db: Db, now: Date): Promise<ReviewReminder[]> {
  const soon = new Date(now.getTime() + TWO_DAYS);
  const ending = await listRoundsWhere(
    db,
    and(isNull(reviewRounds.closedAt), gt(reviewRounds.deadline, now), lte(reviewRounds.deadline, soon)),
  );
  const reminders: ReviewReminder[] = [];
  for (const round of ending) {
    const silent = new Map(
      standingAnswers(round)
        .filter(({ answer }) => answer === null)
        .map(({ organisation }) => [organisation.id, organisation.name]),
    );
    for (const { id, organisation } of await listSigners(db, { documentId: round.documentId, now })) {
      const name = silent.get(organisation.id);
      const person = name === undefined ? null : await findReviewPerson(db, id);
      if (name === undefined || !person) continue;
      const { deadline, text } = round;
      reminders.push({
        round: { id: round.id, title: text.title, deadline },
        person: { id, ...person },
        organisation: name,
      });
    }
  }
  return reminders;
}

/** [RV11] Takes a reminder that leaves once a round and person; false when it was taken before. */
export function takeReviewReminder(tx: Db, { round, person }: ReviewReminder, now: Date): Promise<boolean> {
  return takeMail(tx, { id: `review ${round.id} ${person.id}`, now });
}
