import { type RouterContextProvider, redirect } from 'react-router';
import { z } from 'zod';
import { openExperiment } from '#db/programme/application/selected-applications.ts';
import { balanceAssessors } from '#db/programme/assessment/assessments.ts';
import { draftDecision, setCommittee } from '#db/programme/assessment/committee.ts';
import type { DomainError } from '#shared/errors.ts';
import { canOnPlatform } from '#shared/kernel/access/access.ts';
import { instantOfParis } from '#shared/kernel/day/paris-time.ts';
import { parseDecision } from '#shared/programme/assessment/decision.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { type Member, servicesContext } from '../../context.ts';
import { forbidden, notFound } from '../../kernel/access.server.ts';
import { parseForm, refuse } from '../../kernel/refusal.server.ts';

const text = (max: number) => z.string().max(max);
const Gesture = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('balance') }),
  z.object({ intent: z.literal('announce') }),
  z.object({ intent: z.literal('convert'), applicationId: z.string() }),
  z.object({
    intent: z.literal('decide'),
    applicationId: z.string(),
    outcome: text(40),
    waitingRank: text(20),
    motivation: text(20_000),
  }),
  z.object({
    intent: z.literal('settings'),
    assessUntil: text(40),
    heldOn: text(40),
    embargoAt: text(40),
    attendees: text(5_000),
    remarks: text(10_000),
  }),
]);

/** [AS16] One gesture of a committee: whoever sits on it decides, the rest is for who runs it. */
export async function act(
  context: Readonly<RouterContextProvider>,
  { callId, member }: { callId: string; member: Member },
  form: FormData,
) {
  const { db, now, newId, committees } = context.get(servicesContext);
  const gesture = parseForm(Gesture, form);
  if (gesture.intent !== 'decide' && !canOnPlatform(member.platformRole, 'assessment.manage'))
    throw forbidden();
  const { id: userId } = member;
  const at = now();
  switch (gesture.intent) {
    case 'balance': {
      const given = await balanceAssessors(db, { callId, userId, now: at, newId });
      return given.ok ? { errors: {}, balanced: given.value } : refused(given.error);
    }
    case 'announce': {
      const announced = await committees.announce({ callId, userId });
      return announced.ok ? { errors: {}, announced: announced.value } : refused(announced.error);
    }
    case 'convert': {
      const made = await openExperiment(db, { applicationId: gesture.applicationId, userId, now: at, newId });
      return made.ok ? redirect(programmePaths.experiment(made.value)) : refused(made.error);
    }
    case 'settings': {
      const day = (given: string) => (instantOfParis(`${given}T00:00`) ? given : null);
      const { assessUntil, heldOn, embargoAt, attendees, remarks } = gesture;
      const errors: Record<string, DomainError> = {};
      if (assessUntil && !day(assessUntil)) errors.assessUntil = 'committee.dateInvalid';
      if (heldOn && !day(heldOn)) errors.heldOn = 'committee.dateInvalid';
      const until = embargoAt ? instantOfParis(embargoAt.slice(0, 16)) : null;
      if (embargoAt && !until) errors.embargoAt = 'committee.dateInvalid';
      if (Object.keys(errors).length > 0) return refuse(errors, {});
      const set = await setCommittee(db, {
        callId,
        userId,
        now: at,
        assessUntil: day(assessUntil),
        heldOn: day(heldOn),
        attendees: attendees.trim(),
        remarks: remarks.trim(),
        embargoAt: until,
      });
      return set.ok ? { errors: {}, isSet: true } : refused(set.error, 'embargoAt');
    }
    case 'decide': {
      const { applicationId, intent: _, ...typed } = gesture;
      const decision = typed.outcome === '' ? null : parseDecision(typed);
      if (decision && !decision.ok) return refuse({ [FIELD[decision.error] ?? '']: decision.error }, gesture);
      const drafted = await draftDecision(db, {
        applicationId,
        userId,
        now: at,
        decision: decision ? decision.value : null,
      });
      return drafted.ok
        ? redirect(`${programmePaths.committee({ id: callId })}#decision-${applicationId}`)
        : refused(drafted.error, FIELD[drafted.error], gesture);
    }
  }
}

const FIELD: Readonly<Partial<Record<DomainError, string>>> = {
  'committee.outcomeInvalid': 'outcome',
  'committee.rankInvalid': 'waitingRank',
  'committee.rankTaken': 'waitingRank',
  'committee.motivationMissing': 'motivation',
  'committee.motivationTooLong': 'motivation',
};

function refused(error: DomainError, field = '', values: object = {}) {
  if (error === 'access.notFound') throw notFound();
  if (error === 'access.forbidden') throw forbidden();
  return refuse({ [field]: error }, values);
}
