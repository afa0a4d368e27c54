import { z } from 'zod';
import {
  answerDatePoll,
  becomeMeeting,
  chooseSlot,
  openDatePoll,
  restoreDatePoll,
  withdrawDatePoll,
} from '#db/meetings/date-poll/date-poll-changes.ts';
import { lockMeeting, planMeetings } from '#db/meetings/meeting/meetings.ts';
import { chosenId, Id } from '#shared/kernel/input.ts';
import { ok } from '#shared/kernel/result.ts';
import { datePollPhase, isSlotOpen } from '#shared/meetings/date-poll/date-poll.ts';
import { DatePollInput, SlotAnswersInput } from '#shared/meetings/date-poll/date-poll-input.ts';
import { REMINDERS_AT_FIRST } from '#shared/meetings/meeting/reminder.ts';
import { operation } from '../../kernel/operation.ts';
import { inGroup } from '../../people/rights.ts';
import { isNew, tellOfMeetings } from '../meeting/meeting-mails.ts';
import { tellOfDatePoll } from './date-poll-mails.ts';
import { askedByDatePoll, inDatePoll } from './date-poll-rights.ts';

const OfGroup = z.object({ groupId: Id });
const OfDatePoll = z.object({ pollId: Id });

/** [M11] Whoever was written to is left in peace for so long. */
const PEACE_MS = 20 * 3_600_000;

/** [DP1] to [DP8] Polls of dates, with their mails; what a poll becomes is a meeting like any other. */
export const datePollOperations = {
  'datePoll.open': operation({
    input: OfGroup.and(DatePollInput),
    right: inGroup('meeting.manage'),
    refusals: {
      'datePoll.slotPast': 'slots',
      'datePoll.closingInvalid': 'closesOn',
      'datePoll.closingPast': 'closesOn',
      'datePoll.closingTooLate': 'closesOn',
    },
    async run(act, { groupId, slots, closesOn, ...texts }) {
      const { tx, by, now, newId, group } = act;
      const id = newId();
      const dated = slots.map((span) => ({ ...span, id: newId() }));
      const opened = await openDatePoll(tx, { id, groupId, by, now, texts, closesOn, slots: dated });
      if (!opened.ok) return opened;
      const made = { id, groupId, ...texts, closesOn, withdrawnAt: null, isChosen: false, meetingId: null };
      const shown = dated.map((slot) => ({ ...slot, chosenAt: null }));
      const poll = { ...made, createdBy: by, createdAt: now, slots: shown, group };
      const { count } = await tellOfDatePoll(act, { poll, kind: 'opening', isFor: () => true });
      return ok({ id, title: texts.title, count });
    },
  }),

  'datePoll.answer': operation({
    input: OfDatePoll.and(SlotAnswersInput),
    right: askedByDatePoll,
    refusals: {
      'datePoll.isClosed': '',
      'datePoll.isChosen': '',
      'datePoll.isWithdrawn': '',
      'datePoll.slotNotFound': '',
      'datePoll.answerMissing': 'answers',
    },
    run: ({ tx, by, poll, now, newId }, { answers }) =>
      answerDatePoll(tx, { poll, userId: by, answers, now, newId }),
  }),

  /** [DP8] Asks again those who have not answered every slot, none twice within a day; gives how many. */
  'datePoll.remind': operation({
    input: OfDatePoll,
    right: inDatePoll('meeting.manage'),
    refusals: {},
    async run(act) {
      const { poll, now } = act;
      if (datePollPhase(poll, poll.slots, now) !== 'open') return ok({ count: 0 });
      const open = poll.slots.filter((slot) => isSlotOpen(slot, now));
      return ok(
        await tellOfDatePoll(act, {
          poll,
          kind: 'reminder',
          isFor: ({ answers, toldAt }) =>
            open.some(({ id }) => !answers[id]) &&
            (toldAt === null || now.getTime() - toldAt.getTime() >= PEACE_MS),
        }),
      );
    },
  }),

  /** [DP6] The meeting is made, those who said yes come, and everybody is invited; gives the meeting. */
  'datePoll.choose': operation({
    input: OfDatePoll.extend({ slotId: chosenId('datePoll.slotNotFound') }),
    right: inDatePoll('meeting.manage'),
    refusals: {
      'datePoll.isChosen': '',
      'datePoll.isWithdrawn': '',
      'datePoll.slotNotFound': 'slotId',
      'datePoll.slotPast': 'slotId',
    },
    async run(act, { slotId }) {
      const { tx, by, poll, now, newId } = act;
      const chosen = await chooseSlot(tx, { poll, slotId, now });
      if (!chosen.ok) return chosen;
      const { groupId, title, place, link, description } = poll;
      const { startsAt, endsAt } = chosen.value;
      const [meetingId, activityId] = [newId(), newId()];
      const texts = { title, place, link, description };
      const occasions = [{ id: meetingId, startsAt, endsAt }];
      const wish = { ...texts, groupId, by, now, activityId, occasions, series: null, isHeld: false };
      const planned = await planMeetings(tx, { ...wish, reminders: REMINDERS_AT_FIRST });
      if (!planned.ok) throw new Error(`a slot to come is no meeting to come: ${planned.error}`);
      await becomeMeeting(tx, { poll, slotId, meetingId, now });
      const meeting = await lockMeeting(tx, { meetingId, groupId });
      if (meeting) await tellOfMeetings(act, { meetings: [meeting], kind: 'invitation', isFor: isNew });
      return ok(planned.value);
    },
  }),

  'datePoll.withdraw': operation({
    input: OfDatePoll,
    right: inDatePoll('meeting.manage'),
    refusals: { 'datePoll.isChosen': '', 'datePoll.isWithdrawn': '' },
    run: ({ tx, poll, now }) => withdrawDatePoll(tx, { poll, now }),
  }),

  'datePoll.restore': operation({
    input: OfDatePoll,
    right: inDatePoll('meeting.manage'),
    refusals: { 'datePoll.notWithdrawn': '' },
    run: ({ tx, poll, now }) => restoreDatePoll(tx, { poll, now }),
  }),
};
