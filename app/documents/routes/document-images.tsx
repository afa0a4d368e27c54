import { data } from 'react-router';
import { findDocumentForMember } from '#db/documents/documents.ts';
import { canInDocument } from '#shared/documents/document-access.ts';
import { idOfSegment } from '#shared/kernel/ids.ts';
import { paths } from '#shared/paths.ts';
import { memberContext, servicesContext } from '../../context.ts';
import { forbidden, notFound } from '../../kernel/access.server.ts';
import { fileRefusal } from '../../kernel/body-file.server.ts';
import type { Route } from './+types/document-images';

/** Receives an image for a document: `{ src, width, height }`, or `{ error }` with a code of the catalogue. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const member = context.get(memberContext);
  const documentId = idOfSegment(params.document);
  if (!member || !documentId) throw notFound();
  const { db, files, now } = context.get(servicesContext);
  const document = await findDocumentForMember(db, { documentId, userId: member.id, now: now() });
  if (!document) throw notFound();
  if (!canInDocument(document, 'document.write')) throw forbidden();
  const received = await files.receiveImage(request, {
    groupId: document.group.id,
    documentId: document.id,
    by: member.id,
  });
  if (!received.ok) return fileRefusal(received.error);
  const { id, width, height } = received.value;
  return Response.json({ src: paths.file(id), width, height }, { status: 201 });
}

export function loader() {
  throw data(null, { status: 404 });
}
