import { z } from 'zod';
import { EXPORT_FORMATS } from '#shared/documents/conversion/conversion.ts';
import { PROGRESS_TYPE } from '#shared/documents/conversion/progress.ts';
import { idOfSegment } from '#shared/kernel/ids.ts';
import { memberContext, servicesContext } from '../../context.ts';
import { notFound } from '../../kernel/access.server.ts';
import { notMade } from '../../kernel/not-made.server.ts';
import type { Route } from './+types/group-documents-export';

const Query = z.object({ format: z.enum(EXPORT_FORMATS), commentaires: z.literal('1').optional() });

/** All documents of a group in one archive, made while it is received. */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  const member = context.get(memberContext);
  const groupId = idOfSegment(params.groupe);
  const query = Query.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!member || !groupId || !query.success) throw notFound();
  const { conversions } = context.get(servicesContext);
  const isTelling = request.headers.get('accept') === PROGRESS_TYPE;
  const made = await conversions.exportGroup(
    { groupId, userId: member.id, format: query.data.format, withComments: query.data.commentaires === '1' },
    { signal: request.signal, isTelling },
  );
  if (!made.ok) throw made.error === 'conversion.busy' ? notMade(made.error) : notFound();
  const { body, disposition } = made.value;
  return new Response(body, {
    headers: {
      'Content-Type': isTelling ? PROGRESS_TYPE : 'application/zip',
      ...(!isTelling && { 'Content-Disposition': disposition }),
      'Cache-Control': 'private, no-store, no-transform',
    },
  });
}
