import { type RouterContextProvider, redirect } from 'react-router';
import { z } from 'zod';
import { sayToAssessors } from '#db/programme/assessment/assessment-messages.ts';
import {
  assignAssessor,
  giveMarks,
  removeAssessor,
  saveDraft,
} from '#db/programme/assessment/assessments.ts';
import { giveOpinion } from '#db/programme/assessment/expert-opinions.ts';
import { declareRecusal, liftRecusal } from '#db/programme/assessment/recusals.ts';
import type { DomainError } from '#shared/errors.ts';
import { commentField, markField, readMarks } from '#shared/programme/assessment/marks.ts';
import type { CallCriterion } from '#shared/programme/call/call.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { servicesContext } from '../../context.ts';
import { forbidden, notFound } from '../../kernel/access.server.ts';
import { parseForm, refuse } from '../../kernel/refusal.server.ts';

type Context = Readonly<RouterContextProvider>;

const Gesture = z.discriminatedUnion('intent', [
  z.looseObject({ intent: z.literal('save'), privateNotes: z.string().max(20_000) }),
  z.looseObject({ intent: z.literal('give'), privateNotes: z.string().max(20_000) }),
  z.object({ intent: z.literal('assign'), assessorId: z.string() }),
  z.object({ intent: z.literal('remove'), assessorId: z.string() }),
  z.object({ intent: z.literal('say'), text: z.string() }),
  z.object({ intent: z.literal('recuse'), reason: z.string() }),
  z.object({ intent: z.literal('lift'), recusalId: z.string() }),
  z.object({ intent: z.literal('ask'), email: z.string(), question: z.string() }),
  z.object({ intent: z.literal('advise'), opinion: z.string() }),
]);

/** Where a refusal is said, by what was asked. */
const FIELD = {
  assign: 'assessorId',
  remove: '',
  say: 'text',
  recuse: 'reason',
  lift: '',
  ask: 'email',
  advise: 'opinion',
} as const;

/** One gesture on the assessment of an application. */
export async function assess(
  context: Context,
  {
    applicationId,
    userId,
    criteria,
  }: { applicationId: string; userId: string; criteria: readonly CallCriterion[] },
  form: FormData,
) {
  const { db, now, newId, committees } = context.get(servicesContext);
  const gesture = parseForm(Gesture, form);
  const on = { applicationId, userId, now: now() };
  if (gesture.intent === 'save' || gesture.intent === 'give') {
    const typed = Object.fromEntries(
      [...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    );
    const { marks, faults } = readMarks(typed, criteria);
    const change = { ...on, marks, privateNotes: gesture.privateNotes };
    if (gesture.intent === 'save') {
      const saved = await saveDraft(db, change);
      if (!saved.ok) throw refusalOf(saved.error);
      return { errors: {}, savedAt: on.now };
    }
    const given = await giveMarks(db, change);
    if (given.ok) return redirect(programmePaths.assessment({ id: applicationId }));
    if (given.error === 'access.notFound' || given.error === 'access.forbidden') throw refusalOf(given.error);
    const errors: Record<string, DomainError> = {};
    for (const { key } of criteria) {
      const fault = { ...given.faults[key], ...faults[key] };
      if (fault.mark) errors[markField(key)] = fault.mark;
      if (fault.comment) errors[commentField(key)] = fault.comment;
    }
    return refuse(Object.keys(errors).length > 0 ? errors : { '': given.error }, null);
  }
  const done = await run();
  if (done.ok)
    return redirect(
      gesture.intent === 'recuse'
        ? programmePaths.assigned()
        : programmePaths.assessment({ id: applicationId }),
    );
  if (done.error === 'access.notFound' || done.error === 'access.forbidden') throw refusalOf(done.error);
  const field =
    gesture.intent === 'ask' && done.error.startsWith('assessment.text') ? 'question' : FIELD[gesture.intent];
  return refuse({ [field]: done.error }, null);

  function run(): Promise<{ readonly ok: true } | { readonly ok: false; readonly error: DomainError }> {
    switch (gesture.intent) {
      case 'assign':
        return assignAssessor(db, { ...on, assessorId: gesture.assessorId, assessmentId: newId() });
      case 'remove':
        return removeAssessor(db, { ...on, assessorId: gesture.assessorId });
      case 'say':
        return sayToAssessors(db, { ...on, text: gesture.text, messageId: newId() });
      case 'recuse':
        return declareRecusal(db, { ...on, reason: gesture.reason, recusalId: newId() });
      case 'lift':
        return liftRecusal(db, { ...on, recusalId: gesture.recusalId });
      case 'ask':
        return committees.askExpert({ ...on, email: gesture.email, question: gesture.question });
      case 'advise':
        return giveOpinion(db, { ...on, opinion: gesture.opinion });
      default:
        throw new Error(`no such gesture: ${gesture.intent}`);
    }
  }
}

function refusalOf(error: DomainError) {
  return error === 'access.forbidden' ? forbidden() : notFound();
}
