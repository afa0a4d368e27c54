import { z } from 'zod';
import {
  acceptItem,
  addItem,
  changeItem,
  type ItemDraft,
  moveItem,
  setItemRemoved,
} from '#db/meetings/meeting/agendas.ts';
import { answerMeeting } from '#db/meetings/meeting/meeting-people.ts';
import type { Services } from '#server/services.ts';
import type { DomainError } from '#shared/errors.ts';
import { canInGroup, type GroupRole } from '#shared/kernel/access/access.ts';
import { fail, type Result } from '#shared/kernel/result.ts';
import { ANSWERS } from '#shared/meetings/meeting/answer.ts';
import { forbidden, notFound } from '../../kernel/access.server.ts';

const Item = z.string().max(64);
const Draft = {
  title: z.string().max(20_000),
  minutes: z.string().max(20),
  owner: z.string().max(64),
};

/** The gestures of a meeting's page. */
export const MeetingGesture = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('answer'), answer: z.enum(ANSWERS).optional(), note: z.string().max(20_000) }),
  z.object({ intent: z.literal('invite') }),
  z.object({ intent: z.literal('remind') }),
  z.object({ intent: z.literal('restore'), scope: z.enum(['one', 'following']) }),
  z.object({ intent: z.literal('addItem'), ...Draft }),
  z.object({ intent: z.literal('changeItem'), item: Item, ...Draft }),
  z.object({ intent: z.literal('acceptItem'), item: Item }),
  z.object({ intent: z.literal('moveItem'), item: Item, rank: z.coerce.number().int().min(0).max(1_000) }),
  z.object({ intent: z.literal('removeItem'), item: Item }),
  z.object({ intent: z.literal('putBackItem'), item: Item }),
]);
type Gesture = z.output<typeof MeetingGesture>;

type Outcome =
  /** What the page says next, as its query. */
  { readonly query: string } | { readonly form: string; readonly field: string; readonly error: DomainError };

interface Standing {
  readonly userId: string;
  readonly meeting: {
    readonly id: string;
    readonly groupId: string;
    readonly group: { readonly role: GroupRole };
  };
  /** Ids of the documents that a form of the agenda has chosen. */
  readonly documentIds: readonly string[];
}

/** Does what a form of the page asks for; what this person may not do throws 403, what is not there 404. */
export async function doMeetingGesture(
  { db, meetings, now, newId }: Services,
  gesture: Gesture,
  { userId, meeting, documentIds }: Standing,
): Promise<Outcome> {
  const isFacilitator = canInGroup(meeting.group.role, 'meeting.manage');
  const subject = { meetingId: meeting.id, groupId: meeting.groupId, by: userId };
  const change = { ...subject, now: now(), activityId: newId(), isFacilitator };
  const { intent } = gesture;
  if (!FOR_ALL.has(intent) && !isFacilitator) throw forbidden();
  switch (gesture.intent) {
    case 'answer': {
      const { answer, note } = gesture;
      if (!answer) return outcome(fail('meeting.answerMissing'), '', 'answer');
      const said = await answerMeeting(db, { meetingId: meeting.id, userId, answer, note, now: now() });
      return outcome(said, 'etat=reponse', 'answer');
    }
    case 'invite':
      return { query: `invitations=${await meetings.invite(subject)}` };
    case 'remind':
      return { query: `relances=${await meetings.remind(subject)}` };
    case 'restore':
      return outcome(await meetings.restore({ ...subject, scope: gesture.scope }), 'etat=retablie', '');
    case 'addItem': {
      const added = await addItem(db, { ...change, itemId: newId(), draft: draftOf(gesture, documentIds) });
      return outcome(added, isFacilitator ? 'etat=point' : 'etat=propose', 'new');
    }
    case 'changeItem': {
      const itemId = gesture.item;
      const changed = await changeItem(db, { ...change, itemId, draft: draftOf(gesture, documentIds) });
      return outcome(changed, 'etat=change', itemId);
    }
    case 'acceptItem':
      return outcome(await acceptItem(db, { ...change, itemId: gesture.item }), 'etat=accepte', '');
    case 'moveItem': {
      const { item: itemId, rank } = gesture;
      return outcome(await moveItem(db, { ...change, itemId, rank }), 'etat=deplace', '');
    }
    case 'removeItem': {
      const itemId = gesture.item;
      const removed = await setItemRemoved(db, { ...change, itemId, isRemoved: true });
      return outcome(removed, `retire=${itemId}`, '');
    }
    case 'putBackItem': {
      const itemId = gesture.item;
      return outcome(await setItemRemoved(db, { ...change, itemId, isRemoved: false }), 'etat=remis', '');
    }
  }
}

/** What everybody in the group may do; the db decides whether with this point. */
const FOR_ALL: ReadonlySet<string> = new Set([
  'answer',
  'addItem',
  'changeItem',
  'removeItem',
  'putBackItem',
]);

function draftOf(
  { title, minutes, owner }: { title: string; minutes: string; owner: string },
  documentIds: readonly string[],
): ItemDraft {
  return { title, minutes, ownerId: owner || null, documentIds };
}

function outcome(done: Result<unknown, DomainError>, query: string, form: string): Outcome {
  if (done.ok) return { query };
  if (done.error === 'access.notFound') throw notFound();
  if (done.error === 'access.forbidden') throw forbidden();
  return { form, field: FIELDS[done.error] ?? '', error: done.error };
}

const FIELDS: Readonly<Partial<Record<DomainError, string>>> = {
  'meeting.itemEmpty': 'title',
  'meeting.itemTooLong': 'title',
  'meeting.minutesInvalid': 'minutes',
  'member.notFound': 'owner',
  'meeting.answerMissing': 'choice',
  'meeting.noteTooLong': 'note',
};
