import { data } from 'react-router';
import { findDocumentForMember } from '#db/documents.ts';
import { canInDocument } from '#shared/access.ts';
import { idOfSegment } from '#shared/ids.ts';
import { FILE_NAME_HEADER, paths } from '#shared/paths.ts';
import { forbidden, notFound } from '../access.server.ts';
import { memberContext, servicesContext } from '../context.ts';
import type { Route } from './+types/document-files';

const TOO_LARGE = 413;
const REFUSED = 422;

/**
 * [D16] Receives a file for a document. Its bytes are the body, so that they are stored as they arrive; its name is a header, which
 * no form of another site can send. Answers `{ src, name, bytes, kind }`, or `{ error }` with a code of the catalogue.
 */
export async function action({ request, params, context }: Route.ActionArgs) {
  const member = context.get(memberContext);
  const documentId = idOfSegment(params.document);
  const name = nameOf(request.headers.get(FILE_NAME_HEADER));
  if (!member || !documentId) throw notFound();
  const { db, files, now } = context.get(servicesContext);
  const document = await findDocumentForMember(db, { documentId, userId: member.id, now: now() });
  if (!document) throw notFound();
  if (!canInDocument(document, 'document.write')) throw forbidden();
  if (name === null) return refusal('file.missing');
  const announced = request.headers.get('content-length');
  const received = await files.receiveFile(
    { name, body: request.body, announcedBytes: announced === null ? null : Number(announced) },
    { groupId: document.group.id, documentId: document.id, by: member.id },
  );
  if (!received.ok) return refusal(received.error);
  const { id, ...file } = received.value;
  return Response.json({ src: paths.file(id), ...file }, { status: 201 });
}

export function loader() {
  throw data(null, { status: 404 });
}

function refusal(error: string): Response {
  return Response.json({ error }, { status: error === 'file.tooLarge' ? TOO_LARGE : REFUSED });
}

/** Names have letters that headers have not: percent-encoded. Null when there is none, or when it is not readable. */
function nameOf(header: string | null): string | null {
  try {
    return header ? decodeURIComponent(header) : null;
  } catch {
    return null;
  }
}
