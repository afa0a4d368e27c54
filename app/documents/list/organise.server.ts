import { data, type RouterContextProvider } from 'react-router';
import { z } from 'zod';
import { pinDocument, placeByHand, putIntoFolder } from '#db/documents/document-places.ts';
import { findDocumentForMember } from '#db/documents/documents.ts';
import {
  createFolder,
  moveFolder,
  removeFolder,
  renameFolder,
  restoreFolder,
} from '#db/documents/folders.ts';
import { canInDocument } from '#shared/documents/document-access.ts';
import type { DomainError } from '#shared/errors.ts';
import type { Result } from '#shared/kernel/result.ts';
import { fr } from '#shared/words.fr.ts';
import { servicesContext } from '../../context.ts';
import { forbidden, notFound } from '../../kernel/access.server.ts';

const id = z.uuid();
/** A folder, or the top. */
const place = z.union([id, z.literal('').transform(() => null)]);
const name = z.string().max(20_000);

/** What the list of documents asks of its folders and of the places of its documents. */
export const OrganiseForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('createFolder'), parentId: place, name }),
  z.object({ intent: z.literal('renameFolder'), folderId: id, name }),
  z.object({ intent: z.literal('moveFolder'), folderId: id, parentId: place }),
  z.object({ intent: z.literal('removeFolder'), folderId: id }),
  z.object({ intent: z.literal('restoreFolder'), folderId: id }),
  z.object({ intent: z.literal('put'), documentId: id, folderId: place }),
  z.object({ intent: z.literal('place'), documentId: id, beforeId: place }),
  z.object({ intent: z.literal('pin'), documentId: id, isPinned: z.enum(['true', 'false']) }),
]);
type Asked = z.output<typeof OrganiseForm>;

/** Does it, for somebody who may write in the group. Answers `{ error }`: a French sentence, or null. */
export async function organise(
  context: Readonly<RouterContextProvider>,
  { groupId, by }: { groupId: string; by: string },
  asked: Asked,
) {
  const { db, now } = context.get(servicesContext);
  if ('documentId' in asked) {
    const document = await findDocumentForMember(db, {
      documentId: asked.documentId,
      userId: by,
      now: now(),
    });
    if (!document || document.group.id !== groupId) throw notFound();
    if (!canInDocument(document, 'document.organise')) throw forbidden();
  }
  const done = await run(context, { groupId, by }, asked);
  return done.ok ? { error: null } : data({ error: fr.errors[done.error] }, { status: 422 });
}

function run(
  context: Readonly<RouterContextProvider>,
  { groupId, by }: { groupId: string; by: string },
  asked: Asked,
): Promise<Result<unknown, DomainError>> {
  const { db, now, newId } = context.get(servicesContext);
  switch (asked.intent) {
    case 'createFolder':
      return createFolder(db, { ...asked, groupId, folderId: newId(), by, now: now() });
    case 'renameFolder':
      return renameFolder(db, { ...asked, groupId });
    case 'moveFolder':
      return moveFolder(db, { ...asked, groupId });
    case 'removeFolder':
      return removeFolder(db, { ...asked, groupId, now: now() });
    case 'restoreFolder':
      return restoreFolder(db, { ...asked, groupId });
    case 'put':
      return putIntoFolder(db, { ...asked, groupId });
    case 'place':
      return placeByHand(db, { ...asked, groupId });
    case 'pin':
      return pinDocument(db, { ...asked, groupId, pinnedAt: asked.isPinned === 'true' ? now() : null });
  }
}
