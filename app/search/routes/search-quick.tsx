import { listGroupsForMember } from '#db/people/group/groups.ts';
import { listRecentObjects } from '#db/search/recent.ts';
import { searchQuickly } from '#db/search/search.ts';
import { canInGroup } from '#shared/kernel/access/access.ts';
import { ok } from '#shared/kernel/result.ts';
import { paths } from '#shared/paths.ts';
import type { QuickAnswer } from '#shared/search/quick-answer.ts';
import { parseSearch } from '#shared/search/search-query.ts';
import { memberContext, servicesContext } from '../../context.ts';
import { notFound } from '../../kernel/access.server.ts';
import type { Route } from './+types/search-quick';

const LIMIT = 12;
const RECENT = 6;

/** [SE9] What the palette shows while one types: the best that was found; without a word, what changed last. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const member = context.get(memberContext);
  if (!member) throw notFound();
  const { db, now } = context.get(servicesContext);
  const reader = { userId: member.id, now: now() };
  const query = parseSearch(new URL(request.url).searchParams.get('q') ?? '', { isTyping: true });
  const held = await listGroupsForMember(db, reader);
  const found = !query.ok
    ? query
    : query.value.terms.length === 0
      ? ok(await recent())
      : await searchQuickly(db, { query: query.value, ...reader, limit: LIMIT });
  const answer: QuickAnswer = {
    items: found.ok ? found.value.flatMap(({ path, ...item }) => (path ? [{ ...item, path }] : [])) : [],
    groups: held.map(({ id, name, role }) => ({ id, name, mayCreate: canInGroup(role, 'document.create') })),
    refusal: found.ok ? null : found.error,
  };
  return Response.json(answer, { headers: { 'Cache-Control': 'private, no-store' } });

  async function recent() {
    const groupIds = held.filter(({ role }) => canInGroup(role, 'document.read')).map(({ id }) => id);
    const objects = await listRecentObjects(db, { groupIds, limit: RECENT, ...reader });
    return objects.map(({ kind, id, title, groupName }) => ({
      kind,
      id,
      title: { text: title, marks: [] },
      where: [groupName],
      path: kind === 'document' ? paths.document({ id, title }) : paths.board({ id, title }),
    }));
  }
}
