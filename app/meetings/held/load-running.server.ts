import type { RouterContextProvider } from 'react-router';
import { findDocumentForMember } from '#db/documents/documents.ts';
import { listAttendees, listGuests } from '#db/meetings/held/meeting-attendances.ts';
import { listHands } from '#db/meetings/held/meeting-hands.ts';
import { findMinutes, listMinutesToApprove, type Minutes } from '#db/meetings/held/meeting-minutes.ts';
import { listProxies } from '#db/meetings/held/meeting-proxies.ts';
import { findRun } from '#db/meetings/held/meeting-runs.ts';
import { listVotes } from '#db/meetings/held/meeting-votes.ts';
import { listAgenda } from '#db/meetings/meeting/agenda-lists.ts';
import type { MeetingForMember } from '#db/meetings/meeting/meetings.ts';
import { findSignatory } from '#db/people/organisation/signatories.ts';
import { canInGroup } from '#shared/kernel/access/access.ts';
import { castableBy, votersOf } from '#shared/meetings/held/electorate.ts';
import { clockOf } from '#shared/meetings/held/running.ts';
import { roomName } from '#shared/realtime/realtime.ts';
import { servicesContext } from '../../context.ts';
import { drawDocument } from '../../kernel/drawn-document.server.ts';
import { heldStateOf } from './held-state.ts';

type Context = Readonly<RouterContextProvider>;
interface Asked {
  readonly meeting: MeetingForMember;
  readonly userId: string;
}

/** Everything that the page of a held meeting shows to this person. */
export async function loadRunning(context: Context, { meeting, userId }: Asked) {
  const { db, now } = context.get(servicesContext);
  const { id: meetingId, groupId, group } = meeting;
  const at = now();
  const asked = { meetingId, groupId, userId, now: at };
  const found = await Promise.all([
    findRun(db, meetingId),
    listAgenda(db, asked),
    listAttendees(db, asked),
    listGuests(db, meetingId),
    listHands(db, meetingId),
    listVotes(db, asked),
    listProxies(db, meetingId),
    listMinutesToApprove(db, { groupId, before: meeting.startsAt }),
    findMinutes(db, meetingId),
    findSignatory(db, userId),
  ]);
  const [run, items, attendees, guests, hands, votes, proxies, toApprove, minutes, signatory] = found;
  const text = minutes && (await loadText(context, { ...minutes, userId, now: at }));
  const me = attendees.find(({ id }) => id === userId) ?? null;
  const voters = {
    organisation: votersOf(attendees, 'organisation'),
    person: votersOf(attendees, 'person'),
  };
  return {
    meeting: { id: meetingId, title: meeting.title, startsAt: meeting.startsAt, endsAt: meeting.endsAt },
    openedAt: meeting.openedAt,
    closedAt: meeting.closedAt,
    state: heldStateOf(meeting),
    group: { id: group.id, name: group.name, theme: group.theme },
    now: at,
    revision: revisionOf(run.revision, minutes !== null),
    hasBegun:
      run.currentItemId !== null ||
      Object.keys(run.spent).length > 0 ||
      votes.length + guests.length > 0 ||
      attendees.some(({ attended }) => attended?.presence === 'present'),
    currentItemId: run.currentItemId,
    items: items
      .filter(({ status }) => status === 'accepted')
      .map((item) => ({
        id: item.id,
        title: item.title,
        owner: item.owner?.name ?? null,
        isDone: item.id !== run.currentItemId && (run.spent[item.id] ?? 0) > 0,
        clock: clockOf(run, item, at),
      })),
    attendees: attendees.map(({ id, name, organisation, attended, isHere }) => ({
      ...{ id, name, organisation, attended, isHere },
    })),
    guests,
    hands,
    votes: votes.map((vote) => {
      const castable = me ? castableBy(me, vote.by, { voters: voters[vote.by], proxies }) : [];
      const isUnsigned = vote.by === 'organisation' && signatory === null && castable.length > 0;
      return {
        ...vote,
        voters: voters[vote.by],
        castable: isUnsigned ? [] : castable,
        unsigned: isUnsigned ? (me?.organisation?.name ?? null) : null,
      };
    }),
    proxies,
    voters,
    minutes: text,
    toApprove,
    me: me && { id: me.id, isHere: me.isHere, presence: me.attended?.presence ?? null },
    can: {
      run: canInGroup(group.role, 'meeting.run'),
      attend: me !== null && canInGroup(group.role, 'meeting.attend'),
      vote: me !== null && canInGroup(me.role, 'meeting.vote'),
      write: canInGroup(group.role, 'minutes.write'),
    },
  };
}

/** [MR15] What tells an open page that something changed: of the meeting, or that its minutes are gone. Their text is live by itself. */
export function revisionOf(revision: number, hasMinutes: boolean): string {
  return `${revision}-${hasMinutes ? 1 : 0}`;
}

/** The minutes as this person reads or writes them; null for whoever may not read their document. */
async function loadText(
  context: Context,
  { documentId, status, userId, now }: Pick<Minutes, 'documentId' | 'status'> & { userId: string; now: Date },
) {
  const { db } = context.get(servicesContext);
  const document = await findDocumentForMember(db, { documentId, userId, now });
  if (!document) return null;
  const { id, title, isFrozen, access } = document;
  return {
    document: { id, title, isFrozen },
    room: roomName({ kind: 'document', id }),
    status,
    access,
    drawn: await drawDocument(context, { documentId: id, userId }),
  };
}
