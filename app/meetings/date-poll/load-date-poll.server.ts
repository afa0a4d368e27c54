import type { Db } from '#db/kernel/client.ts';
import { type DatePollForMember, listAsked, listReplaced } from '#db/meetings/date-poll/date-polls.ts';
import { canInGroup } from '#shared/kernel/access/access.ts';
import { bestSlots, countSlot, datePollPhase, isSlotOpen } from '#shared/meetings/date-poll/date-poll.ts';

/** Beyond these, changes of mind are no history that anybody reads. */
const REPLACED_MAX = 20;

/** Everything that the page of a poll shows to this person. */
export async function loadDatePoll(
  db: Db,
  { poll, userId, now }: { poll: DatePollForMember; userId: string; now: Date },
) {
  const [people, replaced] = [
    await listAsked(db, { poll, now }),
    await listReplaced(db, { pollId: poll.id, limit: REPLACED_MAX }),
  ];
  const phase = datePollPhase(poll, poll.slots, now);
  const counts = poll.slots.map(({ id }) => countSlot(people.map(({ answers }) => answers[id] ?? null)));
  const best = bestSlots(counts);
  const { id, title, place, link, description, closesOn, meetingId, group } = poll;
  return {
    poll: { id, title, place, link, description, closesOn, meetingId },
    group: { id: group.id, name: group.name, theme: group.theme },
    phase,
    slots: poll.slots.map((slot, at) => ({
      ...{ id: slot.id, startsAt: slot.startsAt, endsAt: slot.endsAt },
      isOpen: isSlotOpen(slot, now),
      isChosen: slot.chosenAt !== null,
      isBest: best.includes(at),
      counts: counts[at] ?? countSlot([]),
    })),
    people: people.map(({ email: _, toldAt: __, ...person }) => person),
    waiting: people.filter(({ answers }) =>
      poll.slots.some((slot) => isSlotOpen(slot, now) && !answers[slot.id]),
    ).length,
    replaced,
    mine: people.find((person) => person.id === userId)?.answers ?? null,
    canManage: canInGroup(group.role, 'meeting.manage'),
    now,
  };
}
export type LoadedDatePoll = Awaited<ReturnType<typeof loadDatePoll>>;
