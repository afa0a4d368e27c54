import { z } from 'zod';
import { findSubjectRights } from '#db/documents/comment/comment-subject.ts';
import { registerFile } from '#db/documents/file/files.ts';
import { Id } from '#shared/kernel/input.ts';
import { fail, ok } from '#shared/kernel/result.ts';
import { operation, type Right } from '../../kernel/operation.ts';
import { type ByPerson, inGroup } from '../../people/rights.ts';

/** A file whose bytes are in the store, and where it goes: a document or a board of the group, or what the group makes of it later. */
const Received = z.object({
  id: Id,
  groupId: Id,
  documentId: Id.optional(),
  boardId: Id.optional(),
  name: z.string(),
  contentType: z.string(),
  bytes: z.number().int(),
  width: z.number().int().nullable(),
  height: z.number().int().nullable(),
  storageKey: z.string(),
});

/** [A5] [A8] Whoever writes the document or the board; with neither, whoever makes documents in the group. */
const puttingFile: Right<z.output<typeof Received>, ByPerson> = async (act, asker, input) => {
  const { documentId, boardId, groupId } = input;
  if (!documentId && !boardId) return inGroup('document.create')(act, asker, input);
  const subject = documentId ? { documentId } : { boardId: boardId ?? '', cardId: '' };
  const { userId } = asker;
  const rights = userId === null ? null : await findSubjectRights(act.tx, subject, { userId, now: act.now });
  if (userId === null || rights?.groupId !== groupId) return fail('access.notFound');
  return rights.access === 'write' ? ok({ by: userId }) : fail('access.forbidden');
};

/** [D8] [D16] [B56] Files that people send: `kernel/file/files.ts` takes their bytes. */
export const fileOperations = {
  'file.register': operation({
    input: Received,
    right: puttingFile,
    refusals: {},
    run: async ({ tx, by: uploadedBy, now }, file) =>
      ok(await registerFile(tx, { ...file, uploadedBy, now })),
  }),
};
