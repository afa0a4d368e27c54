import type { PersonBadge } from '#shared/people/organisation/organisation.ts';
import type { SuggestionState } from './comment.ts';
import type { Passage } from './passage.ts';

/** A passage as JSON: its positions in base64. */
export interface PassageJson {
  readonly start: string;
  readonly end: string;
  readonly quote: string;
  readonly before: string;
  readonly after: string;
}

/** Who said something, as the file that it came in tells it; `by` is empty when it does not. */
export interface ToldBy {
  readonly by: string;
  readonly from: string;
}

/** A discussion as pages receive it: instants as ISO texts. */
export interface DiscussionJson {
  readonly id: string;
  readonly author: PersonBadge | null;
  readonly told: ToldBy | null;
  readonly createdAt: string;
  readonly resolved: { readonly at: string; readonly by: PersonBadge | null } | null;
  readonly comments: readonly CommentJson[];
  readonly isUnread: boolean;
}

/** The discussion of a passage of a document. */
export interface ThreadJson extends DiscussionJson {
  readonly passage: PassageJson;
  readonly suggestion: {
    readonly original: string;
    readonly proposed: string;
    readonly state: SuggestionState;
    readonly decidedAt: string | null;
    readonly decidedBy: PersonBadge | null;
    readonly isApplied: boolean;
  } | null;
}

export interface CommentJson {
  readonly id: string;
  readonly author: PersonBadge | null;
  readonly told: ToldBy | null;
  readonly body: string;
  readonly createdAt: string;
  readonly editedAt: string | null;
  readonly isDeleted: boolean;
  readonly mentions: readonly PersonBadge[];
}

/** What a page asks of a discussion, whatever it is about. Ids of new things are the page's: asked twice, they are made once. */
export type DiscussionRequest =
  | ({ readonly intent: 'reply'; readonly threadId: string } & Said)
  | ({ readonly intent: 'edit' } & Said)
  | { readonly intent: 'delete' | 'restore'; readonly commentId: string }
  | { readonly intent: 'resolve' | 'reopen'; readonly threadId: string }
  | { readonly intent: 'read'; readonly threadIds: readonly string[] };

/** What a page asks of the comments of its document. */
export type CommentRequest =
  | DiscussionRequest
  | ({ readonly intent: 'start'; readonly threadId: string; readonly passage: PassageJson } & Said)
  | {
      readonly intent: 'suggest';
      readonly threadId: string;
      readonly passage: PassageJson;
      readonly original: string;
      readonly proposed: string;
      readonly note: Said | null;
    }
  | { readonly intent: SuggestionIntent; readonly threadId: string };

/** What is decided on a suggestion. */
export type SuggestionIntent = 'accept' | 'refuse' | 'withdraw' | 'openAgain';

/** What a page asks of the comments of a card. */
export type CardCommentRequest =
  | DiscussionRequest
  | ({ readonly intent: 'start'; readonly threadId: string } & Said);

export interface Said {
  readonly commentId: string;
  readonly body: string;
  readonly mentions: readonly string[];
}

/** What it is answered: the threads as they are now, and why it was refused when it was. */
export interface CommentAnswer<T extends DiscussionJson = DiscussionJson> {
  readonly threads: readonly T[];
  readonly error?: string;
}

export function writePassage({ start, end, ...words }: Passage): PassageJson {
  return { start: toBase64(start), end: toBase64(end), ...words };
}

/** Positions that are no base64 become empty ones, which are found nowhere and stored nowhere. */
export function readPassage({ start, end, quote, before, after }: PassageJson): Passage {
  return { start: fromBase64(start), end: fromBase64(end), quote, before, after };
}

function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

function fromBase64(text: string): Uint8Array {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    return new Uint8Array(0);
  }
}
