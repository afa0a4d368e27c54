import { z } from 'zod';
import { EXPORT_FORMATS } from '#shared/documents/conversion/conversion.ts';
import { PROGRESS_TYPE } from '#shared/documents/conversion/progress.ts';
import { idOfSegment } from '#shared/kernel/ids.ts';
import { memberContext, servicesContext } from '../../context.ts';
import { notFound } from '../../kernel/access.server.ts';
import { madeFile } from '../../kernel/made-file.server.ts';
import { notMade } from '../../kernel/not-made.server.ts';
import type { Route } from './+types/document-export';

const Query = z.object({ format: z.enum(EXPORT_FORMATS), commentaires: z.literal('1').optional() });

/** A document as a file. With `Accept: application/x-cordee-progress` the answer tells how it goes on; else it is the file. */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  const member = context.get(memberContext);
  const documentId = idOfSegment(params.document);
  const query = Query.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!member || !documentId || !query.success) throw notFound();
  const { conversions } = context.get(servicesContext);
  const asked = {
    documentId,
    userId: member.id,
    format: query.data.format,
    withComments: query.data.commentaires === '1',
  };
  if (request.headers.get('accept') === PROGRESS_TYPE) {
    return new Response(conversions.exportDocumentTelling(asked, request.signal), {
      headers: { 'Content-Type': PROGRESS_TYPE, 'Cache-Control': 'private, no-store, no-transform' },
    });
  }
  const made = await conversions.exportDocument(asked, { signal: request.signal });
  if (!made.ok) {
    if (made.error === 'access.notFound') throw notFound();
    throw notMade(made.error);
  }
  const { bytes, contentType, disposition } = made.value;
  return madeFile(bytes, disposition, { contentType, length: bytes.length });
}
