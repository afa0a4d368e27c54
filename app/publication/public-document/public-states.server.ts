import type { RouterContextProvider } from 'react-router';
import type { DocumentForMember } from '#db/documents/documents.ts';
import { findPublication } from '#db/publication/public-document/publications.ts';
import type { TitledDocument } from '#server/documents/history/exact-texts.ts';
import type { Asking } from '#server/kernel/lane/lane.ts';
import type { PublicStates } from '#server/publication/public-document/public-states.ts';
import { roomName } from '#shared/realtime/realtime.ts';
import { servicesContext } from '../../context.ts';
import { orUnavailable } from '../../kernel/room-content.server.ts';

type Context = Readonly<RouterContextProvider>;

const roomOf = ({ id }: Pick<TitledDocument, 'id'>) => roomName({ kind: 'document', id });

/** What this document says now, as `read` prepares it for the public. */
export function publicly<T, Document extends TitledDocument>(
  context: Context,
  document: Document,
  read: (states: PublicStates, document: Document, asking: Asking) => Promise<T>,
): Promise<T> {
  const { publicStates } = context.get(servicesContext);
  return orUnavailable(context, roomOf(document), (asking) => read(publicStates, document, asking));
}

/** [RV1] What the document says now, to the byte. */
export function exactNow(context: Context, { id, title }: TitledDocument) {
  const { exactTexts } = context.get(servicesContext);
  return orUnavailable(context, roomOf({ id }), (asking) => exactTexts.read({ id, title }, asking));
}

/** [C9] The publication of a document, and whether the public would see something else if it were published now. */
export async function loadPublication(context: Context, document: DocumentForMember) {
  const { db, origin } = context.get(servicesContext);
  const found = await findPublication(db, document.id);
  if (!found) return null;
  const { blocks, ...publication } = found;
  const today = await publicly(context, document, (states, ...asked) => states.now(...asked));
  const isSame =
    document.title === publication.title && JSON.stringify(today.blocks) === JSON.stringify(blocks);
  return { ...publication, isChanged: !isSame, origin };
}
