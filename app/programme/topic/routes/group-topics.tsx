import { listTopicPeople, listTopics } from '#db/programme/topic/topics.ts';
import { canInGroup } from '#shared/kernel/access/access.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { askedPage } from '#shared/kernel/paging.ts';
import { paths } from '#shared/paths.ts';
import { group as groupWords } from '#shared/people/group/group.fr.ts';
import { topic as words } from '#shared/programme/topic/topic.fr.ts';
import { topicPaths } from '#shared/programme/topic/topic-paths.ts';
import { servicesContext } from '../../../context.ts';
import { requireInGroup } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { act } from '../../../kernel/gesture.server.ts';
import { GroupHeader } from '../../../people/group/group-header.tsx';
import { NewTopic } from '../new-topic.tsx';
import { groupTopicGestures } from '../topic-gestures.server.ts';
import { TopicList } from '../topic-list.tsx';
import type { Route } from './+types/group-topics';

export const handle = frameHandle<Route.ComponentProps['loaderData']>({
  crumbs: ({ group: { id, name } }) => [
    { href: paths.groups(), label: groupWords.title },
    { href: paths.group({ id, title: name }), label: name },
    { href: topicPaths.ofGroup({ id, title: name }), label: words.listTitle },
  ],
});

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { group } = await requireInGroup(context, params.groupe, 'topic.read');
  const { db, now } = context.get(servicesContext);
  const asked = askedPage(new URL(request.url).searchParams);
  return {
    group,
    ...(await listTopics(db, { groupId: group.id }, asked)),
    people: await listTopicPeople(db, { topicId: null, groupId: group.id, now: now() }),
    canWrite: canInGroup(group.role, 'topic.write'),
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { group } = await requireInGroup(context, params.groupe, 'topic.write');
  return act(context, await request.formData(), groupTopicGestures, { group });
}

export default function GroupTopics({ loaderData, actionData }: Route.ComponentProps) {
  const { group, topics, page, pages, people, canWrite } = loaderData;
  const titled = { id: group.id, title: group.name };
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.listTitle, group.name)}</title>
      <GroupHeader group={group} />
      <div className="cols">
        <div>
          <TopicList
            topics={topics}
            page={page}
            pages={pages}
            to={(to) => topicPaths.ofGroup(titled, to)}
            none={words.noneHint}
          />
        </div>
        {canWrite && (
          <aside aria-label={words.new}>
            <NewTopic
              values={actionData?.values ?? {}}
              errors={actionData?.errors ?? {}}
              answer={actionData}
              people={people}
            />
          </aside>
        )}
      </div>
    </main>
  );
}
