import { z } from 'zod';
import { type CommentSubject, findSubjectRights, roomOf } from '#db/documents/comment/comment-subject.ts';
import type { RoomAccess } from '#shared/kernel/access/access.ts';
import { Id } from '#shared/kernel/input.ts';
import { fail, ok } from '#shared/kernel/result.ts';
import { roomName } from '#shared/realtime/realtime.ts';
import type { Act, Right } from '../../kernel/operation.ts';
import type { ByPerson } from '../../people/rights.ts';

/** What people comment: a document, or a card of a board. */
export const Subject = z
  .object({ documentId: Id })
  .or(z.object({ boardId: Id, cardId: z.string().min(1).max(64) }));

/** Who acts, on which subject, with which right in its room. */
export interface OnSubject extends ByPerson {
  readonly subject: CommentSubject;
  readonly access: RoomAccess;
}

/** [CM1] [A5] Whoever may comment it: where they may not read it is absent, for those who only read forbidden. */
export const commenting: Right<z.output<typeof Subject>, OnSubject> = async (act, asker, input) => {
  const found = await reading(act, asker, input);
  return found.ok && found.value.access === 'read' ? fail('access.forbidden') : found;
};

/** Whoever may read it. */
export const reading: Right<z.output<typeof Subject>, OnSubject> = async ({ tx, now }, { userId }, input) => {
  const subject =
    'documentId' in input
      ? { documentId: input.documentId }
      : { boardId: input.boardId, cardId: input.cardId };
  const rights = userId === null ? null : await findSubjectRights(tx, subject, { userId, now });
  if (userId === null || !rights) return fail('access.notFound');
  return ok({ by: userId, subject: { ...subject, groupId: rights.groupId }, access: rights.access });
};

/** What each change of a discussion says of itself. */
export function changeOf({ by, subject, access, now }: Act & OnSubject) {
  return { ...subject, by, access, now };
}

/** Tells open pages that there is something to look at. */
export function tellComments({ after }: Pick<Act, 'after'>, subject: CommentSubject): void {
  after.news(roomName(roomOf(subject)), 'comments');
}
