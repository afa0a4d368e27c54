import type { CommentRequest, ThreadJson } from '#shared/documents/comment/thread-wire.ts';
import type { CommentStore } from '../../realtime/comment/comment-store.ts';
import type { DiscussionWorld } from '../../realtime/comment/discussion-world.ts';

/** What every card of a thread needs of the panel it stands in. */
export interface ThreadWorld extends DiscussionWorld {
  readonly store: CommentStore<ThreadJson, CommentRequest>;
  readonly act: (
    request: CommentRequest,
    done: { readonly said: string; readonly undo?: CommentRequest },
  ) => Promise<boolean>;
  readonly goTo: (threadId: string) => void;
}
