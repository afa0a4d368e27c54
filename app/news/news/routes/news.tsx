import { Form, Link, redirect } from 'react-router';
import { z } from 'zod';
import { markRead, undoRead } from '#db/news/group-visits.ts';
import { listGroupsForMember } from '#db/people/group/groups.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { SentInstant } from '#shared/kernel/sent-values.ts';
import { news as words } from '#shared/news/news.fr.ts';
import { paths } from '#shared/paths.ts';
import { servicesContext } from '../../../context.ts';
import { requireMember } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { parseForm } from '../../../kernel/refusal.server.ts';
import { Logo } from '../../../ui/logo.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { GroupNews, ReadForm } from '../group-news.tsx';
import { loadNews } from '../load-news.server.ts';
import type { Route } from './+types/news';

export const handle = frameHandle({ crumbs: () => [{ href: paths.news(), label: words.title }] });

const PER_KIND = 6;
/** Of one group alone. */
const PER_KIND_ALONE = 100;

/** The groups of this person, and the one among them that the address names. */
async function findGroups(context: Route.LoaderArgs['context'], asked: string | null) {
  const { id: userId } = requireMember(context);
  const { db, now } = context.get(servicesContext);
  const groups = await listGroupsForMember(db, { userId, now: now() });
  const alone = groups.find(({ id }) => id === asked) ?? null;
  return { db, userId, groups, alone };
}

export async function loader({ request, context }: Route.LoaderArgs) {
  const query = new URL(request.url).searchParams;
  const { db, userId, groups, alone } = await findGroups(context, query.get('groupe'));
  const at = context.get(servicesContext).now();
  const shown = alone ? [alone] : groups;
  const limit = alone ? PER_KIND_ALONE : PER_KIND;
  const loaded = await loadNews(db, { userId, groupIds: shown.map(({ id }) => id), now: at, limit });
  const news = loaded.flatMap((each) => {
    const group = shown.find(({ id }) => id === each.news.groupId);
    return group && each.news.total > 0 ? [{ ...each, group: { id: group.id, name: group.name } }] : [];
  });
  const { success, data: readAt } = Instant.safeParse(query.get('lu'));
  const read = success ? { upTo: readAt.toISOString(), groupId: alone?.id, name: alone?.name ?? null } : null;
  return { news, alone: alone && { id: alone.id, name: alone.name }, read, now: at };
}

const Instant = z.iso.datetime().pipe(SentInstant);
const Marked = z.object({
  intent: z.enum(['read', 'undo']),
  upTo: Instant,
  groupId: z.string().optional(),
});

export async function action({ request, context }: Route.ActionArgs) {
  const { intent, upTo, groupId } = parseForm(Marked, await request.formData());
  const { db, userId, groups, alone } = await findGroups(context, groupId ?? null);
  const groupIds = (groupId ? [alone] : groups).flatMap((group) => group?.id ?? []);
  const { now } = context.get(servicesContext);
  const page = paths.news(alone ?? undefined);
  if (intent === 'undo') {
    await undoRead(db, { userId, groupIds, upTo });
    throw redirect(page);
  }
  await markRead(db, { userId, groupIds, upTo, now: now() });
  throw redirect(`${page}${alone ? '&' : '?'}lu=${upTo.toISOString()}`);
}

export default function News({ loaderData: { news, alone, read, now } }: Route.ComponentProps) {
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.title)}</title>
      <div className="head">
        <div>
          <h1>{words.title}</h1>
          <p className="lead">{words.lead}</p>
        </div>
        {alone ? (
          <Link className="btn" to={paths.news()}>
            {words.allGroups}
          </Link>
        ) : (
          news.length > 1 && <ReadForm upTo={now} />
        )}
      </div>
      {read && (
        <Notice kind="success">
          <Form method="post" className="row">
            <input type="hidden" name="upTo" value={read.upTo} />
            {read.groupId && <input type="hidden" name="groupId" value={read.groupId} />}
            <span>{words.isRead(read.name)}</span>
            <button className="btn sm push" type="submit" name="intent" value="undo">
              {words.undo}
            </button>
          </Form>
        </Notice>
      )}
      {news.length === 0 && (
        <div className="empty">
          <Logo />
          <h2>{words.emptyTitle}</h2>
          <p>{words.emptyText}</p>
          <Link className="btn" to={paths.groups()}>
            {words.toGroups}
          </Link>
        </div>
      )}
      <div className="measure">
        {news.map(({ group, ...each }) => (
          <GroupNews key={group.id} group={group} isAlone={alone !== null} now={now} {...each} />
        ))}
      </div>
    </main>
  );
}
