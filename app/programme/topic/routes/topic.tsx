import { Form, Link } from 'react-router';
import { findTopicForMember } from '#db/programme/topic/topic-rights.ts';
import { listPosts, listTopicPeople } from '#db/programme/topic/topics.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { idOfSegment } from '#shared/kernel/ids.ts';
import { askedPage } from '#shared/kernel/paging.ts';
import { paths } from '#shared/paths.ts';
import { topic as words } from '#shared/programme/topic/topic.fr.ts';
import { mayClose, mayDelete, mayEdit } from '#shared/programme/topic/topic-access.ts';
import { topicPaths } from '#shared/programme/topic/topic-paths.ts';
import { servicesContext } from '../../../context.ts';
import { notFound, requireMember } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { act } from '../../../kernel/gesture.server.ts';
import { ErrorSummary, faultsOf } from '../../../ui/error-summary.tsx';
import { Pages } from '../../../ui/pages.tsx';
import { PostButton } from '../../../ui/post-button.tsx';
import { MessageField } from '../message-field.tsx';
import { PostLine } from '../post-line.tsx';
import { topicGestures } from '../topic-gestures.server.ts';
import type { Route } from './+types/topic';

export const handle = frameHandle<Route.ComponentProps['loaderData']>({
  crumbs: ({ topic, group }) => [
    ...(topic.documentId
      ? []
      : [
          { href: paths.group(group), label: group.title },
          { href: topicPaths.ofGroup(group), label: words.listTitle },
        ]),
    { href: topicPaths.topic(topic), label: topic.title },
  ],
});

/** The discussion of an address, if this person may read it; which page of it was asked, null for the last. */
async function requireTopic({
  request,
  context,
  params,
}: Pick<Route.LoaderArgs, 'request' | 'context' | 'params'>) {
  const { id: userId } = requireMember(context);
  const { db, now } = context.get(servicesContext);
  const [topicId, at] = [idOfSegment(params.discussion), now()];
  const topic = topicId ? await findTopicForMember(db, { topicId, userId, now: at }) : null;
  if (!topic) throw notFound();
  const { searchParams } = new URL(request.url);
  return { db, topic, userId, at, asked: searchParams.has('page') ? askedPage(searchParams) : null };
}

export async function loader(args: Route.LoaderArgs) {
  const { db, topic, userId, at, asked } = await requireTopic(args);
  const { groupId, groupName, isModerator, closedAt, mayWrite, ...shown } = topic;
  const actor = { by: userId, isModerator };
  const { posts, ...pages } = await listPosts(db, { topicId: topic.id, asked });
  return {
    topic: shown,
    group: { id: groupId, title: groupName },
    ...pages,
    posts: posts.map(({ deletedBy, ...post }) => {
      const state = { authorId: post.author?.id ?? null, deletedBy, isDeleted: post.isDeleted };
      return {
        ...post,
        mayEdit: mayWrite && !closedAt && mayEdit(actor, state),
        mayDelete: mayWrite && mayDelete(actor, state),
      };
    }),
    isClosed: closedAt !== null,
    mayWrite,
    mayClose: mayWrite && mayClose(actor, topic),
    people: mayWrite ? await listTopicPeople(db, { topicId: topic.id, groupId, now: at }) : [],
  };
}

export async function action(args: Route.ActionArgs) {
  const { topic, asked } = await requireTopic(args);
  const form = await args.request.formData();
  return act(args.context, form, topicGestures, { topic, page: asked ?? undefined });
}

export default function Topic({ loaderData, actionData }: Route.ComponentProps) {
  const { topic, posts, page, pages, people, isClosed } = loaderData;
  const refusal = actionData && { errors: actionData.errors, values: actionData.values };
  const form = actionData?.values.form;
  return (
    <main id="contenu">
      <title>{frame.pageTitle(topic.title, words.listTitle)}</title>
      <div className="head">
        <div>
          {topic.documentTitle !== null && (
            <p className="over">
              {words.about}
              {'\u00a0: '}
              {topic.documentTitle}
            </p>
          )}
          <h1 className="break-words">{topic.title}</h1>
          {isClosed && <p className="lead">{words.closedText}</p>}
        </div>
        {loaderData.mayClose && (
          <p className="actions">
            <PostButton fields={{ intent: isClosed ? 'reopen' : 'close' }} className="btn">
              {isClosed ? words.reopen : words.close}
            </PostButton>
          </p>
        )}
      </div>
      {refusal && form === '' && (
        <ErrorSummary title={words.refused} faults={faultsOf(refusal.errors)} answer={actionData} />
      )}
      <div className="topic-posts">
        {posts.map((post) => (
          <PostLine
            key={`${post.id} ${post.editedAt?.getTime() ?? 0}`}
            post={post}
            people={people}
            refusal={refusal && form === post.id ? refusal : undefined}
          />
        ))}
      </div>
      <Pages
        words={words.pages}
        page={page}
        pages={pages}
        to={(to) => topicPaths.topic(topic, to) + (to === 1 ? '?page=1' : '')}
      />
      {loaderData.mayWrite && !isClosed && (
        <Form method="post" className="card mt-6" noValidate key={posts.length}>
          {refusal && form === 'reply' && (
            <ErrorSummary title={words.faults} faults={faultsOf(refusal.errors)} answer={actionData} />
          )}
          <input type="hidden" name="intent" value="reply" />
          <MessageField
            label={words.reply}
            id="body"
            initial={form === 'reply' ? refusal?.values.body : undefined}
            error={form === 'reply' ? refusal?.errors.body : undefined}
            people={people}
          />
          <button className="btn primary mt-4" type="submit">
            {words.send}
          </button>
        </Form>
      )}
      {topic.documentId === null && (
        <p className="mt-4">
          <Link to={topicPaths.ofGroup(loaderData.group)}>{words.listTitle}</Link>
        </p>
      )}
    </main>
  );
}
