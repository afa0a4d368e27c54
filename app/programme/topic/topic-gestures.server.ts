import { topic as words } from '#shared/programme/topic/topic.fr.ts';
import { topicPaths } from '#shared/programme/topic/topic-paths.ts';
import { afterOn, type Done } from '../../kernel/done.server.ts';
import { gesturesOf, text } from '../../kernel/gesture.server.ts';

const opened = (topic: { readonly id: string; readonly title: string }): Done => ({
  to: topicPaths.topic(topic),
  said: words.opened,
  focus: null,
});
const openFields = { title: text, body: text };

/** What the form under the discussions of a group does. */
export const groupTopicGestures = {
  open: gesturesOf(({ group }: { group: { readonly id: string } }) => ({ groupId: group.id }))('topic.open', {
    fields: openFields,
    done: opened,
  }),
};

/** The same under those of a published sheet. */
export const sheetTopicGestures = {
  open: gesturesOf(({ address }: { readonly address: string }) => ({ address }))('topic.openOnSheet', {
    fields: openFields,
    done: opened,
  }),
};

/** The page of a discussion that is looked at. */
export interface TopicPage {
  readonly topic: { readonly id: string; readonly title: string };
  readonly page: number | undefined;
}
const ofTopic = gesturesOf(({ topic }: TopicPage) => ({ topicId: topic.id }));
const after = afterOn(({ topic, page }: TopicPage) => topicPaths.topic(topic, page));
const ofPost = { postId: text };
const whole = () => '';

/** What the buttons of the page of a discussion do. */
export const topicGestures = {
  reply: ofTopic('topic.reply', {
    fields: { body: text },
    form: () => 'reply',
    // Without a page: the last one, where it stands.
    done: ({ id }, { topic }) => ({ to: topicPaths.topic(topic), said: words.sent, focus: `message-${id}` }),
  }),
  edit: ofTopic('topic.edit', {
    fields: { ...ofPost, body: text },
    form: ({ postId }) => postId,
    done: (made, page, { postId }) => after(words.saved, `message-${postId}`)(made, page),
  }),
  delete: ofTopic('topic.delete', {
    fields: ofPost,
    form: whole,
    done: ({ postId }, page) => ({
      ...after(words.deleted, `message-${postId}`)(null, page),
      undo: { label: words.restore, fields: { intent: 'restore', postId } },
    }),
  }),
  restore: ofTopic('topic.restore', {
    fields: ofPost,
    form: whole,
    done: (made, page, { postId }) => after(words.restored, `message-${postId}`)(made, page),
  }),
  close: ofTopic('topic.close', { fields: {}, form: whole, done: after(words.closedDone, null) }),
  reopen: ofTopic('topic.reopen', { fields: {}, form: whole, done: after(words.reopened, null) }),
};
