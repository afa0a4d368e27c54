import { z } from 'zod';
import {
  editPost,
  openTopic,
  setPostDeleted,
  setTopicClosed,
  writePost,
} from '#db/programme/topic/topic-changes.ts';
import { findTopicForMember, type TopicForMember } from '#db/programme/topic/topic-rights.ts';
import { Id, read } from '#shared/kernel/input.ts';
import { fail, ok } from '#shared/kernel/result.ts';
import { parseTitle } from '#shared/kernel/title.ts';
import { parsePost } from '#shared/programme/topic/topic.ts';
import { mayClose } from '#shared/programme/topic/topic-access.ts';
import { type Act, operation, type Right } from '../../kernel/operation.ts';
import { type ByPerson, inGroup } from '../../people/rights.ts';

/** [TP1] What begins a discussion. */
export const TopicInput = z.object({ title: read(parseTitle), body: read(parsePost) });
const OfTopic = z.object({ topicId: Id });
const OfPost = OfTopic.extend({ postId: Id });

/** Who acts, in which discussion. */
interface InTopic extends ByPerson {
  readonly topic: TopicForMember;
}

/** [TP2] Whoever reads a discussion may write in it: to all others it is absent. */
const inTopic: Right<{ readonly topicId: string }, InTopic> = async (
  { tx, now },
  { userId },
  { topicId },
) => {
  const topic = userId === null ? null : await findTopicForMember(tx, { topicId, userId, now });
  if (userId === null || !topic) return fail('access.notFound');
  return topic.mayWrite ? ok({ by: userId, topic }) : fail('access.forbidden');
};

/** [TP5] Whoever began a discussion, and its moderators. */
const closing: Right<{ readonly topicId: string }, InTopic> = async (act, asker, input) => {
  const found = await inTopic(act, asker, input);
  if (!found.ok) return found;
  const { by, topic } = found.value;
  return mayClose({ by, isModerator: topic.isModerator }, topic) ? found : fail('access.forbidden');
};

const changeOf = ({ by, topic, now }: Act & InTopic) => ({
  ...{ topicId: topic.id, groupId: topic.groupId, isModerator: topic.isModerator, by, now },
});

const NOT_YOURS = { 'topic.postNotFound': '', 'topic.notYours': '' } as const;

/** [TP1] [TP4] [TP5] Discussions of groups and of published sheets. */
export const topicOperations = {
  'topic.open': operation({
    input: z.object({ groupId: Id }).and(TopicInput),
    right: inGroup('topic.write'),
    refusals: {},
    async run({ tx, by, now, newId }, { groupId, title, body }) {
      const [topicId, postId, activityId] = [newId(), newId(), newId()];
      const said = { postId, activityId, title, body, documentId: null, concerns: [] };
      await openTopic(tx, { topicId, groupId, by, now, ...said });
      return ok({ id: topicId, title });
    },
  }),

  'topic.reply': operation({
    input: OfTopic.extend({ body: read(parsePost) }),
    right: inTopic,
    refusals: { 'topic.isClosed': '' },
    async run(act, { body }) {
      const [postId, activityId] = [act.newId(), act.newId()];
      const said = { postId, activityId, body, title: act.topic.title };
      const written = await writePost(act.tx, { ...changeOf(act), ...said });
      return written.ok ? ok({ id: postId }) : written;
    },
  }),

  'topic.edit': operation({
    input: OfPost.extend({ body: read(parsePost) }),
    right: inTopic,
    refusals: { ...NOT_YOURS, 'topic.isClosed': '' },
    run: (act, { postId, body }) => editPost(act.tx, { ...changeOf(act), postId, body }),
  }),

  'topic.delete': operation({
    input: OfPost,
    right: inTopic,
    refusals: NOT_YOURS,
    async run(act, { postId }) {
      const taken = await setPostDeleted(act.tx, { ...changeOf(act), postId, isDeleted: true });
      return taken.ok ? ok({ postId }) : taken;
    },
  }),

  'topic.restore': operation({
    input: OfPost,
    right: inTopic,
    refusals: NOT_YOURS,
    run: (act, { postId }) => setPostDeleted(act.tx, { ...changeOf(act), postId, isDeleted: false }),
  }),

  'topic.close': operation({
    input: OfTopic,
    right: closing,
    refusals: { 'topic.isClosed': '', 'topic.isOpen': '' },
    run: (act) => setTopicClosed(act.tx, { ...changeOf(act), isClosed: true }),
  }),

  'topic.reopen': operation({
    input: OfTopic,
    right: closing,
    refusals: { 'topic.isClosed': '', 'topic.isOpen': '' },
    run: (act) => setTopicClosed(act.tx, { ...changeOf(act), isClosed: false }),
  }),
};
