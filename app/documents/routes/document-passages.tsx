import { idOfSegment } from '#shared/kernel/ids.ts';
import { servicesContext } from '../../context.ts';
import { notFound, requireMember } from '../../kernel/access.server.ts';
import { excerptRefusal } from '../excerpt/excerpts.server.ts';
import type { Route } from './+types/document-passages';

/** [EC1] The blocks of a document that this person may read, to choose what is quoted elsewhere. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const member = requireMember(context);
  const sourceId = idOfSegment(params.document);
  if (!sourceId) throw notFound();
  const { excerpts } = context.get(servicesContext);
  const found = await excerpts.quotable({ sourceId, by: member.id });
  if (!found.ok) return excerptRefusal(found.error);
  return Response.json(found.value, { headers: { 'Cache-Control': 'private, no-store' } });
}
