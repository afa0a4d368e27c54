import { rankKey } from '#shared/meetings/meeting/agenda.ts';
import { instantOfLocal } from '#shared/meetings/meeting/local-time.ts';
import { reminderMoment } from '#shared/meetings/meeting/reminder.ts';
import type { Db } from '../../kernel/client.ts';
import {
  agendaItemDocuments,
  agendaItems,
  meetingAnswers,
  meetingInvitations,
  meetingReminders,
  meetings,
} from '../../meetings/meeting/schema.ts';
import { recordActivity } from '../../people/activity/activities.ts';
import type { DemoMeeting } from '../demo/meetings.ts';
import type { DemoWorld } from '../demo-world.ts';

const DAY_MS = 86_400_000;

/** A meeting of the demonstration with its agenda and what people answered, planned and announced three weeks before. */
export async function installMeeting(tx: Db, world: DemoWorld, meeting: DemoMeeting): Promise<void> {
  const { idOf, newId } = world;
  const { key, group, isHeld, title, place, link, description, items, answers, reminder } = meeting;
  const [id, groupId, facilitator] = [idOf(`meeting ${key}`), idOf(`group ${group}`), idOf('claire-oudin')];
  const { startsAt, endsAt } = spanOf(world, meeting);
  const plannedAt = new Date(startsAt.getTime() - 21 * DAY_MS);
  await tx.insert(meetings).values({
    ...{ id, groupId, title, place, link, description, startsAt, endsAt },
    status: isHeld ? 'held' : 'planned',
    openedAt: isHeld ? startsAt : null,
    closedAt: isHeld ? endsAt : null,
    createdBy: facilitator,
    createdAt: plannedAt,
    updatedAt: plannedAt,
  });
  if (reminder) {
    const leavesAt = reminderMoment('day', startsAt);
    await tx.insert(meetingReminders).values({ meetingId: id, kind: 'day', words: reminder, leavesAt });
  }
  await recordActivity(tx, {
    ...{ id: newId(), groupId, actorId: facilitator, verb: 'meeting.planned', objectId: id, title },
    now: plannedAt,
  });
  for (const [rank, { owner, proposedBy, documents = [], ...item }] of items.entries()) {
    const itemId = idOf(`meeting ${key} ${rank}`);
    await tx.insert(agendaItems).values({
      ...item,
      id: itemId,
      meetingId: id,
      ownerId: owner && idOf(owner),
      proposedBy: proposedBy ? idOf(proposedBy) : facilitator,
      status: proposedBy ? 'proposed' : 'accepted',
      order: rankKey(rank),
      createdAt: plannedAt,
    });
    if (documents.length === 0) continue;
    await tx
      .insert(agendaItemDocuments)
      .values(documents.map((document) => ({ itemId, documentId: idOf(`document ${document}`) })));
  }
  for (const { person, answer, note = '' } of answers) {
    const userId = idOf(person);
    const at = new Date(plannedAt.getTime() + DAY_MS);
    await tx.insert(meetingInvitations).values({ meetingId: id, userId, sequence: 0, sentAt: plannedAt });
    await tx.insert(meetingAnswers).values({ meetingId: id, userId, answer, note, at });
  }
}

/** When a meeting of the demonstration begins and ends. */
export function spanOf({ day }: DemoWorld, { day: of, start, end }: DemoMeeting) {
  return { startsAt: instantOf(day(of), start), endsAt: instantOf(day(of), end) };
}

function instantOf(day: string, time: string): Date {
  const found = instantOfLocal(day, time);
  if (!found.ok) throw new Error(`${day} ${time}: ${found.error}`);
  return found.value;
}
