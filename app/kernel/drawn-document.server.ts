import type { RouterContextProvider } from 'react-router';
import { findObjectNames } from '#db/documents/object/object-names.ts';
import { nameObjects } from '#shared/documents/text/object-names.ts';
import { roomName } from '#shared/realtime/realtime.ts';
import { servicesContext } from '../context.ts';
import { readRoom } from './room-content.server.ts';

/** The text of a document as it is drawn for this person, who may read it: painted first, readable without script. */
export async function drawDocument(
  context: Readonly<RouterContextProvider>,
  { documentId, userId }: { readonly documentId: string; readonly userId: string },
) {
  const { db, now } = context.get(servicesContext);
  const room = roomName({ kind: 'document', id: documentId });
  const { value: read } = await readRoom(context, room, 'document');
  const names = await findObjectNames(db, { refs: read.objects, userId, now: now() });
  return {
    blocks: read.blocks.map((block) => nameObjects(block, names, { isLive: true })),
    outline: read.outline,
    words: read.words,
    names,
  };
}
