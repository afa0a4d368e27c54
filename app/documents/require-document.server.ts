import type { RouterContextProvider } from 'react-router';
import { type DocumentForMember, findDocumentForMember } from '#db/documents/documents.ts';
import { canInDocument, type DocumentAction } from '#shared/documents/document-access.ts';
import { idOfSegment } from '#shared/kernel/ids.ts';
import { type Member, servicesContext } from '../context.ts';
import { forbidden, notFound, requireMember } from '../kernel/access.server.ts';

/** The person and the document of an address segment, if they may do this with it: 404 when it is not theirs to see, else 403. */
export async function requireDocument(
  context: Readonly<RouterContextProvider>,
  segment: string | undefined,
  right: DocumentAction,
): Promise<{ member: Member; document: DocumentForMember }> {
  const member = requireMember(context);
  const { db, now } = context.get(servicesContext);
  const documentId = idOfSegment(segment);
  const document =
    documentId && (await findDocumentForMember(db, { documentId, userId: member.id, now: now() }));
  if (!document) throw notFound();
  if (!canInDocument(document, right)) throw forbidden();
  return { member, document };
}
