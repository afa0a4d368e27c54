import type { DiscussionRequest } from '#shared/documents/comment/thread-wire.ts';
import type { RoomAccess } from '#shared/kernel/access/access.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { PersonBadge } from '#shared/people/organisation/organisation.ts';

/** What a discussion needs of the page that it stands on, whatever it is about. */
export interface DiscussionWorld {
  readonly me: { readonly id: string };
  readonly access: RoomAccess;
  readonly now: Date;
  readonly store: {
    readonly send: (request: DiscussionRequest) => Promise<Result<void, string>>;
    readonly people: () => Promise<readonly PersonBadge[]>;
  };
  readonly draftKey: (what: string) => string;
  /** Asks the server, then says what was done with the way to undo it, or why not. Answers whether it was done. */
  readonly act: (
    request: DiscussionRequest,
    done: { readonly said: string; readonly undo?: DiscussionRequest },
  ) => Promise<boolean>;
  /** Makes a thread the current one. */
  readonly select: (threadId: string) => void;
  readonly copyLink: (threadId: string) => void;
}
