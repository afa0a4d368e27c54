import { z } from 'zod';
import type { CardCommentRequest } from '#shared/documents/comment/thread-wire.ts';
import { discussionRequests, Id, Said } from '../../realtime/comment/discussion-requests.server.ts';

/** What the page of a card may ask; anything else is answered 400. */
export const CardCommentShape: z.ZodType<CardCommentRequest> = z.union([
  Said.extend({ intent: z.literal('start'), threadId: Id }),
  ...discussionRequests,
]);
