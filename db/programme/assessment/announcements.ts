import { and, asc, eq, inArray, isNotNull, isNull, lte, sql } from 'drizzle-orm';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { Outcome } from '#shared/programme/assessment/decision.ts';
import { roomName } from '#shared/realtime/realtime.ts';
import { recordAudit } from '../../kernel/audit/audit.ts';
import { fingerprint } from '../../kernel/audit/fingerprint.ts';
import type { Db } from '../../kernel/client.ts';
import { effectsOf, type Tx } from '../../kernel/transaction.ts';
import { recordActivity } from '../../people/activity/activities.ts';
import { users } from '../../people/person/schema.ts';
import { docClients } from '../../realtime/schema.ts';
import { askComplement } from '../application/application-complement.ts';
import { recordApplicationEvent } from '../application/application-events.ts';
import { applications, submissions } from '../application/schema.ts';
import { calls } from '../call/schema.ts';
import { findAssessmentPerson } from './assessment-access.ts';
import { type ApplicationFacts, loadFacts } from './assessment-facts.ts';
import { findSettings, freshOf, undecidedOf } from './committee.ts';
import { announcedDecisions, announcements, committees } from './schema.ts';

/** A decision that was just announced, and whom it concerns. */
export interface Announced {
  readonly applicationId: string;
  readonly title: string;
  readonly number: string;
  readonly callTitle: string;
  readonly outcome: Outcome;
  readonly waitingRank: number | null;
  readonly motivation: string;
  /** [AP15] More is asked of it from now on. */
  readonly isToComplete: boolean;
  readonly people: readonly { readonly name: string; readonly email: string }[];
}

interface Announcing {
  readonly callId: string;
  /** Null: by itself, at the end of the embargo. */
  readonly userId: string | null;
  readonly now: Date;
  readonly newId: () => string;
}

/** [AS11] [NO12] Announces what is decided and was not announced, and tells it; an empty list when there is nothing. */
export async function announceDecisions(
  tx: Tx,
  { callId, userId, now, newId }: Announcing,
): Promise<Result<readonly Announced[], 'access.notFound' | 'committee.embargoed' | 'committee.undecided'>> {
  // Two announcements at once wait for one another here: the second finds nothing left.
  const [call] = await tx
    .select({ id: calls.id, title: calls.title })
    .from(calls)
    .where(eq(calls.id, callId))
    .for('update');
  if (!call) return fail('access.notFound');
  const { embargoAt } = await findSettings(tx, callId);
  if (embargoAt ? now < embargoAt : userId === null) return fail('committee.embargoed');
  const all = await loadFacts(tx, { callId }, now);
  if (undecidedOf(all).length > 0) return fail('committee.undecided');
  const fresh = freshOf(all);
  if (fresh.length === 0) return ok([]);
  const announcementId = newId();
  await tx
    .insert(announcements)
    .values({ id: announcementId, callId, announcedAt: now, announcedBy: userId });
  const told: Announced[] = [];
  for (const { facts, decision, outcome } of fresh) {
    const { rank, waitingRank, motivation } = decision;
    await tx.insert(announcedDecisions).values({
      applicationId: facts.id,
      rank,
      announcementId,
      outcome,
      waitingRank,
      motivation,
      announcedAt: now,
    });
    await tx.update(applications).set({ status: 'decided' }).where(eq(applications.id, facts.id));
    // Nobody writes any more in an application that is decided; its authors do again in one that is selected and asked for more.
    effectsOf(tx).recheck({ room: roomName({ kind: 'application', id: facts.id }) });
    const isSelected = outcome === 'selected';
    const isToComplete = await askComplement(tx, { applicationId: facts.id, isSelected, now });
    await recordApplicationEvent(tx, {
      id: newId(),
      applicationId: facts.id,
      verb: 'decided',
      status: 'decided',
      by: userId,
      at: now,
    });
    const event = { verb: 'application.decided', objectId: facts.id, title: facts.title } as const;
    await recordActivity(tx, { ...event, id: newId(), groupId: null, actorId: userId, now });
    told.push({
      applicationId: facts.id,
      title: facts.title,
      number: facts.number,
      callTitle: call.title,
      outcome,
      waitingRank,
      motivation,
      isToComplete,
      people: await listCandidates(tx, facts),
    });
  }
  await recordAudit(tx, {
    actorId: userId,
    action: 'committee.announced',
    subject: { kind: 'call', id: call.id, name: call.title },
    payload: {
      announcementId,
      decisions: fresh.map(({ facts, decision: { rank, waitingRank, motivation }, outcome }) => ({
        application: facts.id,
        number: facts.number,
        rank,
        outcome,
        waitingRank,
        motivation: fingerprint(motivation),
      })),
    },
    now,
  });
  return ok(told);
}

/**
 * [AS11] Whoever answers for an application, submitted it or wrote in it, of a city that still carries it; when all of them are
 * gone, the people of the one that leads.
 */
async function listCandidates(tx: Tx, facts: ApplicationFacts) {
  const columns = { name: users.name, email: users.email };
  const cities = [facts.organisation.id, ...facts.coLeadIds];
  const named = await tx
    .select(columns)
    .from(users)
    .where(
      and(
        isNull(users.suspendedAt),
        inArray(users.organisationId, cities),
        sql`(${users.id} in (select a.held_by from ${applications} a where a.id = ${facts.id}
          union select a.created_by from ${applications} a where a.id = ${facts.id}
          union select s.submitted_by from ${submissions} s where s.application_id = ${facts.id}
          union select c.user_id from ${docClients} c where c.room = ${`application:${facts.id}`}))`,
      ),
    )
    .orderBy(asc(users.id));
  if (named.length > 0) return named;
  return tx
    .select(columns)
    .from(users)
    .where(and(isNull(users.suspendedAt), eq(users.organisationId, facts.organisation.id)))
    .orderBy(asc(users.id))
    .limit(20);
}

/** [AS11] Calls whose embargo has ended and that have something to announce. */
export async function listDueAnnouncements(db: Db, now: Date): Promise<string[]> {
  const rows = await db
    .select({ callId: committees.callId, embargoAt: committees.embargoAt })
    .from(committees)
    .where(and(isNotNull(committees.embargoAt), lte(committees.embargoAt, now)))
    .limit(1_000);
  if (rows.length === 0) return [];
  const done = await db
    .select({ callId: announcements.callId, at: announcements.announcedAt })
    .from(announcements)
    .where(
      inArray(
        announcements.callId,
        rows.map(({ callId }) => callId),
      ),
    );
  // Once by itself: whatever is decided after that is announced by hand.
  return rows.flatMap(({ callId, embargoAt }) =>
    done.some((one) => one.callId === callId && embargoAt !== null && one.at >= embargoAt) ? [] : [callId],
  );
}

/** A decision as its candidate reads it. */
export interface DecisionForCandidate {
  readonly outcome: Outcome;
  readonly waitingRank: number | null;
  readonly motivation: string;
  readonly announcedAt: Date;
}

/** [AS12] What was announced to the candidate, for its people; null before, and for everybody else. */
export async function findAnnouncedDecision(
  db: Db,
  { applicationId, userId, now }: { applicationId: string; userId: string; now: Date },
): Promise<{
  readonly title: string;
  readonly number: string;
  readonly decision: DecisionForCandidate;
} | null> {
  const person = await findAssessmentPerson(db, userId);
  const [facts] = person ? await loadFacts(db, { applicationId }, now) : [];
  const own = person?.organisation?.id;
  if (!facts?.announced?.outcome || !own) return null;
  if (own !== facts.organisation.id && !facts.coLeadIds.includes(own)) return null;
  const { outcome, waitingRank, motivation, at } = facts.announced;
  return {
    title: facts.title,
    number: facts.number,
    decision: { outcome, waitingRank, motivation, announcedAt: at },
  };
}
