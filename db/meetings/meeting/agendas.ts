import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { parseLine } from '#shared/kernel/title.ts';
import {
  AGENDA_MAX,
  type ItemStatus,
  moveTo,
  parseMinutes,
  rankKey,
} from '#shared/meetings/meeting/agenda.ts';
import { phaseOf } from '#shared/meetings/meeting/meeting.ts';
import type { MeetingError } from '#shared/meetings/meeting/meeting-errors.ts';
import type { ActivityVerb } from '#shared/people/activity/activity.ts';
import { isListedTo } from '../../documents/listed-documents.ts';
import { documents } from '../../documents/schema.ts';
import type { Db } from '../../kernel/client.ts';
import { isInGroup } from '../../people/group/groups.ts';
import { users } from '../../people/person/schema.ts';
import { lockMeeting, type Meeting, type MeetingChange, recordMeeting } from './meetings.ts';
import { agendaItemDocuments, agendaItems } from './schema.ts';

/** What a form says of a point; `minutes` as it was typed. */
export interface ItemDraft {
  readonly title: string;
  readonly minutes: string;
  /** Null: nobody yet. */
  readonly ownerId: string | null;
  readonly documentIds: readonly string[];
}

type Refused = MeetingError | 'access.notFound' | 'access.forbidden' | 'member.notFound';
type ItemChange = MeetingChange & { readonly itemId: string };
/** Who changes: facilitators every point, others what they proposed, until it is accepted. */
type AsFacilitator = { readonly isFacilitator: boolean };

/** [M8] A new point at the end: accepted when a facilitator writes it, else proposed. `itemId` is new. */
export function addItem(
  db: Db,
  { draft, isFacilitator, ...change }: ItemChange & AsFacilitator & { draft: ItemDraft },
): Promise<Result<void, Refused>> {
  return onAgenda(db, change, async (tx, meeting) => {
    const parsed = await parseItem(tx, meeting.groupId, draft, change.now);
    if (!parsed.ok) return parsed;
    const ids = await orderedIds(tx, change.meetingId);
    if (ids.length >= AGENDA_MAX) return fail('meeting.agendaFull');
    await tx.insert(agendaItems).values({
      ...parsed.value,
      id: change.itemId,
      meetingId: change.meetingId,
      proposedBy: change.by,
      status: isFacilitator ? 'accepted' : 'proposed',
      order: rankKey(ids.length),
      createdAt: change.now,
    });
    await attach(tx, change, draft.documentIds);
    if (!isFacilitator) await record(tx, change, 'meeting.itemProposed', meeting.title);
    return ok();
  });
}

/** [M8] Changes what a point says. Documents that this person may not see stay attached to it. */
export function changeItem(
  db: Db,
  { draft, ...change }: ItemChange & AsFacilitator & { draft: ItemDraft },
): Promise<Result<void, Refused>> {
  return onItem(db, change, async (tx, meeting) => {
    const parsed = await parseItem(tx, meeting.groupId, draft, change.now);
    if (!parsed.ok) return parsed;
    await tx.update(agendaItems).set(parsed.value).where(isItem(change));
    await attach(tx, change, draft.documentIds);
    return ok();
  });
}

/** [M8] Puts a proposed point on the agenda. The caller has checked that this person may. */
export function acceptItem(db: Db, change: ItemChange): Promise<Result<void, Refused>> {
  return onItem(db, { ...change, isFacilitator: true }, async (tx, meeting) => {
    await tx.update(agendaItems).set({ status: 'accepted' }).where(isItem(change));
    await record(tx, change, 'meeting.itemAccepted', meeting.title);
    return ok();
  });
}

/** [M8] Gives a point another rank, counted from 0 among all points. The caller has checked that this person may. */
export function moveItem(
  db: Db,
  { rank, ...change }: ItemChange & { rank: number },
): Promise<Result<void, Refused>> {
  return onItem(db, { ...change, isFacilitator: true }, async (tx) => {
    const ids = moveTo(await orderedIds(tx, change.meetingId), change.itemId, rank);
    for (const [at, id] of ids.entries()) {
      await tx
        .update(agendaItems)
        .set({ order: rankKey(at) })
        .where(and(eq(agendaItems.id, id), eq(agendaItems.meetingId, change.meetingId)));
    }
    return ok();
  });
}

/** [M8] Takes a point off the agenda; `isRemoved` false puts it back where it was. */
export function setItemRemoved(
  db: Db,
  { isRemoved, ...change }: ItemChange & AsFacilitator & { isRemoved: boolean },
): Promise<Result<void, Refused>> {
  return onItem(db, change, async (tx) => {
    await tx
      .update(agendaItems)
      .set({ removedAt: isRemoved ? change.now : null })
      .where(isItem(change));
    return ok();
  });
}

/** The meeting, held, while its agenda may still change: not once it is cancelled or over. */
function onAgenda(
  db: Db,
  change: MeetingChange,
  run: (tx: Db, meeting: Meeting) => Promise<Result<void, Refused>>,
): Promise<Result<void, Refused>> {
  return db.transaction(async (tx) => {
    const meeting = await lockMeeting(tx, change);
    if (!meeting) return fail('access.notFound');
    const phase = phaseOf(meeting, change.now);
    if (phase === 'cancelled') return fail('meeting.isCancelled');
    return phase === 'past' ? fail('meeting.isOver') : run(tx, meeting);
  });
}

function onItem(
  db: Db,
  change: ItemChange & AsFacilitator,
  run: (tx: Db, meeting: Meeting) => Promise<Result<void, Refused>>,
): Promise<Result<void, Refused>> {
  return onAgenda(db, change, async (tx, meeting) => {
    const [item] = await tx
      .select({ proposedBy: agendaItems.proposedBy, status: agendaItems.status })
      .from(agendaItems)
      .where(isItem(change));
    if (!item) return fail('meeting.itemNotFound');
    return mayChangeItem(item, change) ? run(tx, meeting) : fail('access.forbidden');
  });
}

function mayChangeItem(
  { proposedBy, status }: { proposedBy: string | null; status: ItemStatus },
  { isFacilitator, by }: { isFacilitator: boolean; by: string },
): boolean {
  return isFacilitator || (status === 'proposed' && proposedBy === by);
}

async function parseItem(tx: Db, groupId: string, { title, minutes, ownerId }: ItemDraft, now: Date) {
  const parsed = parseLine(title, { empty: 'meeting.itemEmpty', tooLong: 'meeting.itemTooLong' });
  if (!parsed.ok) return parsed;
  const length = parseMinutes(minutes);
  if (!length.ok) return length;
  if (ownerId) {
    const [owner] = await tx
      .select({ id: users.id })
      .from(users)
      .where(and(eq(users.id, ownerId), isInGroup(tx, { groupId, now })));
    if (!owner) return fail('member.notFound');
  }
  return ok({ title: parsed.value, minutes: length.value, ownerId });
}

/** The documents of the group that this person sees are attached as wished; what they do not see is left as it is. */
async function attach(tx: Db, change: ItemChange, wished: readonly string[]): Promise<void> {
  const seen = await tx
    .select({ id: documents.id })
    .from(documents)
    .where(
      and(
        eq(documents.groupId, change.groupId),
        isNull(documents.trashedAt),
        isListedTo(tx, { userId: change.by, now: change.now }),
      ),
    );
  const ids = seen.map(({ id }) => id);
  if (ids.length === 0) return;
  await tx
    .delete(agendaItemDocuments)
    .where(and(eq(agendaItemDocuments.itemId, change.itemId), inArray(agendaItemDocuments.documentId, ids)));
  const kept = ids.filter((id) => wished.includes(id));
  if (kept.length === 0) return;
  await tx
    .insert(agendaItemDocuments)
    .values(kept.map((documentId) => ({ itemId: change.itemId, documentId })))
    .onConflictDoNothing();
}

async function orderedIds(tx: Db, meetingId: string): Promise<string[]> {
  const rows = await tx
    .select({ id: agendaItems.id })
    .from(agendaItems)
    .where(and(eq(agendaItems.meetingId, meetingId), isNull(agendaItems.removedAt)))
    .orderBy(asc(agendaItems.order), asc(agendaItems.id));
  return rows.map(({ id }) => id);
}

function isItem({ itemId, meetingId }: { itemId: string; meetingId: string }) {
  return and(eq(agendaItems.id, itemId), eq(agendaItems.meetingId, meetingId));
}

function record(tx: Db, change: MeetingChange, verb: ActivityVerb, title: string): Promise<void> {
  return recordMeeting(tx, change, { verb, title });
}
