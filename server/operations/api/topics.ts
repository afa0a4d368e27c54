import { z } from 'zod';
import { findTopicForMember } from '#db/programme/topic/topic-rights.ts';
import { listPosts, listTopics } from '#db/programme/topic/topics.ts';
import { fail, ok } from '#shared/kernel/result.ts';
import { POST_MAX } from '#shared/programme/topic/topic.ts';
import { topicPaths } from '#shared/programme/topic/topic-paths.ts';
import { answering } from '../../kernel/ready-write.ts';
import { groupFor } from './groups.ts';
import { operation, writeOperation } from './operation.ts';
import { Id, Organisation, UserId } from './shapes.ts';

const InGroup = z.object({ group: Id });
const InTopic = z.object({ topic: Id });
/** A page of what is listed, from 1. */
const ByPage = z.object({ page: z.coerce.number<string>().int().min(1).max(100_000).optional() });
/** Longer than what is refused in words, so that those words are heard. */
const Body = z.string().max(10 * POST_MAX);
const TopicShape = z.object({
  id: Id,
  title: z.string(),
  updatedAt: z.iso.datetime(),
  isClosed: z.boolean(),
  messages: z.number().int(),
  url: z.url(),
});
const PostShape = z.object({
  id: Id,
  rank: z.number().int(),
  /** Null for an account that is gone. */
  author: z.object({ id: UserId, name: z.string(), organisation: Organisation.nullable() }).nullable(),
  /** Empty once taken off. */
  body: z.string(),
  createdAt: z.iso.datetime(),
  editedAt: z.iso.datetime().nullable(),
  isDeleted: z.boolean(),
});
const paged = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), page: z.number().int(), pages: z.number().int() });

export const topicOperations = [
  operation({
    path: '/groups/{group}/topics',
    name: 'topics.list',
    scope: 'topics:read',
    params: InGroup,
    query: ByPage,
    answer: paged(TopicShape),
    run: async (call) => {
      const group = await groupFor(call, call.params.group, 'topic.read');
      if (!group.ok) return group;
      const { db, origin } = call.services;
      const found = await listTopics(db, { groupId: group.value.id }, call.query.page ?? 1);
      const items = found.topics.map(({ id, title, updatedAt, isClosed, posts }) => ({
        ...{ id, title, isClosed, messages: posts, updatedAt: updatedAt.toISOString() },
        url: origin + topicPaths.topic({ id, title }),
      }));
      return ok({ items, page: found.page, pages: found.pages });
    },
  }),
  writeOperation({
    method: 'post',
    path: '/groups/{group}/topics',
    name: 'topics.create',
    scope: 'topics:write',
    params: InGroup,
    body: z.object({ title: z.string().max(20_000), body: Body }),
    success: 201,
    located: ({ id }) => `/topics/${id}/messages`,
    answer: z.object({ id: Id, url: z.url() }),
    run: async ({ services, caller, params, body }) => {
      const wish = { ...body, groupId: params.group };
      const ready = await services.operations.ready('topic.open', caller, wish);
      if (!ready.ok) return ready;
      return ok(
        answering(ready.value, (topic) => ({
          id: topic.id,
          url: services.origin + topicPaths.topic(topic),
        })),
      );
    },
  }),
  operation({
    path: '/topics/{topic}/messages',
    name: 'topics.messages',
    scope: 'topics:read',
    params: InTopic,
    query: ByPage,
    answer: paged(PostShape),
    run: async ({ services: { db, now }, caller, params, query }) => {
      const asker = { userId: caller.userId, now: now() };
      const topic = await findTopicForMember(db, { ...asker, topicId: params.topic });
      if (!topic) return fail('access.notFound');
      const found = await listPosts(db, { topicId: topic.id, asked: query.page ?? 1 });
      const items = found.posts.map(({ names: _, deletedBy: __, createdAt, editedAt, ...post }) => ({
        ...post,
        createdAt: createdAt.toISOString(),
        editedAt: editedAt?.toISOString() ?? null,
      }));
      return ok({ items, page: found.page, pages: found.pages });
    },
  }),
  writeOperation({
    method: 'post',
    path: '/topics/{topic}/messages',
    name: 'topics.reply',
    scope: 'topics:write',
    params: InTopic,
    body: z.object({ body: Body }),
    success: 201,
    located: (_, { topic }) => `/topics/${topic}/messages`,
    answer: z.object({ id: Id }),
    run: async ({ services, caller, params, body }) => {
      const wish = { ...body, topicId: params.topic };
      const ready = await services.operations.ready('topic.reply', caller, wish);
      return ready.ok ? ok(answering(ready.value, ({ id }) => ({ id }))) : ready;
    },
  }),
];
