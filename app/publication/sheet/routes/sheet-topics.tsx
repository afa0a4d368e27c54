import { listTopicPeople, listTopics } from '#db/programme/topic/topics.ts';
import { findTopicSheet } from '#db/publication/sheet/sheet-topics.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { askedPage } from '#shared/kernel/paging.ts';
import { topic as words } from '#shared/programme/topic/topic.fr.ts';
import { topicPaths } from '#shared/programme/topic/topic-paths.ts';
import { sheetPaths } from '#shared/publication/sheet/sheet-paths.ts';
import { servicesContext } from '../../../context.ts';
import { notFound, requireMember } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { act } from '../../../kernel/gesture.server.ts';
import { NewTopic } from '../../../programme/topic/new-topic.tsx';
import { sheetTopicGestures } from '../../../programme/topic/topic-gestures.server.ts';
import { TopicList } from '../../../programme/topic/topic-list.tsx';
import type { Route } from './+types/sheet-topics';

export const handle = frameHandle<Route.ComponentProps['loaderData']>({
  crumbs: ({ sheet }) => [
    { href: sheetPaths.publicSheet(sheet.address), label: sheet.title },
    { href: topicPaths.ofSheet(sheet.address), label: words.listTitle },
  ],
});

/** The sheet of the address, published, for whoever may read the programme; else 404. */
async function requireSheet({ params, context }: Pick<Route.LoaderArgs, 'params' | 'context'>) {
  const { id: userId } = requireMember(context);
  const { db, now } = context.get(servicesContext);
  const at = now();
  const sheet = await findTopicSheet(db, { address: params.adresse, userId, now: at });
  if (!sheet) throw notFound();
  return { db, sheet, at };
}

export async function loader(args: Route.LoaderArgs) {
  const { db, sheet, at } = await requireSheet(args);
  const { address, title, documentId, groupId } = sheet;
  const asked = askedPage(new URL(args.request.url).searchParams);
  return {
    sheet: { address, title },
    ...(await listTopics(db, { documentId }, asked)),
    people: await listTopicPeople(db, { topicId: null, groupId, now: at }),
  };
}

export async function action(args: Route.ActionArgs) {
  const { sheet } = await requireSheet(args);
  const form = await args.request.formData();
  return act(args.context, form, sheetTopicGestures, { address: sheet.address });
}

export default function SheetTopics({ loaderData, actionData }: Route.ComponentProps) {
  const { sheet, topics, page, pages, people } = loaderData;
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.ofSheetTitle(sheet.title))}</title>
      <div className="head">
        <div>
          <h1 className="break-words">{words.ofSheetTitle(sheet.title)}</h1>
          <p className="lead">{words.ofSheetLead}</p>
        </div>
      </div>
      <div className="cols">
        <div>
          <TopicList
            topics={topics}
            page={page}
            pages={pages}
            to={(to) => topicPaths.ofSheet(sheet.address, to)}
            none={words.noneOfSheet}
          />
        </div>
        <aside aria-label={words.new}>
          <NewTopic
            values={actionData?.values ?? {}}
            errors={actionData?.errors ?? {}}
            answer={actionData}
            people={people}
          />
        </aside>
      </div>
    </main>
  );
}
