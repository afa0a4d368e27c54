import { z } from 'zod';
import { markRead } from '#db/documents/comment/comment-threads.ts';
import {
  deleteComment,
  editComment,
  reopenThread,
  replyToThread,
  resolveThread,
  restoreComment,
  startThread,
} from '#db/documents/comment/comments.ts';
import { parseComment } from '#shared/documents/comment/comment.ts';
import type { Passage } from '#shared/documents/comment/passage.ts';
import { Id, PersonId } from '#shared/kernel/input.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { type Act, operation } from '../../kernel/operation.ts';
import { changeOf, commenting, type OnSubject, reading, Subject, tellComments } from './comment-rights.ts';

/** Longer than what is refused in words, so that those words are heard. */
const LONGEST = 50_000;
/** What somebody says: the page's own id makes it once, however often it is sent. */
export const Said = z.object({
  commentId: Id,
  body: z
    .string()
    .max(LONGEST)
    .transform((text, context) => {
      const parsed = parseComment(text);
      if (parsed.ok) return parsed.value;
      context.addIssue({ code: 'custom', message: parsed.error });
      return z.NEVER;
    }),
  mentions: z.array(PersonId).max(100),
});
const OfThread = z.object({ threadId: Id });
const OfComment = z.object({ commentId: Id });

const NOT_OWN = { 'comment.notFound': '', 'comment.notYours': '' } as const;
const NOT_RESOLVED = {
  'comment.notFound': '',
  'comment.mayNotResolve': '',
  'comment.alreadyResolved': '',
  'comment.alreadyOpen': '',
} as const;

/** [CM1] [CM4] [CM5] [CM10] Discussions of documents and of cards; open pages hear of what is said. */
export const commentOperations = {
  /** On a passage of a document, or on a card as a whole (null). */
  'comment.start': operation({
    input: Said.and(OfThread)
      .and(z.object({ passage: z.custom<Passage | null>() }))
      .and(Subject),
    right: commenting,
    refusals: { 'comment.passageInvalid': '' },
    run: (act, { threadId, passage, ...said }) =>
      telling(act, startThread(act.tx, { ...saidBy(act, said), threadId, passage, activityId: act.newId() })),
  }),

  'comment.reply': operation({
    input: Said.and(OfThread).and(Subject),
    right: commenting,
    refusals: { 'comment.notFound': '' },
    run: (act, { threadId, ...said }) =>
      telling(act, replyToThread(act.tx, { ...saidBy(act, said), threadId })),
  }),

  'comment.edit': operation({
    input: Said.and(Subject),
    right: commenting,
    refusals: NOT_OWN,
    run: (act, said) => telling(act, editComment(act.tx, saidBy(act, said))),
  }),

  'comment.delete': operation({
    input: OfComment.and(Subject),
    right: commenting,
    refusals: NOT_OWN,
    run: (act, { commentId }) => telling(act, deleteComment(act.tx, { ...changeOf(act), commentId })),
  }),

  'comment.restore': operation({
    input: OfComment.and(Subject),
    right: commenting,
    refusals: NOT_OWN,
    run: (act, { commentId }) => telling(act, restoreComment(act.tx, { ...changeOf(act), commentId })),
  }),

  'discussion.resolve': operation({
    input: OfThread.and(Subject),
    right: commenting,
    refusals: NOT_RESOLVED,
    run: (act, { threadId }) => telling(act, resolveThread(act.tx, { ...changeOf(act), threadId })),
  }),

  'discussion.reopen': operation({
    input: OfThread.and(Subject),
    right: commenting,
    refusals: NOT_RESOLVED,
    run: (act, { threadId }) => telling(act, reopenThread(act.tx, { ...changeOf(act), threadId })),
  }),

  /** Notes that somebody has read them, which nobody hears of. */
  'discussion.read': operation({
    input: z.object({ threadIds: z.array(Id).max(1_000) }).and(Subject),
    right: reading,
    refusals: {},
    run: async (act, { threadIds }) =>
      ok(await markRead(act.tx, { ...changeOf(act), userId: act.by, threadIds })),
  }),
};

function saidBy(act: Act & OnSubject, { commentId, body, mentions }: z.output<typeof Said>) {
  return { ...changeOf(act), commentId, body, mentions };
}

async function telling<E extends string>(
  act: Act & OnSubject,
  saying: Promise<Result<void, E>>,
): Promise<Result<void, E>> {
  const said = await saying;
  if (said.ok) tellComments(act, act.subject);
  return said;
}
