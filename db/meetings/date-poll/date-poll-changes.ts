import { and, eq, inArray, isNull } from 'drizzle-orm';
import { ok, type Result } from '#shared/kernel/result.ts';
import {
  checkAnswers,
  checkChoice,
  checkClosing,
  checkOpen,
  checkToCome,
  checkUndecided,
  checkWithdrawn,
  type DatePollPhase,
  datePollPhase,
  type SlotAnswer,
} from '#shared/meetings/date-poll/date-poll.ts';
import type { MeetingTexts, Span } from '#shared/meetings/meeting/meeting.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { isInGroup } from '../../people/group/groups.ts';
import { users } from '../../people/person/schema.ts';
import { meetingAnswers } from '../meeting/schema.ts';
import type { DatePoll, Slot } from './date-polls.ts';
import { datePollAnswers, datePollLetters, datePollSlots, datePolls } from './schema.ts';

export interface NewDatePoll {
  readonly id: string;
  readonly groupId: string;
  readonly by: string;
  readonly now: Date;
  readonly texts: MeetingTexts;
  readonly closesOn: string;
  readonly slots: readonly (Span & { readonly id: string })[];
}

/** [DP1] Asks a group when a meeting suits. Ids are new. */
export async function openDatePoll(
  tx: Tx,
  { id, groupId, by, now, texts, closesOn, slots }: NewDatePoll,
): Promise<
  Result<
    void,
    'datePoll.slotPast' | 'datePoll.closingInvalid' | 'datePoll.closingPast' | 'datePoll.closingTooLate'
  >
> {
  const toCome = checkToCome(slots, now);
  if (!toCome.ok) return toCome;
  const closing = checkClosing(closesOn, slots, now);
  if (!closing.ok) return closing;
  const { title, place, link, description } = texts;
  const made = { groupId, createdBy: by, createdAt: now };
  await tx.insert(datePolls).values({ id, title, place, link, description, closesOn, ...made });
  await tx.insert(datePollSlots).values(slots.map((slot) => ({ ...slot, pollId: id })));
  return ok();
}

type NotOpen = 'datePoll.isClosed' | 'datePoll.isChosen' | 'datePoll.isWithdrawn';

/** The poll, held for this transaction, as it is now: of two who change it at once one waits. */
async function lockPhase(
  tx: Tx,
  { poll, now }: { poll: Pick<DatePoll, 'id' | 'slots'>; now: Date },
): Promise<DatePollPhase> {
  const { closesOn, withdrawnAt } = datePolls;
  const [held] = await tx
    .select({ closesOn, withdrawnAt })
    .from(datePolls)
    .where(eq(datePolls.id, poll.id))
    .for('update');
  const slots = await tx
    .select({ chosenAt: datePollSlots.chosenAt })
    .from(datePollSlots)
    .where(eq(datePollSlots.pollId, poll.id));
  if (!held) return 'withdrawn';
  const isChosen = slots.some(({ chosenAt }) => chosenAt !== null);
  return datePollPhase({ ...held, isChosen }, poll.slots, now);
}

/** [DP3] Keeps what somebody says of every slot that is still to come; what they said before stays, with the day it was replaced. */
export async function answerDatePoll(
  tx: Tx,
  {
    poll,
    userId,
    answers,
    now,
    newId,
  }: {
    poll: Pick<DatePoll, 'id' | 'slots'>;
    userId: string;
    answers: readonly { readonly slotId: string; readonly answer: SlotAnswer }[];
    now: Date;
    newId: () => string;
  },
): Promise<Result<void, NotOpen | 'datePoll.slotNotFound' | 'datePoll.answerMissing'>> {
  const open = checkOpen(await lockPhase(tx, { poll, now }));
  if (!open.ok) return open;
  const said = checkAnswers(poll.slots, answers, now);
  if (!said.ok) return said;
  const ids = said.value.map(({ slotId }) => slotId);
  const isOwn = and(
    eq(datePollAnswers.userId, userId),
    isNull(datePollAnswers.replacedAt),
    inArray(datePollAnswers.slotId, ids),
  );
  const before = await tx
    .select({ slotId: datePollAnswers.slotId, answer: datePollAnswers.answer })
    .from(datePollAnswers)
    .where(isOwn);
  const changed = said.value.filter(
    (one) => !before.some(({ slotId, answer }) => slotId === one.slotId && answer === one.answer),
  );
  if (changed.length === 0) return ok();
  const changedIds = changed.map(({ slotId }) => slotId);
  await tx
    .update(datePollAnswers)
    .set({ replacedAt: now })
    .where(and(isOwn, inArray(datePollAnswers.slotId, changedIds)));
  const rows = changed.map((one) => ({ ...one, id: newId(), userId, at: now }));
  await tx.insert(datePollAnswers).values(rows);
  return ok();
}

/** [DP6] Chooses a slot that is still to come, once: also after the last day for answers. */
export async function chooseSlot(
  tx: Tx,
  { poll, slotId, now }: { poll: Pick<DatePoll, 'id' | 'slots'>; slotId: string; now: Date },
): Promise<
  Result<Slot, 'datePoll.isChosen' | 'datePoll.isWithdrawn' | 'datePoll.slotNotFound' | 'datePoll.slotPast'>
> {
  const undecided = checkUndecided(await lockPhase(tx, { poll, now }));
  if (!undecided.ok) return undecided;
  const slot = checkChoice(poll.slots, slotId, now);
  if (!slot.ok) return slot;
  await tx.update(datePollSlots).set({ chosenAt: now }).where(eq(datePollSlots.id, slotId));
  return slot;
}

/** [DP6] What a poll became; whoever of the group said yes to its slot comes, without being asked again. */
export async function becomeMeeting(
  tx: Tx,
  {
    poll,
    slotId,
    meetingId,
    now,
  }: { poll: Pick<DatePoll, 'id' | 'groupId'>; slotId: string; meetingId: string; now: Date },
): Promise<void> {
  await tx.update(datePolls).set({ meetingId }).where(eq(datePolls.id, poll.id));
  const saidYes = await tx
    .select({ userId: datePollAnswers.userId, at: datePollAnswers.at })
    .from(datePollAnswers)
    .innerJoin(users, eq(users.id, datePollAnswers.userId))
    .where(
      and(
        eq(datePollAnswers.slotId, slotId),
        eq(datePollAnswers.answer, 'yes'),
        isNull(datePollAnswers.replacedAt),
        isInGroup(tx, { groupId: poll.groupId, now }),
      ),
    );
  if (saidYes.length === 0) return;
  const rows = saidYes.map(({ userId, at }) => ({ meetingId, userId, answer: 'yes' as const, at }));
  await tx.insert(meetingAnswers).values(rows).onConflictDoNothing();
}

/** [DP7] Gives a poll up; it can be taken up again. */
export async function withdrawDatePoll(
  tx: Tx,
  { poll, now }: { poll: Pick<DatePoll, 'id' | 'slots'>; now: Date },
): Promise<Result<void, 'datePoll.isChosen' | 'datePoll.isWithdrawn'>> {
  const undecided = checkUndecided(await lockPhase(tx, { poll, now }));
  if (!undecided.ok) return undecided;
  await tx.update(datePolls).set({ withdrawnAt: now }).where(eq(datePolls.id, poll.id));
  return ok();
}

/** [DP7] Takes up again a poll that was given up. */
export async function restoreDatePoll(
  tx: Tx,
  { poll, now }: { poll: Pick<DatePoll, 'id' | 'slots'>; now: Date },
): Promise<Result<void, 'datePoll.notWithdrawn'>> {
  const withdrawn = checkWithdrawn(await lockPhase(tx, { poll, now }));
  if (!withdrawn.ok) return withdrawn;
  await tx.update(datePolls).set({ withdrawnAt: null }).where(eq(datePolls.id, poll.id));
  return ok();
}

/** Notes that these people were just written to about a poll. */
export async function markWrittenTo(
  tx: Tx,
  { pollId, userIds, now }: { pollId: string; userIds: readonly string[]; now: Date },
): Promise<void> {
  if (userIds.length === 0) return;
  await tx
    .insert(datePollLetters)
    .values(userIds.map((userId) => ({ pollId, userId, sentAt: now })))
    .onConflictDoUpdate({
      target: [datePollLetters.pollId, datePollLetters.userId],
      set: { sentAt: now },
    });
}
