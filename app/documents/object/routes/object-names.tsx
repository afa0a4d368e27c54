import { findObjectNames } from '#db/documents/object/object-names.ts';
import { MOST_NAMES_ASKED, parseObjectKey } from '#shared/documents/attribute/document-objects.ts';
import { memberContext, servicesContext } from '../../../context.ts';
import { notFound } from '../../../kernel/access.server.ts';
import type { Route } from './+types/object-names';

/** [D10] Today's names of the objects asked for (`?objet=document:…&objet=…`): `{ names }`, without those that are hidden. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const member = context.get(memberContext);
  if (!member) throw notFound();
  const asked = new URL(request.url).searchParams.getAll('objet').slice(0, MOST_NAMES_ASKED);
  const refs = asked.flatMap((key) => parseObjectKey(key) ?? []);
  const { db, now } = context.get(servicesContext);
  const names = await findObjectNames(db, { refs, userId: member.id, now: now() });
  return Response.json({ names }, { headers: { 'Cache-Control': 'private, no-store' } });
}
