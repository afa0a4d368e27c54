import { and, eq, isNull, type SQL, sql } from 'drizzle-orm';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { answersOf } from '#shared/programme/application/answers-of.ts';
import type { RawAnswers } from '#shared/programme/application/application-doc.ts';
import { checkWritten } from '#shared/programme/application/check-written.ts';
import { completeness, percentOf } from '#shared/programme/application/completeness.ts';
import type { Answers, Form } from '#shared/programme/application/form.ts';
import {
  complementForm,
  complementOf,
  keysAsked,
  withComplement,
} from '#shared/programme/application/form-parts.ts';
import { placesNamedIn } from '#shared/programme/application/named-places.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { users } from '../../people/person/schema.ts';
import { loadFormWorld } from '../call/form-worlds.ts';
import { callForms } from '../call/schema.ts';
import type { ApplicationChange } from './application-creation.ts';
import { recordApplicationEvent } from './application-events.ts';
import { findApplicationAccess } from './application-rights.ts';
import { findSubmission, formFor, hashOf, holdRoom } from './application-submission.ts';
import { applications, complements, submissions } from './schema.ts';

/** What is asked of an application since it was selected. */
export interface Complement {
  /** The whole form that it was submitted with: what is asked later may hang on what was submitted. */
  readonly form: Form;
  readonly askedAt: Date;
  /** Once it is handed in; what is being written is in its room, for its authors. */
  readonly handedIn: {
    readonly answers: Answers;
    readonly hash: string;
    readonly at: Date;
    readonly by: string | null;
  } | null;
}

/** [AP15] Of a row of `application_submission`, named in full for a question of that table alone: what was submitted, with what was handed in since. */
export const wholeAnswers: SQL<Answers> = sql`${submissions.answers} || coalesce((select c.answers
  from ${complements} c where c.application_id = application_submission.application_id), '{}')`;

/** [AP15] With the announcement of a decision: the rest of the form is asked of whoever is selected, and no more of whoever is not any more. */
export async function askComplement(
  tx: Tx,
  { applicationId, isSelected, now }: { applicationId: string; isSelected: boolean; now: Date },
): Promise<boolean> {
  const isOpen = and(eq(complements.applicationId, applicationId), isNull(complements.handedInAt));
  const [row] = await tx.select().from(applications).where(eq(applications.id, applicationId));
  const { form } = row ? await formFor(tx, row.callId, row.formVersion) : { form: null };
  const asked = form && complementForm(form);
  if (!asked || !isSelected || asked.sections.length === 0) {
    await tx.delete(complements).where(isOpen);
    return false;
  }
  const percent = percentOf(completeness(asked, row?.answers ?? {}, form));
  const made = await tx
    .insert(complements)
    .values({ applicationId, askedAt: now, completeness: percent })
    .onConflictDoNothing()
    .returning({ id: complements.applicationId });
  return made.length > 0;
}

/** [AP15] What was asked since it was selected; null where nothing was, and for whoever may not see the application. */
export async function findComplement(
  db: Db,
  { applicationId, userId }: { applicationId: string; userId: string },
): Promise<Complement | null> {
  if (!(await findApplicationAccess(db, { applicationId, userId }))) return null;
  const [found] = await db
    .select({
      form: callForms.form,
      askedAt: complements.askedAt,
      answers: complements.answers,
      hash: complements.hash,
      at: complements.handedInAt,
      by: users.name,
    })
    .from(complements)
    .innerJoin(applications, eq(applications.id, complements.applicationId))
    .innerJoin(
      callForms,
      and(eq(callForms.callId, applications.callId), eq(callForms.version, applications.formVersion)),
    )
    .leftJoin(users, eq(users.id, complements.handedInBy))
    .where(eq(complements.applicationId, applicationId));
  if (!found) return null;
  const { form, askedAt, answers, hash, at, by } = found;
  return { form, askedAt, handedIn: answers && hash && at ? { answers, hash, at, by } : null };
}

interface HandingIn extends ApplicationChange {
  /** As of `submitApplication`. */
  readonly raw: RawAnswers;
  readonly seq: number;
}

/** [AP15] Freezes what was asked since the application was selected. Handed in twice, it is what it was the first time. */
export async function handInComplement(
  tx: Tx,
  { application, userId, now, eventId, raw, seq }: HandingIn,
): Promise<
  Result<
    { readonly isNew: boolean },
    | 'application.notCompleting'
    | 'application.changedMeanwhile'
    | 'application.incomplete'
    | 'application.ineligible'
  >
> {
  const { id: applicationId, callId, organisationId } = application;
  const [asked, submitted] = [
    await findComplement(tx, { applicationId, userId }),
    await findSubmission(tx, { applicationId, userId }),
  ];
  if (!asked || !submitted) return fail('application.notCompleting');
  if (asked.handedIn) return ok({ isNew: false });
  if (!(await holdRoom(tx, applicationId, seq))) return fail('application.changedMeanwhile');
  const { form } = asked;
  const answers = withComplement(form, submitted.answers, answersOf(form, raw));
  const named = placesNamedIn(form, answers);
  const world = await loadFormWorld(tx, { callId, organisationId, applicationId, named });
  const later = complementForm(form);
  const checked = checkWritten(form, answers, world, keysAsked(later));
  if (!checked.ok) return checked;
  const kept = complementOf(form, answers);
  await tx
    .update(complements)
    .set({
      answers: kept,
      hash: hashOf(later, kept),
      completeness: 100,
      handedInBy: userId,
      handedInAt: now,
    })
    .where(eq(complements.applicationId, applicationId));
  const { status } = application;
  await recordApplicationEvent(tx, {
    ...{ id: eventId, applicationId, verb: 'completed', status },
    ...{ by: userId, at: now },
  });
  return ok({ isNew: true });
}
