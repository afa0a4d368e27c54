import { listGroupsForMember } from '#db/people/group/groups.ts';
import { memberContext, servicesContext } from '../../../context.ts';
import { notFound } from '../../../kernel/access.server.ts';
import { loadNews } from '../load-news.server.ts';
import type { Route } from './+types/news-count';

/** [HV6] How many objects of one's groups have changed since one's marks, as text: what the navigation asks for once it is there. */
export async function loader({ context }: Route.LoaderArgs) {
  const member = context.get(memberContext);
  if (!member) throw notFound();
  const { db, now } = context.get(servicesContext);
  const reader = { userId: member.id, now: now() };
  const groups = await listGroupsForMember(db, reader);
  const loaded = await loadNews(db, { ...reader, groupIds: groups.map(({ id }) => id), limit: 1 });
  const total = loaded.reduce((sum, { news }) => sum + news.total, 0);
  return new Response(String(total), {
    headers: { 'Cache-Control': 'private, no-store', 'Content-Type': 'text/plain' },
  });
}
