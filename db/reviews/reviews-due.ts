import { and, asc, eq, gt, inArray, isNull, notExists, sql } from 'drizzle-orm';
import { isListedTo } from '../documents/listed-documents.ts';
import { documents } from '../documents/schema.ts';
import { DUE_MAX, type DueAsking, due } from '../people/due.ts';
import { users } from '../people/person/schema.ts';
import { reviewAnswers, reviewOrganisations, reviewRounds } from './schema.ts';

const { id, deadline, openedBy } = reviewRounds;

/** Of the round of the row: how many organisations were asked, how many have answered. */
const asked = sql<number>`(select count(*) from ${reviewOrganisations} as asked where asked.round_id = ${id})`;
const answered = sql<number>`(select count(distinct given.organisation_id) from ${reviewAnswers} as given where given.round_id = ${id})`;

/** Open rounds of readable documents. */
const isOpen = ({ db, userId, now, groupsFor }: DueAsking) =>
  and(
    inArray(documents.groupId, [...groupsFor('review.answer')]),
    isListedTo(db, { userId, now }),
    isNull(reviewRounds.closedAt),
    gt(deadline, now),
  );

/** Open rounds that ask their organisation, which has not answered. */
export function reviewsDue(asking: DueAsking) {
  const { db, organisationId } = asking;
  if (organisationId === null) return null;
  const own = db
    .select({ one: sql`1` })
    .from(reviewAnswers)
    .where(and(eq(reviewAnswers.roundId, id), eq(reviewAnswers.organisationId, organisationId)));
  return db
    .select(
      due('review', {
        id,
        title: documents.title,
        by: users.name,
        at: deadline,
        count: answered,
        total: asked,
      }),
    )
    .from(reviewRounds)
    .innerJoin(documents, and(eq(documents.id, reviewRounds.documentId), isNull(documents.trashedAt)))
    .innerJoin(
      reviewOrganisations,
      and(eq(reviewOrganisations.roundId, id), eq(reviewOrganisations.organisationId, organisationId)),
    )
    .leftJoin(users, eq(users.id, openedBy))
    .where(and(isOpen(asking), notExists(own)))
    .orderBy(asc(deadline), asc(id))
    .limit(DUE_MAX);
}

/** Open rounds that they opened and that not everybody has answered. */
export function gatheringsDue(asking: DueAsking) {
  const { db, userId } = asking;
  return db
    .select(due('gather', { id, title: documents.title, at: deadline, count: answered, total: asked }))
    .from(reviewRounds)
    .innerJoin(documents, and(eq(documents.id, reviewRounds.documentId), isNull(documents.trashedAt)))
    .where(and(isOpen(asking), eq(openedBy, userId), sql`${answered} < ${asked}`))
    .orderBy(asc(deadline), asc(id))
    .limit(DUE_MAX);
}
