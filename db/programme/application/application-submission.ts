import { createHash } from 'node:crypto';
import { and, desc, eq, isNull, like, sql } from 'drizzle-orm';
import { canonicalJson } from '#shared/kernel/canonical-json.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { answersOf } from '#shared/programme/application/answers-of.ts';
import type { RawAnswers } from '#shared/programme/application/application-doc.ts';
import { checkWritten } from '#shared/programme/application/check-written.ts';
import { agreementOf } from '#shared/programme/application/eligibility.ts';
import type { Answers, Form } from '#shared/programme/application/form.ts';
import { depositForm } from '#shared/programme/application/form-parts.ts';
import { placesNamedIn } from '#shared/programme/application/named-places.ts';
import { titleOf } from '#shared/programme/application/title-of.ts';
import { callStateAt, takesSubmissions } from '#shared/programme/call/call.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { seasons } from '../../people/group/schema.ts';
import { users } from '../../people/person/schema.ts';
import { docRooms } from '../../realtime/schema.ts';
import { currentForm, findForm } from '../call/calls.ts';
import { loadFormWorld } from '../call/form-worlds.ts';
import { callForms, calls } from '../call/schema.ts';
import type { ApplicationChange } from './application-creation.ts';
import { recordApplicationEvent } from './application-events.ts';
import { findApplicationAccess } from './application-rights.ts';
import { applications, corrections, submissions } from './schema.ts';

/** What a submission leaves in the hands of whoever submits. */
export interface Receipt {
  readonly number: string;
  readonly rank: number;
  readonly hash: string;
  readonly isLate: boolean;
  readonly submittedAt: Date;
}

/** What was submitted, exactly, with the form that it answers. */
export interface Submission extends Receipt {
  readonly form: Form;
  readonly formVersion: number;
  readonly answers: Answers;
  readonly submittedBy: string | null;
}

interface SubmissionChange extends ApplicationChange {
  /** What the live room says, and the number of its last update: whatever comes after it would be lost. */
  readonly raw: RawAnswers;
  readonly seq: number;
  /** The same key asked again gets the same receipt. */
  readonly key: string;
}

/** Why what is written cannot be submitted: a colleague was first, the room says more by now… Nothing of it is lost. */
type SubmissionError =
  | 'application.withdrawn'
  | 'application.alreadySubmitted'
  | 'application.callNotOpen'
  | 'application.callClosed'
  | 'application.correctionOver'
  | 'application.changedMeanwhile'
  | 'application.incomplete'
  | 'application.ineligible';

/**
 * [AP8] [AP9] Submits an application, or what was corrected of it, once: the answers are frozen with their fingerprint and get a
 * number. Nobody else of its season submits at the same time (`lockSeason`).
 */
export async function submitApplication(
  tx: Tx,
  { application, userId, now, eventId, raw, seq, key }: SubmissionChange,
): Promise<Result<Receipt & { readonly title: string; readonly isNew: boolean }, SubmissionError>> {
  const { id: applicationId, callId, organisationId } = application;
  const last = await findLastSubmission(tx, applicationId);
  if (last?.requestKey === key && last.submittedBy === userId)
    return ok({ ...receiptOf(last), title: application.title, isNew: false });
  if (application.status === 'withdrawn') return fail('application.withdrawn');
  if (application.status !== 'draft' && application.status !== 'correction')
    return fail('application.alreadySubmitted');
  const [call] = await tx.select().from(calls).where(eq(calls.id, callId));
  if (!call) throw new Error('an application without its call');
  const open = last ? await findOpenCorrection(tx, applicationId) : null;
  const state = callStateAt(call, now);
  if (last && (!open || now >= open.until)) return fail('application.correctionOver');
  if (!last && !takesSubmissions(state))
    return fail(state === 'closed' ? 'application.callClosed' : 'application.callNotOpen');
  if (!(await holdRoom(tx, applicationId, seq))) return fail('application.changedMeanwhile');

  const { form: whole, version } = await formFor(tx, callId, last?.formVersion);
  const form = depositForm(whole);
  const written = answersOf(form, raw);
  const answers = last && open ? { ...last.answers, ...only(written, open.fields, last.answers) } : written;
  const named = placesNamedIn(form, answers);
  const world = await loadFormWorld(tx, { callId, organisationId, applicationId, named });
  const checked = checkWritten(form, answers, world, open?.fields);
  if (!checked.ok) return checked;

  const rank = (last?.rank ?? 0) + 1;
  const submission = {
    applicationId,
    rank,
    number: last?.number ?? (await nextNumber(tx, callId)),
    answers,
    formVersion: version,
    hash: hashOf(form, answers),
    isLate: last ? last.isLate : state === 'tolerance',
    requestKey: key,
    submittedBy: userId,
    submittedAt: now,
  };
  await tx.insert(submissions).values(submission);
  await tx
    .update(applications)
    .set({
      status: 'submitted',
      answers,
      title: titleOf(answers),
      agreementId: agreementOf(form, answers, world) ?? application.agreementId,
      completeness: 100,
      formVersion: version,
      updatedAt: now,
    })
    .where(eq(applications.id, applicationId));
  if (open) await tx.update(corrections).set({ closedAt: now }).where(eq(corrections.id, open.id));
  await recordApplicationEvent(tx, {
    id: eventId,
    applicationId,
    verb: last ? 'resubmitted' : 'submitted',
    status: 'submitted',
    by: userId,
    at: now,
  });
  return ok({ ...receiptOf(submission), title: titleOf(answers), isNew: true });
}

/** [AP10] Of what was written again, the fields that were reopened, those emptied included. */
function only(written: Answers, fields: readonly string[], before: Answers): Answers {
  return Object.fromEntries(
    fields.filter((key) => key in written || key in before).map((key) => [key, written[key] ?? null]),
  );
}

/** [AP9] Whether this is the last update of the room; from here on another one waits until the transaction ends. */
export async function holdRoom(tx: Tx, applicationId: string, seq: number): Promise<boolean> {
  const [room] = await tx
    .select({ seq: docRooms.seq })
    .from(docRooms)
    .where(eq(docRooms.room, `application:${applicationId}`))
    .for('update');
  return (room?.seq ?? 0) === seq;
}

/** [AP9] SHA-256, in hexadecimal, of the canonical JSON of form and answers. */
export function hashOf(form: Form, answers: Answers): string {
  return createHash('sha256').update(canonicalJson({ form, answers })).digest('hex');
}

function receiptOf({ number, rank, hash, isLate, submittedAt }: Receipt): Receipt {
  return { number, rank, hash, isLate, submittedAt };
}

async function findLastSubmission(tx: Tx, applicationId: string) {
  const [last] = await tx
    .select()
    .from(submissions)
    .where(eq(submissions.applicationId, applicationId))
    .orderBy(desc(submissions.rank))
    .limit(1);
  return last ?? null;
}

async function findOpenCorrection(tx: Tx, applicationId: string) {
  const [open] = await tx
    .select()
    .from(corrections)
    .where(and(eq(corrections.applicationId, applicationId), isNull(corrections.closedAt)));
  return open ?? null;
}

/** The newest form of a call, or the one of this version, with what is asked later [CA16]. */
export async function formFor(
  db: Db,
  callId: string,
  version?: number,
): Promise<{ form: Form; version: number }> {
  const known = version === undefined ? null : await findForm(db, { callId, version });
  if (known && version !== undefined) return { form: known, version };
  return (await currentForm(db, callId)) ?? { form: { sections: [], rules: [] }, version: 1 };
}

/** [AP9] `AMI-2-0007`: without a gap in its call. Another call of the season counts under a letter of its own: `AMI-2B-0001`. */
async function nextNumber(tx: Tx, callId: string): Promise<string> {
  const [mine] = await tx
    .select({ number: submissions.number })
    .from(submissions)
    .innerJoin(applications, eq(applications.id, submissions.applicationId))
    .where(and(eq(applications.callId, callId), eq(submissions.rank, 1)))
    .orderBy(desc(sql`split_part(${submissions.number}, '-', 3)::int`))
    .limit(1);
  if (mine) {
    const [head, season, last] = mine.number.split('-');
    return `${head}-${season}-${String(Number(last) + 1).padStart(4, '0')}`;
  }
  const [season] = await tx
    .select({ number: seasons.number })
    .from(seasons)
    .innerJoin(calls, eq(calls.seasonId, seasons.id))
    .where(eq(calls.id, callId));
  for (let rank = 0; ; rank++) {
    const prefix = `AMI-${season?.number ?? 0}${rank === 0 ? '' : String.fromCharCode(65 + rank)}-`;
    const [taken] = await tx
      .select({ number: submissions.number })
      .from(submissions)
      .where(like(submissions.number, `${prefix}%`))
      .limit(1);
    if (!taken) return `${prefix}0001`;
  }
}

/**
 * [AP3] [AP9] What was submitted: the last time, or at this rank; null for whoever may not see the application, and when nothing was.
 */
export async function findSubmission(
  db: Db,
  { applicationId, userId, rank }: { applicationId: string; userId: string; rank?: number },
): Promise<Submission | null> {
  if (!(await findApplicationAccess(db, { applicationId, userId }))) return null;
  const [found] = await db
    .select({
      number: submissions.number,
      rank: submissions.rank,
      hash: submissions.hash,
      isLate: submissions.isLate,
      submittedAt: submissions.submittedAt,
      answers: submissions.answers,
      form: callForms.form,
      formVersion: submissions.formVersion,
      submittedBy: users.name,
    })
    .from(submissions)
    .innerJoin(applications, eq(applications.id, submissions.applicationId))
    .innerJoin(
      callForms,
      and(eq(callForms.callId, applications.callId), eq(callForms.version, submissions.formVersion)),
    )
    .leftJoin(users, eq(users.id, submissions.submittedBy))
    .where(
      and(
        eq(submissions.applicationId, applicationId),
        rank === undefined ? undefined : eq(submissions.rank, rank),
      ),
    )
    .orderBy(desc(submissions.rank))
    .limit(1);
  return found ? { ...found, form: depositForm(found.form) } : null;
}
