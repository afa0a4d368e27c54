import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Readable } from '#shared/kernel/access/readable.ts';
import { inFrench } from '#shared/kernel/text/order.ts';
import type { DatePollState, SlotAnswer } from '#shared/meetings/date-poll/date-poll.ts';
import type { MeetingTexts, Span } from '#shared/meetings/meeting/meeting.ts';
import type { PersonBadge } from '#shared/people/organisation/organisation.ts';
import type { Db } from '../../kernel/client.ts';
import { findGroupForMember, type GroupForMember, isInGroup } from '../../people/group/groups.ts';
import { organisationBadge } from '../../people/organisation/organisations.ts';
import { organisations } from '../../people/organisation/schema.ts';
import { users } from '../../people/person/schema.ts';
import { datePollAnswers, datePollLetters, datePollSlots, datePolls } from './schema.ts';

export interface Slot extends Span {
  readonly id: string;
  readonly chosenAt: Date | null;
}

/** A date poll with its slots, the earliest first. */
export interface DatePoll extends MeetingTexts, DatePollState {
  readonly id: string;
  readonly groupId: string;
  readonly meetingId: string | null;
  readonly createdBy: string | null;
  readonly createdAt: Date;
  readonly slots: readonly Slot[];
}

/** A poll as somebody who may see it sees it. */
export interface DatePollForMember extends DatePoll {
  readonly groupId: Readable<'group'>;
  readonly group: GroupForMember;
}

const columns = {
  id: datePolls.id,
  groupId: datePolls.groupId,
  title: datePolls.title,
  place: datePolls.place,
  link: datePolls.link,
  description: datePolls.description,
  closesOn: datePolls.closesOn,
  withdrawnAt: datePolls.withdrawnAt,
  meetingId: datePolls.meetingId,
  createdBy: datePolls.createdBy,
  createdAt: datePolls.createdAt,
};
type Row = Omit<DatePoll, 'slots' | 'isChosen'>;

async function withSlots(db: Db, rows: readonly Row[]): Promise<DatePoll[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const slots = await db
    .select()
    .from(datePollSlots)
    .where(inArray(datePollSlots.pollId, ids))
    .orderBy(asc(datePollSlots.startsAt), asc(datePollSlots.endsAt), asc(datePollSlots.id));
  return rows.map((row) => {
    const own = slots.filter(({ pollId }) => pollId === row.id);
    return {
      ...row,
      slots: own.map(({ id, startsAt, endsAt, chosenAt }) => ({ id, startsAt, endsAt, chosenAt })),
      isChosen: own.some(({ chosenAt }) => chosenAt !== null),
    };
  });
}

/** The last polls of a group, the newest first. */
export async function listDatePolls(
  db: Db,
  { groupId, limit }: { groupId: Readable<'group'>; limit: number },
): Promise<DatePoll[]> {
  const rows = await db
    .select(columns)
    .from(datePolls)
    .where(eq(datePolls.groupId, groupId))
    .orderBy(desc(datePolls.createdAt), desc(datePolls.id))
    .limit(limit);
  return withSlots(db, rows);
}

/** [DP5] The poll, if this person may see it; null when it is of a group that is not theirs, or absent: both look the same. */
export async function findDatePollForMember(
  db: Db,
  { pollId, userId, now }: { pollId: string; userId: string; now: Date },
): Promise<DatePollForMember | null> {
  const [poll] = await withSlots(
    db,
    await db.select(columns).from(datePolls).where(eq(datePolls.id, pollId)),
  );
  if (!poll) return null;
  const group = await findGroupForMember(db, { groupId: poll.groupId, userId, now });
  return group && { ...poll, groupId: group.id, group };
}

/** Somebody whom a poll asks, with what they said of each slot. */
export interface Asked extends PersonBadge {
  readonly email: string;
  readonly answers: Readonly<Partial<Record<string, SlotAnswer>>>;
  /** When they said the last of it; null before. */
  readonly answeredAt: Date | null;
  /** When they were last written to about it. */
  readonly toldAt: Date | null;
}

/** [DP4] The people of the poll's group today, by name, with what each said: whoever left is not among them. */
export async function listAsked(
  db: Db,
  { poll, now }: { poll: Pick<DatePoll, 'id' | 'groupId' | 'slots'>; now: Date },
): Promise<Asked[]> {
  const people = await db
    .select({
      id: users.id,
      name: users.name,
      email: users.email,
      organisation: organisationBadge,
      toldAt: datePollLetters.sentAt,
    })
    .from(users)
    .leftJoin(organisations, eq(organisations.id, users.organisationId))
    .leftJoin(datePollLetters, and(eq(datePollLetters.pollId, poll.id), eq(datePollLetters.userId, users.id)))
    .where(isInGroup(db, { groupId: poll.groupId, now }));
  const said = await db
    .select({
      slotId: datePollAnswers.slotId,
      userId: datePollAnswers.userId,
      answer: datePollAnswers.answer,
      at: datePollAnswers.at,
    })
    .from(datePollAnswers)
    .innerJoin(datePollSlots, eq(datePollSlots.id, datePollAnswers.slotId))
    .where(and(eq(datePollSlots.pollId, poll.id), isNull(datePollAnswers.replacedAt)));
  const byPerson = Map.groupBy(said, ({ userId }) => userId);
  return people
    .map((person) => {
      const own = byPerson.get(person.id) ?? [];
      const times = own.map(({ at }) => at.getTime());
      return {
        ...person,
        answers: Object.fromEntries(own.map(({ slotId, answer }) => [slotId, answer])),
        answeredAt: times.length > 0 ? new Date(Math.max(...times)) : null,
      };
    })
    .sort((a, b) => inFrench(a.name, b.name));
}

/** Somebody’s answer to a slot that they have changed since. */
export interface ReplacedAnswer {
  readonly slotId: string;
  readonly answer: SlotAnswer;
  readonly at: Date;
  readonly name: string;
}

/** [DP3] What was said first and changed since, the last change first: nothing that people said is lost. */
export async function listReplaced(
  db: Db,
  { pollId, limit }: { pollId: string; limit: number },
): Promise<(ReplacedAnswer & { replacedAt: Date })[]> {
  return db
    .select({
      slotId: datePollAnswers.slotId,
      answer: datePollAnswers.answer,
      at: datePollAnswers.at,
      replacedAt: sql<Date>`${datePollAnswers.replacedAt}`.mapWith(datePollAnswers.at),
      name: users.name,
    })
    .from(datePollAnswers)
    .innerJoin(datePollSlots, eq(datePollSlots.id, datePollAnswers.slotId))
    .innerJoin(users, eq(users.id, datePollAnswers.userId))
    .where(and(eq(datePollSlots.pollId, pollId), sql`${datePollAnswers.replacedAt} is not null`))
    .orderBy(desc(datePollAnswers.replacedAt), asc(users.name))
    .limit(limit);
}
