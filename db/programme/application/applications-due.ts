import { and, asc, desc, eq, isNotNull, isNull, or, sql } from 'drizzle-orm';
import { OBLIGATION_DAYS } from '#shared/obligations.ts';
import { DUE_MAX, type DueAsking, due } from '../../people/due.ts';
import { users } from '../../people/person/schema.ts';
import { calls } from '../call/schema.ts';
import { sideOnRow } from './application-rights.ts';
import { applications, complements, corrections } from './schema.ts';

const { id, title, heldBy } = applications;

/** [CA1] Of a row of `call`: the end of its tolerance. */
const endsAt = sql<Date>`${calls.closesAt} + make_interval(mins => ${calls.toleranceMinutes})`;

/** [AP1] Applications that their organisation writes, those that a colleague holds excepted. */
const isTheirs = ({ userId }: DueAsking) =>
  and(eq(users.id, userId), eq(sideOnRow, 'lead'), or(isNull(heldBy), eq(heldBy, userId)));

/** Drafts of calls that are open. */
export function draftsDue(asking: DueAsking) {
  const { db, now } = asking;
  return db
    .select(
      due('draft', {
        id,
        title,
        place: calls.title,
        at: calls.closesAt,
        count: sql<number>`${applications.completeness}`,
      }),
    )
    .from(applications)
    .innerJoin(calls, eq(calls.id, applications.callId))
    .innerJoin(users, isTheirs(asking))
    .where(
      and(
        eq(applications.status, 'draft'),
        isNotNull(calls.publishedAt),
        sql`${calls.opensAt} <= ${now.toISOString()}::timestamptz and ${endsAt} > ${now.toISOString()}::timestamptz`,
      ),
    )
    .orderBy(asc(calls.closesAt), asc(id))
    .limit(DUE_MAX);
}

/** Corrections that were asked for. */
export function correctionsDue(asking: DueAsking) {
  const { db } = asking;
  return db
    .select(due('correction', { id, title, place: calls.title, at: corrections.until }))
    .from(corrections)
    .innerJoin(applications, and(eq(id, corrections.applicationId), eq(applications.status, 'correction')))
    .innerJoin(calls, eq(calls.id, applications.callId))
    .innerJoin(users, isTheirs(asking))
    .where(isNull(corrections.closedAt))
    .orderBy(asc(corrections.until), desc(id))
    .limit(DUE_MAX);
}

/** [AP15] What is asked of those who were selected, due so long after it was announced. */
export function complementsDue(asking: DueAsking) {
  const { db } = asking;
  return db
    .select(
      due('complement', {
        ...{ id, title, place: calls.title },
        at: sql`${complements.askedAt} + make_interval(days => ${OBLIGATION_DAYS.complement})`,
        count: sql<number>`${complements.completeness}`,
      }),
    )
    .from(complements)
    .innerJoin(applications, eq(id, complements.applicationId))
    .innerJoin(calls, eq(calls.id, applications.callId))
    .innerJoin(users, isTheirs(asking))
    .where(isNull(complements.handedInAt))
    .orderBy(asc(complements.askedAt), asc(id))
    .limit(DUE_MAX);
}
