import type { Db } from '#db/kernel/client.ts';
import { listAgenda } from '#db/meetings/meeting/agenda-lists.ts';
import { listInvitees, listOverlaps } from '#db/meetings/meeting/meeting-people.ts';
import { listMeetings, type MeetingForMember } from '#db/meetings/meeting/meetings.ts';
import { listGroupsForMember } from '#db/people/group/groups.ts';
import { listRecentDocuments } from '#db/search/recent.ts';
import { canInGroup } from '#shared/kernel/access/access.ts';
import { agendaBalance } from '#shared/meetings/meeting/agenda.ts';
import { checkAnswerable } from '#shared/meetings/meeting/answer.ts';
import { passageOf } from '#shared/meetings/meeting/local-time.ts';
import { checkChangeable, phaseOf } from '#shared/meetings/meeting/meeting.ts';

/** The documents of a group that one may attach, the last modified first. */
const DOCUMENTS_MAX = 200;

/** Everything that the page of a meeting shows to this person. */
export async function loadMeeting(
  db: Db,
  { meeting, userId, now }: { meeting: MeetingForMember; userId: string; now: Date },
) {
  const { id: meetingId, groupId, group } = meeting;
  const canManage = canInGroup(group.role, 'meeting.manage');
  const phase = phaseOf(meeting, now);
  const isOpen = phase === 'next' || phase === 'running';
  const [items, invitees, documents, ofGroup, overlaps] = await Promise.all([
    listAgenda(db, { meetingId, userId, now }),
    listInvitees(db, { meetingId, groupId, now }),
    isOpen ? listRecentDocuments(db, { groupIds: [groupId], limit: DOCUMENTS_MAX, userId, now }) : [],
    meeting.seriesId ? listMeetings(db, { groupIds: [groupId] }) : [],
    canManage && phase === 'next' ? findOverlaps(db, meeting, { userId, now }) : [],
  ]);
  const series = ofGroup.filter(({ seriesId }) => seriesId === meeting.seriesId);
  const rank = series.findIndex(({ id }) => id === meetingId);
  const me = invitees.find(({ id }) => id === userId);
  return {
    meeting: {
      id: meetingId,
      title: meeting.title,
      startsAt: meeting.startsAt,
      endsAt: meeting.endsAt,
      place: meeting.place,
      link: meeting.link,
      description: meeting.description,
      cancelReason: meeting.cancelReason,
    },
    group: { id: group.id, name: group.name, theme: group.theme },
    phase,
    passage: passageOf(meeting.startsAt),
    series: series.length > 1 ? { rank: rank + 1, count: series.length } : null,
    hasCancelledAfter: series.slice(rank + 1).some(({ status }) => status === 'cancelled'),
    items,
    balance: agendaBalance(items, meeting),
    documents: documents.map(({ id, title }) => ({ id, title })),
    people: invitees.map(({ id, name }) => ({ id, name })),
    invitees: invitees.map(({ id, name, organisation, answer, note, toldSequence }) => ({
      ...{ id, name, organisation, answer, note },
      isInvited: toldSequence !== null,
    })),
    /** Null for whoever sees the group without being in it. */
    mine: me ? { answer: me.answer, note: me.note ?? '' } : null,
    overlaps,
    canManage,
    isOpen,
    isChangeable: checkChangeable(meeting).ok,
    isAnswerable: checkAnswerable(meeting, now).ok,
    youId: userId,
  };
}

async function findOverlaps(
  db: Db,
  meeting: MeetingForMember,
  { userId, now }: { userId: string; now: Date },
) {
  const seen = await listGroupsForMember(db, { userId, now });
  return listOverlaps(db, {
    groupId: meeting.groupId,
    spans: [meeting],
    exceptIds: [meeting.id],
    seenGroupIds: seen.map(({ id }) => id),
    now,
  });
}
