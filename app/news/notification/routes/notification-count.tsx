import { countUnread } from '#db/news/notification/notifications.ts';
import { memberContext, servicesContext } from '../../../context.ts';
import { notFound } from '../../../kernel/access.server.ts';
import type { Route } from './+types/notification-count';

/** [NO6] How many subjects are unread, as text: what the bell asks for again and again. */
export async function loader({ context }: Route.LoaderArgs) {
  const member = context.get(memberContext);
  if (!member) throw notFound();
  const { db, now } = context.get(servicesContext);
  const unread = await countUnread(db, { userId: member.id, now: now() });
  return new Response(String(unread), {
    headers: { 'Cache-Control': 'private, no-store', 'Content-Type': 'text/plain' },
  });
}
