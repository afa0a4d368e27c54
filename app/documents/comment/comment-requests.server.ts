import { z } from 'zod';
import { listThreads, type Thread } from '#db/documents/comment/comment-threads.ts';
import type { DocumentForMember } from '#db/documents/documents.ts';
import type { Services } from '#server/services.ts';
import { CONTEXT_MAX, QUOTE_MAX } from '#shared/documents/comment/passage.ts';
import {
  type CommentRequest,
  readPassage,
  type ThreadJson,
  writePassage,
} from '#shared/documents/comment/thread-wire.ts';
import {
  answerDiscussion,
  type Done,
  discussionJson,
  discussionRequests,
  Id,
  isOfDiscussion,
  Said,
  Text,
  wordsOf,
} from '../../realtime/comment/discussion-requests.server.ts';

const Passage = z.object({
  start: z.string().max(200),
  end: z.string().max(200),
  quote: z.string().max(QUOTE_MAX),
  before: z.string().max(CONTEXT_MAX),
  after: z.string().max(CONTEXT_MAX),
});

/** What pages may ask; anything else is answered 400. */
export const CommentRequestShape: z.ZodType<CommentRequest> = z.union([
  Said.extend({ intent: z.literal('start'), threadId: Id, passage: Passage }),
  z.object({
    intent: z.literal('suggest'),
    threadId: Id,
    passage: Passage,
    original: Text,
    proposed: Text,
    note: Said.nullable(),
  }),
  ...discussionRequests,
  z.object({ intent: z.enum(['accept', 'refuse', 'withdraw', 'openAgain']), threadId: Id }),
]);

type Live = Pick<Services, 'db' | 'operations' | 'suggestions'>;

/** Does what was asked, in the name of `by`, if their role allows it. Nothing that is refused changes anything. */
export async function answerRequest(
  services: Live,
  { document, by }: { document: DocumentForMember; by: string },
  asked: CommentRequest,
): Promise<Done> {
  const { operations, suggestions } = services;
  const [asker, documentId] = [{ userId: by }, document.id];
  if (isOfDiscussion(asked)) return answerDiscussion(services, asker, { documentId }, asked);
  switch (asked.intent) {
    case 'start': {
      const said = { ...wordsOf(asked), threadId: asked.threadId, documentId };
      return operations.run('comment.start', asker, { ...said, passage: readPassage(asked.passage) });
    }
    case 'suggest': {
      const { intent: _, note, ...proposed } = asked;
      return operations.run('suggestion.propose', asker, {
        ...proposed,
        documentId,
        passage: readPassage(asked.passage),
        note: note && wordsOf(note),
      });
    }
    case 'accept':
      return suggestions.accept(asker, { documentId, threadId: asked.threadId });
    case 'openAgain':
      return suggestions.reopen(asker, { documentId, threadId: asked.threadId });
    case 'withdraw':
      return operations.run('suggestion.withdraw', asker, { documentId, threadId: asked.threadId });
    case 'refuse':
      return operations.run('suggestion.refuse', asker, { documentId, threadId: asked.threadId });
  }
}

/** The threads of a document as a page receives them. */
export async function threadsFor(
  { db }: Pick<Live, 'db'>,
  { document, by }: { document: DocumentForMember; by: string },
): Promise<ThreadJson[]> {
  const threads = await listThreads(db, {
    documentId: document.id,
    groupId: document.group.id,
    userId: by,
  });
  return threads.map(asJson);
}

function asJson({ passage, suggestion, ...discussion }: Thread): ThreadJson {
  return {
    ...discussionJson(discussion),
    passage: writePassage(passage),
    suggestion: suggestion && { ...suggestion, decidedAt: suggestion.decidedAt?.toISOString() ?? null },
  };
}
