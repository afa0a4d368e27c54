import { data } from 'react-router';
import { findDocumentForMember } from '#db/documents/documents.ts';
import { canInDocument } from '#shared/documents/document-access.ts';
import { idOfSegment } from '#shared/kernel/ids.ts';
import { paths } from '#shared/paths.ts';
import { memberContext, servicesContext } from '../../context.ts';
import { forbidden, notFound } from '../../kernel/access.server.ts';
import { bodyFileOf, fileRefusal } from '../../kernel/body-file.server.ts';
import type { Route } from './+types/document-files';

/**
 * [D16] Receives a file for a document. Its bytes are the body, so that they are stored as they arrive; its name is a header, which
 * no form of another site can send. Answers `{ src, name, bytes, kind }`, or `{ error }` with a code of the catalogue.
 */
export async function action({ request, params, context }: Route.ActionArgs) {
  const member = context.get(memberContext);
  const documentId = idOfSegment(params.document);
  if (!member || !documentId) throw notFound();
  const { db, files, now } = context.get(servicesContext);
  const document = await findDocumentForMember(db, { documentId, userId: member.id, now: now() });
  if (!document) throw notFound();
  if (!canInDocument(document, 'document.write')) throw forbidden();
  const file = bodyFileOf(request);
  if (!file) return fileRefusal('file.missing');
  const received = await files.receiveFile(file, {
    groupId: document.group.id,
    documentId: document.id,
    by: member.id,
  });
  if (!received.ok) return fileRefusal(received.error);
  const { id, ...sent } = received.value;
  return Response.json({ src: paths.file(id), ...sent }, { status: 201 });
}

export function loader() {
  throw data(null, { status: 404 });
}
