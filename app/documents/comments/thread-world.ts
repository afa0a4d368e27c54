import type { RoomAccess } from '#shared/access.ts';
import type { CommentRequest } from '#shared/document/thread-wire.ts';
import type { CommentStore } from './comment-store.ts';

/** What every card of a thread needs of the panel it stands in. */
export interface ThreadWorld {
  readonly me: { readonly id: string };
  readonly access: RoomAccess;
  readonly now: Date;
  readonly store: CommentStore;
  readonly draftKey: (what: string) => string;
  /** Asks the server, then says what was done with the way to undo it, or why not. Answers whether it was done. */
  readonly act: (
    request: CommentRequest,
    done: { readonly said: string; readonly undo?: CommentRequest },
  ) => Promise<boolean>;
  /** Makes a thread the current one. */
  readonly select: (threadId: string) => void;
  readonly goTo: (threadId: string) => void;
  readonly copyLink: (threadId: string) => void;
}
