import { data } from 'react-router';
import { z } from 'zod';
import { findState } from '#db/documents/history/document-history.ts';
import { EXPORT_FORMATS } from '#shared/documents/conversion/conversion.ts';
import { memberContext, servicesContext } from '../../context.ts';
import { notFound } from '../../kernel/access.server.ts';
import { madeFile } from '../../kernel/made-file.server.ts';
import { notMade } from '../../kernel/not-made.server.ts';
import { requireDocument } from '../require-document.server.ts';
import type { Route } from './+types/document-version-file';

const Asked = z.object({
  version: z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number),
  format: z.enum(EXPORT_FORMATS),
});

/** One version of a document as a file, in the formats of its exports. */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  if (!context.get(memberContext)) throw notFound();
  const { member, document } = await requireDocument(context, params.document, 'document.read');
  const { conversions, database } = context.get(servicesContext);
  const asked = Asked.safeParse(params);
  const state = asked.success && (await findState(database.run, document.id, { seq: asked.data.version }));
  if (!state) throw notFound();
  const { format } = asked.data;
  const made = await conversions.exportDocument(
    { documentId: document.id, userId: member.id, format, state, withComments: false },
    { signal: request.signal },
  );
  if (!made.ok) {
    if (made.error === 'access.notFound') throw notFound();
    throw notMade(made.error);
  }
  const { bytes, contentType, disposition } = made.value;
  return madeFile(bytes, disposition, { contentType, length: bytes.length });
}

export function action() {
  throw data(null, { status: 405 });
}
