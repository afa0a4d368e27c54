import type { RouterContextProvider } from 'react-router';
import { listExcerpts } from '#db/documents/document-texts.ts';
import type { DocumentForMember } from '#db/documents/documents.ts';
import { listVerified } from '#db/documents/excerpt/excerpt-names.ts';
import {
  findPublication,
  listPublishedAmong,
  publish,
} from '#db/publication/public-document/publications.ts';
import { listWriters } from '#db/realtime/writers.ts';
import { publicAddress, publicState } from '#shared/publication/public-document/publication.ts';
import { roomName } from '#shared/realtime/realtime.ts';
import { servicesContext } from '../context.ts';
import { orUnavailable, readRoom } from '../kernel/room-content.server.ts';
import { keepFiles } from './access/access.server.ts';

type Context = Readonly<RouterContextProvider>;

/** The document as the public would have it now, with the number of its last update. */
export async function stateNow(context: Context, documentId: string, address: string) {
  const { db } = context.get(servicesContext);
  const { seq, value } = await readRoom(context, roomName({ kind: 'document', id: documentId }), 'document');
  const idsOf = (wanted: string) => value.objects.flatMap(({ kind, id }) => (kind === wanted ? [id] : []));
  const [published, verified] = await Promise.all([
    listPublishedAmong(db, idsOf('document')),
    listVerified(db, idsOf('excerpt')),
  ]);
  return { seq, outline: value.outline, ...publicState(value.blocks, address, published, verified) };
}

/** [RV1] What the document says now, to the byte. */
export async function fingerprintNow(
  context: Context,
  { id, title }: { readonly id: string; readonly title: string },
): Promise<string> {
  const { exactTexts } = context.get(servicesContext);
  const room = roomName({ kind: 'document', id });
  return (await orUnavailable(context, room, (asking) => exactTexts.read({ id, title }, asking))).sha256;
}

/** [C9] What the document says now, as the public would have it, with its fingerprint; undefined while somebody writes in it. */
export async function exactStateNow(
  context: Context,
  document: { readonly id: string; readonly title: string },
) {
  const { db, newId } = context.get(servicesContext);
  const { id, title } = document;
  const address = (await findPublication(db, id))?.address ?? publicAddress(title, newId());
  const before = await fingerprintNow(context, document);
  const state = await stateNow(context, id, address);
  const sha256 = await fingerprintNow(context, document);
  return before === sha256 ? { ...state, address, sha256, title } : undefined;
}

/** [C9] The publication of a document, and whether the public would see something else if it were published now. */
export async function loadPublication(context: Context, { id, title }: DocumentForMember) {
  const { db, origin } = context.get(servicesContext);
  const found = await findPublication(db, id);
  if (!found) return null;
  const { blocks, ...publication } = found;
  const today = await stateNow(context, id, publication.address);
  const isSame = title === publication.title && JSON.stringify(today.blocks) === JSON.stringify(blocks);
  return { ...publication, isChanged: !isSame, origin };
}

/** [C9] Freezes what the document says now. */
export async function publishNow(context: Context, document: DocumentForMember, by: string) {
  const { db, now, newId } = context.get(servicesContext);
  const { id: documentId, title, group } = document;
  await keepFiles(context, documentId);
  const known = await findPublication(db, documentId);
  const address = known?.address ?? publicAddress(title, newId());
  const room = roomName({ kind: 'document', id: documentId });
  const [state, excerpts, writers] = await Promise.all([
    stateNow(context, documentId, address),
    listExcerpts(db, [documentId]),
    listWriters(db, [room]),
  ]);
  return publish(db, {
    ...state,
    documentId,
    groupId: group.id,
    by,
    now: now(),
    activityId: newId(),
    address,
    excerpt: excerpts.get(documentId) ?? '',
    writers: (writers.get(room) ?? []).map(({ name }) => name),
  });
}
