import { and, asc, eq, inArray, isNull, ne } from 'drizzle-orm';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { AGENDA_MAX, moveTo, rankKey } from '#shared/meetings/meeting/agenda.ts';
import { phaseOf } from '#shared/meetings/meeting/meeting.ts';
import { mayChangeItem } from '#shared/meetings/meeting/meeting-access.ts';
import type { ActivityVerb } from '#shared/people/activity/activity.ts';
import { isListedTo } from '../../documents/listed-documents.ts';
import { documents } from '../../documents/schema.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { isInGroup } from '../../people/group/groups.ts';
import { users } from '../../people/person/schema.ts';
import { lockMeeting, type Meeting, type MeetingChange, recordMeeting } from './meetings.ts';
import { agendaItemDocuments, agendaItems } from './schema.ts';

/** What a point says. */
export interface ItemDraft {
  readonly title: string;
  readonly minutes: number;
  /** Null: nobody yet. */
  readonly ownerId: string | null;
  readonly documentIds: readonly string[];
}

/** Why nothing of an agenda changes any more. */
type Closed = 'access.notFound' | 'meeting.isCancelled' | 'meeting.isOver';
type NoSuchItem = Closed | 'meeting.itemNotFound' | 'access.forbidden';
type ItemChange = MeetingChange & { readonly itemId: string };
/** Who changes: facilitators every point, others what they proposed, until it is accepted. */
type AsFacilitator = { readonly isFacilitator: boolean };

/** [M8] A new point at the end: accepted when a facilitator writes it, else proposed. `itemId` is new. */
export function addItem(
  tx: Tx,
  { draft, isFacilitator, ...change }: ItemChange & AsFacilitator & { draft: ItemDraft },
): Promise<Result<void, Closed | 'member.notFound' | 'meeting.agendaFull'>> {
  return onAgenda(tx, change, async (meeting) => {
    const checked = await checkOwner(tx, change, draft);
    if (!checked.ok) return checked;
    const ids = await orderedIds(tx, change.meetingId);
    if (ids.length >= AGENDA_MAX) return fail('meeting.agendaFull');
    const { documentIds, ...said } = draft;
    await tx.insert(agendaItems).values({
      ...said,
      id: change.itemId,
      meetingId: change.meetingId,
      proposedBy: change.by,
      status: isFacilitator ? 'accepted' : 'proposed',
      order: rankKey(ids.length),
      createdAt: change.now,
    });
    await attach(tx, change, documentIds);
    if (!isFacilitator) await record(tx, change, 'meeting.itemProposed', meeting.title);
    return ok();
  });
}

/** [M8] Changes what a point says. Documents that this person may not see stay attached to it. */
export function changeItem(
  tx: Tx,
  { draft, ...change }: ItemChange & AsFacilitator & { draft: ItemDraft },
): Promise<Result<void, NoSuchItem | 'member.notFound'>> {
  return onItem(tx, change, async () => {
    const checked = await checkOwner(tx, change, draft);
    if (!checked.ok) return checked;
    const { documentIds, ...said } = draft;
    await tx.update(agendaItems).set(said).where(isItem(change));
    await attach(tx, change, documentIds);
    return ok();
  });
}

/** [M8] Puts a proposed point on the agenda; `isAccepted` false has it wait for an answer again. */
export function setItemAccepted(
  tx: Tx,
  { isAccepted, ...change }: ItemChange & { isAccepted: boolean },
): Promise<Result<void, NoSuchItem>> {
  return onItem(tx, { ...change, isFacilitator: true }, async (meeting) => {
    const status = isAccepted ? 'accepted' : 'proposed';
    const changed = await tx
      .update(agendaItems)
      .set({ status })
      .where(and(isItem(change), ne(agendaItems.status, status)))
      .returning({ id: agendaItems.id });
    if (isAccepted && changed.length > 0) await record(tx, change, 'meeting.itemAccepted', meeting.title);
    return ok();
  });
}

/** [M8] Gives a point another rank, counted from 0 among all points. */
export function moveItem(
  tx: Tx,
  { rank, ...change }: ItemChange & { rank: number },
): Promise<Result<void, NoSuchItem>> {
  return onItem(tx, { ...change, isFacilitator: true }, async () => {
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
  tx: Tx,
  { isRemoved, ...change }: ItemChange & AsFacilitator & { isRemoved: boolean },
): Promise<Result<void, NoSuchItem>> {
  return onItem(tx, change, async () => {
    await tx
      .update(agendaItems)
      .set({ removedAt: isRemoved ? change.now : null })
      .where(isItem(change));
    return ok();
  });
}

/** The meeting, held, while its agenda may still change: not once it is cancelled or over. */
async function onAgenda<E extends string>(
  tx: Tx,
  change: MeetingChange,
  run: (meeting: Meeting) => Promise<Result<void, E>>,
): Promise<Result<void, Closed | E>> {
  const meeting = await lockMeeting(tx, change);
  if (!meeting) return fail('access.notFound');
  const phase = phaseOf(meeting, change.now);
  if (phase === 'cancelled') return fail('meeting.isCancelled');
  return phase === 'past' ? fail('meeting.isOver') : run(meeting);
}

function onItem<E extends string = never>(
  tx: Tx,
  change: ItemChange & AsFacilitator,
  run: (meeting: Meeting) => Promise<Result<void, E>>,
): Promise<Result<void, NoSuchItem | E>> {
  return onAgenda<NoSuchItem | E>(tx, change, async (meeting) => {
    const [item] = await tx
      .select({ proposedBy: agendaItems.proposedBy, status: agendaItems.status })
      .from(agendaItems)
      .where(isItem(change));
    if (!item) return fail('meeting.itemNotFound');
    return mayChangeItem(item, change) ? run(meeting) : fail('access.forbidden');
  });
}

/** Whoever carries a point is of the group. */
async function checkOwner(
  tx: Tx,
  { groupId, now }: ItemChange,
  { ownerId }: ItemDraft,
): Promise<Result<void, 'member.notFound'>> {
  if (!ownerId) return ok();
  const [owner] = await tx
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.id, ownerId), isInGroup(tx, { groupId, now })));
  return owner ? ok() : fail('member.notFound');
}

/** The documents of the group that this person sees are attached as wished; what they do not see is left as it is. */
async function attach(tx: Tx, change: ItemChange, wished: readonly string[]): Promise<void> {
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

async function orderedIds(tx: Tx, meetingId: string): Promise<string[]> {
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

function record(tx: Tx, change: MeetingChange, verb: ActivityVerb, title: string): Promise<void> {
  return recordMeeting(tx, change, { verb, title });
}
