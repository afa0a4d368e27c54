import { and, asc, desc, eq, isNotNull, isNull, lt, type SQL } from 'drizzle-orm';
import type { Readable } from '#shared/kernel/access/readable.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { ActivityVerb } from '#shared/people/activity/activity.ts';
import { type GroupRoomKind, roomName } from '#shared/realtime/realtime.ts';
import { boards } from '../../boards/schema.ts';
import { recordAudit } from '../../kernel/audit/audit.ts';
import type { Db } from '../../kernel/client.ts';
import { effectsOf, type Tx } from '../../kernel/transaction.ts';
import { recordActivity } from '../../people/activity/activities.ts';
import { users } from '../../people/person/schema.ts';
import { isListedTo, type Reader } from '../listed-documents.ts';
import { documents } from '../schema.ts';
import { deleteForGood } from './tombstones.ts';

/** Something in its group's trash. */
export interface Trashed {
  readonly id: string;
  readonly title: string;
  readonly trashedAt: Date;
  /** Name of whoever put it there; null when their account is gone. */
  readonly trashedBy: string | null;
}

/** Which document or board, of which group, by whom, when; `activityId` is new. */
export interface TrashChange {
  readonly kind: GroupRoomKind;
  readonly id: string;
  readonly groupId: string;
  readonly by: string;
  readonly now: Date;
  readonly activityId: string;
}

/** Documents and boards have the same columns of trash. */
function tableOf(kind: GroupRoomKind): typeof documents {
  return kind === 'document' ? documents : (boards as unknown as typeof documents);
}

/** What this person may see of a group's trash, the last thrown away first. */
export async function listTrash(
  db: Db,
  { kind, groupId, ...reader }: Reader & { kind: GroupRoomKind; groupId: Readable<'group'> },
): Promise<Trashed[]> {
  const table = tableOf(kind);
  const rows = await db
    .select({ id: table.id, title: table.title, trashedAt: table.trashedAt, trashedBy: users.name })
    .from(table)
    .leftJoin(users, eq(users.id, table.trashedBy))
    .where(
      and(
        eq(table.groupId, groupId),
        isNotNull(table.trashedAt),
        kind === 'document' ? isListedTo(db, reader) : undefined,
      ),
    )
    .orderBy(desc(table.trashedAt), desc(table.id));
  return rows.flatMap(({ trashedAt, ...row }) => (trashedAt ? [{ ...row, trashedAt }] : []));
}

/** [TR2] Puts it into its group's trash. Refused: 'access.notFound'. */
export function putIntoTrash(tx: Tx, change: TrashChange): Promise<Result<void, 'access.notFound'>> {
  return move(tx, change, `${change.kind}.trashed`, { trashedAt: change.now, trashedBy: change.by });
}

/** [TR2] Takes it back from the trash, as it was. Refused: 'access.notFound' (not in this group's trash). */
export function takeFromTrash(tx: Tx, change: TrashChange): Promise<Result<void, 'access.notFound'>> {
  return move(tx, change, `${change.kind}.restored`, { trashedAt: null, trashedBy: null });
}

async function move(
  tx: Tx,
  { kind, id, groupId, by, now, activityId }: TrashChange,
  verb: ActivityVerb,
  values: Pick<typeof documents.$inferInsert, 'trashedAt' | 'trashedBy'>,
): Promise<Result<void, 'access.notFound'>> {
  const table = tableOf(kind);
  const isThere = values.trashedAt ? isNull(table.trashedAt) : isNotNull(table.trashedAt);
  const [moved] = await tx
    .update(table)
    .set(values)
    .where(and(eq(table.id, id), eq(table.groupId, groupId), isThere))
    .returning({ title: table.title });
  if (!moved) return fail('access.notFound');
  effectsOf(tx).recheck({ room: roomName({ kind, id }) });
  await recordActivity(tx, {
    id: activityId,
    groupId,
    actorId: by,
    verb,
    objectId: id,
    title: moved.title,
    now,
  });
  const action = values.trashedAt ? (`${kind}.trashed` as const) : (`${kind}.restored` as const);
  await recordAudit(tx, { actorId: by, action, subject: { kind, id, name: moved.title }, now });
  return ok();
}

/** [TR3] Deletes for good what is in this group's trash. Refused: 'access.notFound' (not in this group's trash). */
export function deleteFromTrash(
  tx: Tx,
  {
    kind,
    id,
    groupId,
    by = null,
    now,
  }: Pick<TrashChange, 'kind' | 'id' | 'groupId' | 'now'> & {
    by?: string | null;
  },
): Promise<Result<void, 'access.notFound'>> {
  const table = tableOf(kind);
  return destroy(tx, kind, and(eq(table.id, id), eq(table.groupId, groupId)), { by, now });
}

/** What was thrown away before this moment, the longest ago first. */
export async function findExpiredTrash(
  db: Db,
  { before, limit }: { before: Date; limit: number },
): Promise<{ kind: GroupRoomKind; id: string }[]> {
  const found = await Promise.all(
    (['document', 'board'] as const).map(async (kind) => {
      const table = tableOf(kind);
      const rows = await db
        .select({ id: table.id })
        .from(table)
        .where(lt(table.trashedAt, before))
        .orderBy(asc(table.trashedAt), asc(table.id))
        .limit(limit);
      return rows.map(({ id }) => ({ kind, id }));
    }),
  );
  return found.flat().slice(0, limit);
}

/** [TR1] Deletes it for good if it is still in the trash, and has been since before this moment. Refused: 'access.notFound'. */
export function deleteExpired(
  tx: Tx,
  { kind, id, before, now }: { kind: GroupRoomKind; id: string; before: Date; now: Date },
): Promise<Result<void, 'access.notFound'>> {
  const table = tableOf(kind);
  return destroy(tx, kind, and(eq(table.id, id), lt(table.trashedAt, before)), { by: null, now });
}

async function destroy(
  tx: Tx,
  kind: GroupRoomKind,
  which: SQL | undefined,
  { by, now }: { by: string | null; now: Date },
): Promise<Result<void, 'access.notFound'>> {
  const table = tableOf(kind);
  // Locked: whoever takes it back at this moment waits, and finds it gone, or has it.
  const [found] = await tx
    .select({ id: table.id, title: table.title })
    .from(table)
    .where(and(which, isNotNull(table.trashedAt)))
    .for('update');
  if (!found) return fail('access.notFound');
  await deleteForGood(tx, roomName({ kind, id: found.id }), now);
  const subject = { kind, id: found.id, name: found.title };
  await recordAudit(tx, { actorId: by, action: `${kind}.deleted`, subject, now });
  return ok();
}
