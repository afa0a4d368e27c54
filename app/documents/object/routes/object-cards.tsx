import { listLinkingCards } from '#db/boards/card/linking-cards.ts';
import { findObjectNames } from '#db/documents/object/object-names.ts';
import { objectKey, parseObjectKey } from '#shared/documents/attribute/document-objects.ts';
import { memberContext, servicesContext } from '../../../context.ts';
import { notFound } from '../../../kernel/access.server.ts';
import type { Route } from './+types/object-cards';

/** [B31] The cards that point to an object (`?objet=card:…`): `{ cards }`, those that this person may read. Hidden objects have none to tell. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const member = context.get(memberContext);
  const to = parseObjectKey(new URL(request.url).searchParams.get('objet') ?? '');
  if (!member || !to) throw notFound();
  const { db, now } = context.get(servicesContext);
  const reader = { userId: member.id, now: now() };
  const names = await findObjectNames(db, { refs: [to], ...reader });
  const isSeen = Object.hasOwn(names, objectKey(to));
  const cards = isSeen ? await listLinkingCards(db, { to, ...reader }) : [];
  return Response.json({ cards }, { headers: { 'Cache-Control': 'private, no-store' } });
}
