import { and, asc, desc, eq, isNotNull, lte, sql } from 'drizzle-orm';
import { canOnPlatform } from '#shared/kernel/access/access.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { committeeAccessOf } from '#shared/programme/assessment/committee-access.ts';
import type { CommitteeDecision } from '#shared/programme/assessment/decision.ts';
import { summariesOf, summaryOf } from '#shared/programme/assessment/score.ts';
import type { SheetRow } from '#shared/programme/assessment/sheet.ts';
import { countingAssessors, recusalOf } from '#shared/programme/assessment/standing.ts';
import { recordAudit } from '../../kernel/audit/audit.ts';
import { fingerprint } from '../../kernel/audit/fingerprint.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { applications } from '../application/schema.ts';
import { calls } from '../call/schema.ts';
import { experiments } from '../experiment/schema.ts';
import { type AssessmentChange, type AssessmentReader, findAssessmentPerson } from './assessment-access.ts';
import { type ApplicationFacts, loadFacts } from './assessment-facts.ts';
import { subjectOf } from './assessments.ts';
import { committeeDecisions, committees } from './schema.ts';

type Asked = AssessmentReader & { readonly callId: string };

/** What the committee of a call says of itself. */
export interface CommitteeSettings {
  readonly assessUntil: string | null;
  readonly heldOn: string | null;
  readonly attendees: string;
  readonly remarks: string;
  readonly embargoAt: Date | null;
}

export interface CommitteeSheet {
  readonly call: { readonly id: string; readonly title: string; readonly isClosed: boolean };
  readonly criteria: ApplicationFacts['call']['criteria'];
  readonly settings: CommitteeSettings;
  readonly rows: readonly SheetRow[];
  /** [AS16] To assign, set the calendar and the embargo, announce, and open experiments. */
  readonly mayManage: boolean;
  /** How many wait for their decision, and how many decisions for their announcement. */
  readonly pending: { readonly undecided: number; readonly fresh: number };
}

const NO_SETTINGS: CommitteeSettings = {
  assessUntil: null,
  heldOn: null,
  attendees: '',
  remarks: '',
  embargoAt: null,
};

/** [AS10] [AS16] The sheet of a call's committee, for those who sit on it; null for everybody else, and for a call that is not. */
export async function findCommitteeSheet(
  db: Db,
  { callId, userId, now }: Asked,
): Promise<CommitteeSheet | null> {
  const person = await findAssessmentPerson(db, userId);
  if (!person || !canOnPlatform(person.platformRole, 'committee.sit')) return null;
  const [call] = await db
    .select({
      id: calls.id,
      title: calls.title,
      criteria: calls.criteria,
      isPublished: sql<boolean>`${calls.publishedAt} is not null`,
      closed: calls.closesAt,
      tolerance: calls.toleranceMinutes,
    })
    .from(calls)
    .where(eq(calls.id, callId));
  if (!call) return null;
  const isClosed = call.isPublished && now >= new Date(call.closed.getTime() + call.tolerance * 60_000);
  const settings = await findSettings(db, callId);
  const all = isClosed ? await loadFacts(db, { callId }, now) : [];
  const made = await db
    .select({ id: experiments.id, applicationId: experiments.applicationId })
    .from(experiments)
    .innerJoin(applications, eq(applications.id, experiments.applicationId))
    .where(eq(applications.callId, callId));
  const experimentOf = new Map(made.map((row) => [row.applicationId, row.id]));
  const rows = all.map((facts): SheetRow => {
    const recusal = recusalOf(person, facts);
    const access = committeeAccessOf(person, facts);
    const maySee = access?.mayDecide ?? false;
    const counting = countingAssessors(facts);
    return {
      id: facts.id,
      title: facts.title,
      number: facts.number,
      status: facts.status,
      isLate: facts.isLate,
      organisation: facts.organisation,
      recusal,
      mayOpen: access?.mayOpen ?? false,
      isBlind: recusal === null && !maySee,
      assessors: recusal
        ? []
        : facts.assessors.map(({ userId: id, name, given, removedAt, score }) => ({
            userId: id,
            name,
            removedAt,
            hasGiven: given !== null,
            score: maySee ? score : null,
          })),
      recusedNames: recusal ? [] : facts.recusals.map(({ name }) => name),
      summary: maySee ? summaryOf(counting.flatMap(({ score }) => score ?? [])) : null,
      byCriterion: maySee
        ? summariesOf(
            counting.flatMap(({ given }) => (given ? [given.marks] : [])),
            facts.call.criteria,
          )
        : null,
      decision: maySee ? facts.decision : null,
      announced: maySee || facts.announced ? facts.announced : null,
      experimentId: experimentOf.get(facts.id) ?? null,
    };
  });
  return {
    call: { id: call.id, title: call.title, isClosed },
    criteria: call.criteria,
    settings,
    rows,
    mayManage: canOnPlatform(person.platformRole, 'assessment.manage'),
    // Counted over all of them, so that it is not known of which.
    pending: { undecided: undecidedOf(all).length, fresh: freshOf(all).length },
  };
}

export async function findSettings(db: Db, callId: string): Promise<CommitteeSettings> {
  const [row] = await db.select().from(committees).where(eq(committees.callId, callId));
  if (!row) return NO_SETTINGS;
  const { callId: _, ...settings } = row;
  return settings;
}

/** [AS11] Says when marks are due, when the committee sits and who sat, and until when nothing is announced. */
export async function setCommittee(
  tx: Tx,
  { callId, userId, now, ...settings }: Asked & CommitteeSettings,
): Promise<Result<void, 'access.notFound' | 'committee.embargoInvalid'>> {
  const [call] = await tx
    .select({ id: calls.id, title: calls.title })
    .from(calls)
    .where(eq(calls.id, callId))
    .for('update');
  if (!call) return fail('access.notFound');
  const before = await findSettings(tx, callId);
  const isMoved = before.embargoAt?.getTime() !== settings.embargoAt?.getTime();
  if (isMoved && settings.embargoAt && settings.embargoAt <= now) return fail('committee.embargoInvalid');
  await tx
    .insert(committees)
    .values({ callId, ...settings })
    .onConflictDoUpdate({ target: committees.callId, set: settings });
  if (isMoved)
    await recordAudit(tx, {
      actorId: userId,
      action: 'committee.embargoSet',
      subject: { kind: 'call', id: call.id, name: call.title },
      payload: {
        before: before.embargoAt?.toISOString() ?? null,
        after: settings.embargoAt?.toISOString() ?? null,
      },
      now,
    });
  return ok();
}

/** [AS10] Says what the committee means to decide; null opens it again. */
export async function draftDecision(
  tx: Tx,
  { facts, decision, userId, now }: AssessmentChange & { decision: CommitteeDecision | null },
): Promise<Result<void, 'committee.rankTaken'>> {
  const said = decision ?? { outcome: null, waitingRank: null, motivation: '' };
  const last = facts.decision;
  if (
    last?.outcome === said.outcome &&
    last?.motivation === said.motivation &&
    last?.waitingRank === said.waitingRank
  )
    return ok();
  if (said.waitingRank !== null) {
    // Two places that are taken at the same moment wait here for one another, and for nobody who only writes what is of this call.
    await tx.select({ id: calls.id }).from(calls).where(eq(calls.id, facts.call.id)).for('no key update');
    const others = await loadFacts(tx, { callId: facts.call.id }, now);
    const isTaken = others.some(
      ({ id, decision: other }) => id !== facts.id && other?.waitingRank === said.waitingRank,
    );
    if (isTaken) return fail('committee.rankTaken');
  }
  const rank = (last?.rank ?? 0) + 1;
  const by = { decidedBy: userId, decidedAt: now };
  await tx
    .insert(committeeDecisions)
    .values({ applicationId: facts.id, rank, callId: facts.call.id, ...said, ...by });
  await recordAudit(tx, {
    actorId: userId,
    action: 'committee.decisionDrafted',
    subject: subjectOf(facts),
    // Not to be read in the trail before it is announced.
    payload: { call: facts.call.id, rank, sha256: fingerprint(said) },
    now,
  });
  return ok();
}

/** [AS11] Those whose decision is newer than what was announced. */
export function freshOf(all: readonly ApplicationFacts[]) {
  return all.flatMap((facts) => {
    const { decision, announced } = facts;
    const isFresh = decision?.outcome && decision.rank > (announced?.rank ?? 0);
    return decision?.outcome && isFresh ? [{ facts, decision, outcome: decision.outcome }] : [];
  });
}

/** Calls that take nothing any more, for those who sit on committees; the last closed first. */
export async function listCommitteeCalls(
  db: Db,
  { userId, now }: AssessmentReader,
): Promise<{ id: string; title: string }[]> {
  const person = await findAssessmentPerson(db, userId);
  if (!person || !canOnPlatform(person.platformRole, 'committee.sit')) return [];
  return db
    .select({ id: calls.id, title: calls.title })
    .from(calls)
    .where(and(isNotNull(calls.publishedAt), lte(calls.closesAt, now)))
    .orderBy(desc(calls.closesAt), asc(calls.id))
    .limit(50);
}

/** [AS11] What keeps the decisions of a call from being announced: those without one. */
export function undecidedOf(all: readonly ApplicationFacts[]): readonly ApplicationFacts[] {
  return all.filter(({ status, decision }) => status !== 'withdrawn' && !decision?.outcome);
}
