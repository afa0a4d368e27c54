import { and, eq, isNull } from 'drizzle-orm';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { Tx } from '../kernel/transaction.ts';
import { recordActivity } from '../people/activity/activities.ts';
import { documents } from './schema.ts';

/**
 * [C8] Gives a document to another group, with its text, its history, its files and what was given by name; it leaves its
 * folder and its pin. Both groups hear of it: `activityIds` are two new ones. Refused: 'access.notFound' (trashed, or moved by somebody else
 * meanwhile).
 */
export async function moveToGroup(
  tx: Tx,
  input: {
    documentId: string;
    groupId: string;
    toGroupId: string;
    by: string;
    now: Date;
    activityIds: readonly [string, string];
  },
): Promise<Result<void, 'access.notFound'>> {
  const { documentId, groupId, toGroupId, by: actorId, now, activityIds } = input;
  const [moved] = await tx
    .update(documents)
    .set({ groupId: toGroupId, folderId: null, order: null, pinnedAt: null, updatedAt: now })
    .where(and(eq(documents.id, documentId), eq(documents.groupId, groupId), isNull(documents.trashedAt)))
    .returning({ title: documents.title });
  if (!moved) return fail('access.notFound');
  const heard = { actorId, objectId: documentId, title: moved.title, now };
  await recordActivity(tx, { ...heard, id: activityIds[0], groupId, verb: 'document.movedAway' });
  await recordActivity(tx, { ...heard, id: activityIds[1], groupId: toGroupId, verb: 'document.movedIn' });
  return ok();
}
