import { z } from 'zod';
import { listThreads, type Thread } from '#db/documents/comment/comment-threads.ts';
import { startThread } from '#db/documents/comment/comments.ts';
import {
  proposeSuggestion,
  refuseSuggestion,
  withdrawSuggestion,
} from '#db/documents/comment/suggestions.ts';
import type { DocumentForMember } from '#db/documents/documents.ts';
import type { Services } from '#server/services.ts';
import { CONTEXT_MAX, QUOTE_MAX } from '#shared/documents/comment/passage.ts';
import {
  type CommentRequest,
  readPassage,
  type ThreadJson,
  writePassage,
} from '#shared/documents/comment/thread-wire.ts';
import { canInDocument } from '#shared/documents/document-access.ts';
import type { DomainError } from '#shared/errors.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import {
  answerDiscussion,
  discussionJson,
  discussionRequests,
  Id,
  isOfDiscussion,
  Said,
  Text,
} from '../../realtime/comment/discussion-requests.server.ts';
import { acceptIntoText, reopenInText } from './decide-suggestion.server.ts';

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

type Live = Pick<Services, 'db' | 'rooms' | 'now' | 'newId'>;

/** Does what was asked, in the name of `by`, if their role allows it. Nothing that is refused changes anything. */
export async function answerRequest(
  services: Live,
  { document, by }: { document: DocumentForMember; by: string },
  asked: CommentRequest,
): Promise<Result<void, DomainError>> {
  const { db, now, newId } = services;
  const { access } = document;
  const change = { documentId: document.id, groupId: document.group.id, by, access, now: now() };
  if (isOfDiscussion(asked)) return answerDiscussion(services, change, asked);
  if (!canInDocument(document, asked.intent === 'suggest' ? 'document.suggest' : 'document.comment'))
    return fail('access.forbidden');
  switch (asked.intent) {
    case 'start':
      return startThread(db, {
        ...change,
        ...asked,
        passage: readPassage(asked.passage),
        activityId: newId(),
      });
    case 'suggest':
      return proposeSuggestion(db, {
        ...change,
        ...asked,
        passage: readPassage(asked.passage),
        activityId: newId(),
      });
    default:
      return decide(services, { ...change, threadId: asked.threadId, activityId: newId() }, asked.intent);
  }
}

async function decide(
  services: Live,
  change: Parameters<typeof acceptIntoText>[1],
  intent: 'accept' | 'refuse' | 'withdraw' | 'openAgain',
): Promise<Result<void, DomainError>> {
  switch (intent) {
    case 'accept':
      return acceptIntoText(services, change);
    case 'openAgain':
      return reopenInText(services, change);
    case 'withdraw':
      return withdrawSuggestion(services.db, change);
    case 'refuse': {
      const refused = await refuseSuggestion(services.db, change);
      return refused.ok ? ok() : refused;
    }
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
