import type { RouterContextProvider } from 'react-router';
import { z } from 'zod';
import { deleteFromTrash, listTrash, takeFromTrash } from '#db/documents/trash/trash.ts';
import { canInGroup, type GroupRole } from '#shared/kernel/access/access.ts';
import { type GroupRoomKind, roomName } from '#shared/realtime/realtime.ts';
import { servicesContext } from '../../context.ts';
import { forbidden, notFound } from '../../kernel/access.server.ts';
import { parseForm } from '../../kernel/refusal.server.ts';

const TrashForm = z.object({ intent: z.enum(['restore', 'delete']), id: z.string().max(64) });

/** Takes something back from a group's trash, or deletes it for good; the caller has checked that this person may restore. */
export async function changeTrash(
  context: Readonly<RouterContextProvider>,
  { kind, group, by }: { kind: GroupRoomKind; group: { id: string; role: GroupRole }; by: string },
  form: FormData,
): Promise<{ intent: 'restore' | 'delete'; id: string }> {
  const asked = parseForm(TrashForm, form);
  const { intent, id } = asked;
  if (intent === 'delete' && !canInGroup(group.role, 'trash.delete')) throw forbidden();
  const { db, rooms, now, newId } = context.get(servicesContext);
  const at = now();
  // Of a restricted document only those who may see it decide.
  const seen = await listTrash(db, { kind, groupId: group.id, userId: by, now: at });
  if (!seen.some((trashed) => trashed.id === id)) throw notFound();
  const change = { kind, id, groupId: group.id, by, now: at, activityId: newId() };
  const done = intent === 'delete' ? await deleteFromTrash(db, change) : await takeFromTrash(db, change);
  if (!done.ok) throw notFound();
  rooms.recheck({ room: roomName({ kind, id }) });
  return asked;
}
