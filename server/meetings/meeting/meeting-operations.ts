import { z } from 'zod';
import { cancelMeeting, changeMeeting, restoreMeeting } from '#db/meetings/meeting/meeting-changes.ts';
import { answerMeeting, type Invitee, takeAnswerBack } from '#db/meetings/meeting/meeting-people.ts';
import {
  listMeetings,
  lockMeeting,
  type Meeting,
  type NewMeetings,
  planMeetings,
} from '#db/meetings/meeting/meetings.ts';
import { Id, oneOf, read } from '#shared/kernel/input.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { ANSWERS, checkAnswerable, parseNote } from '#shared/meetings/meeting/answer.ts';
import { checkSpan, type MeetingTexts, type Span } from '#shared/meetings/meeting/meeting.ts';
import {
  MeetingTextsInput,
  PlanInput,
  RemindersByKind,
  RemindersInput,
  WhenInput,
} from '#shared/meetings/meeting/plan-input.ts';
import type { Reminders } from '#shared/meetings/meeting/reminder.ts';
import type { Frequency } from '#shared/meetings/meeting/series.ts';
import { type Act, operation } from '../../kernel/operation.ts';
import { type ByPerson, inGroup } from '../../people/rights.ts';
import { isBehind, isNew, tellOfMeetings } from './meeting-mails.ts';
import { askedByLink, askedToMeeting, type InMeeting, inMeeting } from './meeting-rights.ts';

const OfGroup = z.object({ groupId: Id });
const OfMeeting = z.object({ meetingId: Id });
/** A meeting that is in no series asks for none. */
const InScope = z.object({
  scope: z.enum(['', 'one', 'following']).transform((said) => said || 'one'),
});
const Answer = z.object({ answer: oneOf(ANSWERS, 'meeting.answerMissing'), note: read(parseNote) });

const UNPLANNABLE = { 'meeting.past': 'day', 'meeting.notOver': 'day' } as const;
const UNCHANGEABLE = { 'meeting.isCancelled': '', 'meeting.begun': '' } as const;
const UNANSWERABLE = { 'meeting.isCancelled': '', 'meeting.isOver': '' } as const;

/** [M11] Whoever was reminded is left in peace for so long. */
const PEACE_MS = 20 * 3_600_000;

/** [M1] [M6] [M9] [M10] Meetings with the mails that tell of them, both or neither. */
export const meetingOperations = {
  /** Once or in a series, as a form says it: on the clock of Paris. Gives the first. */
  'meeting.plan': operation({
    input: OfGroup.and(PlanInput),
    right: inGroup('meeting.manage'),
    refusals: UNPLANNABLE,
    async run(act, { groupId, day: _, spans, frequency, isHeld, invite, reminders, ...texts }) {
      const wish = { groupId, texts, spans, frequency, isHeld, isInviting: invite, reminders };
      const planned = await plan(act, wish);
      return planned.ok ? ok({ ...planned.value, isSeries: frequency !== null }) : planned;
    },
  }),

  /** One at an instant, as programs say it. */
  'meeting.planAt': operation({
    input: OfGroup.and(MeetingTextsInput).and(
      z
        .object({
          startsAt: z.date(),
          endsAt: z.date(),
          isHeld: z.boolean(),
          invite: z.boolean(),
          reminders: RemindersByKind,
        })
        .superRefine((span, context) => {
          const checked = checkSpan(span);
          if (!checked.ok) context.addIssue({ code: 'custom', path: ['endsAt'], message: checked.error });
        }),
    ),
    right: inGroup('meeting.manage'),
    refusals: { 'meeting.past': 'startsAt', 'meeting.notOver': 'endsAt' },
    run: (act, { groupId, startsAt, endsAt, isHeld, invite, reminders, ...texts }) =>
      plan(act, {
        groupId,
        texts,
        spans: [{ startsAt, endsAt }],
        frequency: null,
        isHeld,
        isInviting: invite,
        reminders,
      }),
  }),

  'meeting.change': operation({
    input: OfMeeting.extend(InScope.shape).and(MeetingTextsInput).and(RemindersInput).and(WhenInput),
    right: inMeeting('meeting.manage'),
    refusals: {
      ...UNCHANGEABLE,
      'meeting.past': 'day',
      'meeting.dayInvalid': 'day',
      'meeting.timeInvalid': 'start',
      'meeting.hourSkipped': 'start',
      'meeting.endBeforeStart': 'end',
      'meeting.tooLong': 'end',
    },
    run: (act, { meetingId: _, when, scope, reminders, ...texts }) =>
      telling(act, 'change', changeMeeting(act.tx, { ...changeOf(act), texts, when, scope, reminders })),
  }),

  'meeting.cancel': operation({
    input: OfMeeting.extend(InScope.shape).extend({ reason: z.string().max(20_000) }),
    right: inMeeting('meeting.manage'),
    refusals: UNCHANGEABLE,
    run: (act, { reason, scope }) =>
      telling(act, 'cancellation', cancelMeeting(act.tx, { ...changeOf(act), reason, scope })),
  }),

  'meeting.restore': operation({
    input: OfMeeting.extend(InScope.shape),
    right: inMeeting('meeting.manage'),
    refusals: { 'meeting.notCancelled': '' },
    run: (act, { scope }) => telling(act, 'restoration', restoreMeeting(act.tx, { ...changeOf(act), scope })),
  }),

  /** Asks those of the group who were not asked yet; gives how many. */
  'meeting.invite': operation({
    input: OfMeeting,
    right: inMeeting('meeting.manage'),
    refusals: {},
    run: (act) => asking(act, 'invitation', isNew),
  }),

  /** [M11] Asks again those who have not answered, none twice within a day; gives how many. */
  'meeting.remind': operation({
    input: OfMeeting,
    right: inMeeting('meeting.manage'),
    refusals: {},
    run: (act) =>
      asking(act, 'reminder', ({ answer, remindedAt }) => {
        const isInPeace = remindedAt !== null && act.now.getTime() - remindedAt.getTime() < PEACE_MS;
        return answer === null && !isInPeace;
      }),
  }),

  'meeting.answer': operation({
    input: OfMeeting.and(Answer),
    right: askedToMeeting,
    refusals: UNANSWERABLE,
    run: ({ tx, by, meeting, now }, { answer, note }) =>
      answerMeeting(tx, { meeting, userId: by, answer, note, now }),
  }),

  /** As if they had not answered: they are asked again. */
  'meeting.takeAnswerBack': operation({
    input: OfMeeting,
    right: askedToMeeting,
    refusals: UNANSWERABLE,
    run: ({ tx, by, meeting, now }) => takeAnswerBack(tx, { meeting, userId: by, now }),
  }),

  /** By whoever has the link of a mail. */
  'meeting.answerByLink': operation({
    input: OfMeeting.extend({ link: z.string().max(2_000) }).and(Answer),
    right: askedByLink,
    refusals: UNANSWERABLE,
    run: ({ tx, by, meeting, now }, { answer, note }) =>
      answerMeeting(tx, { meeting, userId: by, answer, note, now }),
  }),
};

/** What each change of a meeting says of itself. */
export function changeOf({ by, meeting, now, newId }: Act & InMeeting) {
  return { meetingId: meeting.id, groupId: meeting.groupId, by, now, activityId: newId() };
}

interface Plan extends Pick<NewMeetings, 'groupId' | 'isHeld'> {
  readonly texts: MeetingTexts;
  readonly spans: readonly Span[];
  readonly frequency: Frequency | null;
  readonly isInviting: boolean;
  readonly reminders: Reminders;
}

async function plan(
  act: Act & ByPerson,
  { groupId, texts, spans, frequency, isHeld, isInviting, reminders }: Plan,
): Promise<Result<{ id: string; title: string }, keyof typeof UNPLANNABLE>> {
  const { tx, by, now, newId } = act;
  const occasions = spans.map((span) => ({ ...span, id: newId() }));
  const series = frequency && { id: newId(), frequency };
  const made = { ...texts, groupId, by, now, activityId: newId(), occasions, series, isHeld, reminders };
  const planned = await planMeetings(tx, made);
  if (!planned.ok || !isInviting || isHeld) return planned;
  const ids = new Set(occasions.map(({ id }) => id));
  const meetings = (await listMeetings(tx, { groupIds: [groupId] })).filter(({ id }) => ids.has(id));
  await tellOfMeetings(act, { meetings, kind: 'invitation', isFor: isNew });
  return planned;
}

/** What changes, then the mails to those who knew of it. */
async function telling<E extends string>(
  act: Act & ByPerson,
  kind: 'change' | 'cancellation' | 'restoration',
  changing: Promise<Result<readonly Meeting[], E>>,
): Promise<Result<void, E>> {
  const changed = await changing;
  if (!changed.ok) return changed;
  await tellOfMeetings(act, { meetings: changed.value, kind, isFor: isBehind });
  return ok();
}

/** The meeting, held, when people may still be asked to it. */
async function asking(
  act: Act & InMeeting,
  kind: 'invitation' | 'reminder',
  isFor: (invitee: Invitee) => boolean,
): Promise<Result<{ count: number }, never>> {
  const { id: meetingId, groupId } = act.meeting;
  const meeting = await lockMeeting(act.tx, { meetingId, groupId });
  if (!meeting || !checkAnswerable(meeting, act.now).ok) return ok({ count: 0 });
  return ok({ count: await tellOfMeetings(act, { meetings: [meeting], kind, isFor }) });
}
