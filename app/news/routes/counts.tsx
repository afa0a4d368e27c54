import { listGroupsForMember } from '#db/people/group/groups.ts';
import { listToDo } from '#db/to-do.ts';
import { memberContext, servicesContext } from '../../context.ts';
import { notFound } from '../../kernel/access.server.ts';
import { loadNews } from '../news/load-news.server.ts';
import type { Counts } from '../use-counts.ts';
import type { Route } from './+types/counts';

/** [HV6] [AF3] How much has changed since one's marks in each of one's groups, and how much waits for one: what the navigation asks for once it is there. */
export async function loader({ context }: Route.LoaderArgs) {
  const member = context.get(memberContext);
  if (!member) throw notFound();
  const { db, now } = context.get(servicesContext);
  const reader = { userId: member.id, now: now() };
  const groups = await listGroupsForMember(db, reader);
  const [loaded, due] = await Promise.all([
    loadNews(db, { ...reader, groupIds: groups.map(({ id }) => id), limit: 1 }),
    listToDo(db, {
      ...reader,
      groups,
      platformRole: member.platformRole,
      organisationId: member.organisation?.id ?? null,
    }),
  ]);
  const counts: Counts = {
    groups: Object.fromEntries(
      loaded.flatMap(({ news }) => (news.total > 0 ? [[news.groupId, news.total]] : [])),
    ),
    toDo: due.length,
  };
  return Response.json(counts, { headers: { 'Cache-Control': 'private, no-store' } });
}
