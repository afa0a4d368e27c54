import { Link } from 'react-router';
import { listGroupsForMember } from '#db/people/group/groups.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { news as words } from '#shared/news/news.fr.ts';
import { OF_PROGRAMME } from '#shared/news/programme-news.ts';
import { paths } from '#shared/paths.ts';
import { servicesContext } from '../../../context.ts';
import { requireMember } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { act, gesturesOf, text } from '../../../kernel/gesture.server.ts';
import { Empty } from '../../../ui/page/empty.tsx';
import { PageHead } from '../../../ui/page/page-head.tsx';
import { NewsTabs } from '../../news-tabs.tsx';
import { GroupNews, ReadForm } from '../group-news.tsx';
import { loadNews, loadProgrammeNews } from '../load-news.server.ts';
import { ProgrammeSection } from '../programme-news.tsx';
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
  const isProgramme = query.get('groupe') === OF_PROGRAMME;
  const shown = alone ? [alone] : isProgramme ? [] : groups;
  const limit = alone || isProgramme ? PER_KIND_ALONE : PER_KIND;
  const loaded = await loadNews(db, { userId, groupIds: shown.map(({ id }) => id), now: at, limit });
  const news = loaded.flatMap((each) => {
    const group = shown.find(({ id }) => id === each.news.groupId);
    return group && each.news.total > 0 ? [{ ...each, group: { id: group.id, name: group.name } }] : [];
  });
  const programme = alone ? null : await loadProgrammeNews(db, { userId, now: at, limit });
  return {
    news,
    programme: programme && programme.news.total > 0 ? programme : null,
    isAlone: alone !== null || isProgramme,
    now: at,
  };
}

const newsOf = (groupId: string) =>
  paths.news(groupId && groupId !== OF_PROGRAMME ? { id: groupId } : undefined);
const toUpTo = { fields: { groupId: text, upTo: text } } as const;
const ofNews = gesturesOf(() => ({}));
const gestures = {
  read: ofNews('news.read', {
    ...toUpTo,
    done: ({ group }, _page, { groupId, upTo }) => ({
      to: newsOf(groupId),
      said: words.isRead(group),
      focus: null,
      undo: { label: words.undo, fields: { intent: 'undo', groupId, upTo } },
    }),
  }),
  undo: ofNews('news.unread', {
    ...toUpTo,
    done: (_made, _page, { groupId }) => ({ to: newsOf(groupId), said: words.unread, focus: null }),
  }),
};

export async function action({ request, context }: Route.ActionArgs) {
  requireMember(context);
  return act(context, await request.formData(), gestures, null);
}

export default function News({ loaderData: { news, programme, isAlone, now } }: Route.ComponentProps) {
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.title)}</title>
      <PageHead title={words.title} lead={words.lead}>
        {isAlone ? (
          <Link className="btn" to={paths.news()}>
            {words.allGroups}
          </Link>
        ) : (
          news.length + (programme ? 1 : 0) > 1 && <ReadForm upTo={now} />
        )}
      </PageHead>
      <NewsTabs current="all" />
      {news.length === 0 && programme === null && (
        <Empty title={words.emptyTitle} text={words.emptyText}>
          <Link className="btn" to={paths.groups()}>
            {words.toGroups}
          </Link>
        </Empty>
      )}
      <div className="measure">
        {news.map(({ group, ...each }) => (
          <GroupNews key={group.id} group={group} isAlone={isAlone} now={now} {...each} />
        ))}
        {programme && <ProgrammeSection isAlone={isAlone} now={now} {...programme} />}
      </div>
    </main>
  );
}
