import { canInDocument } from '#shared/documents/document-access.ts';
import type { SuggestionError } from '#shared/errors.ts';
import type { RoomAccess } from '#shared/kernel/access/access.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { storable } from '#shared/kernel/storable.ts';

/** Longest comment, and longest suggestion, in characters. */
export const COMMENT_MAX = 5_000;
export const SUGGESTION_MAX = 5_000;

export const SUGGESTION_STATES = ['open', 'accepted', 'refused', 'withdrawn'] as const;
export type SuggestionState = (typeof SUGGESTION_STATES)[number];

/** [CM1] A comment is 1 to 5,000 characters, spaces around it left out. */
export function parseComment(text: string): Result<string, 'comment.empty' | 'comment.tooLong'> {
  const body = normal(text).trim();
  if (body === '') return fail('comment.empty');
  return body.length > COMMENT_MAX ? fail('comment.tooLong') : ok(body);
}

/** [SG1] What is proposed differs from what is there; neither has more than 5,000 characters. */
export function parseSuggestion(input: {
  readonly original: string;
  readonly proposed: string;
}): Result<{ original: string; proposed: string }, SuggestionError> {
  const [original, proposed] = [normal(input.original), normal(input.proposed)];
  if (original === proposed) return fail('suggestion.same');
  if (Math.max(original.length, proposed.length) > SUGGESTION_MAX) return fail('suggestion.tooLong');
  return ok({ original, proposed });
}

function normal(text: string): string {
  return storable(text.replaceAll(/\r\n?/g, '\n'));
}

/** Somebody who acts on a thread: who, with which right in its document. */
export interface Actor {
  readonly by: string;
  readonly access: RoomAccess;
}

/** [CM4] A thread is resolved and reopened by whoever began it and by those who write the document. */
export function mayResolve({ by, access }: Actor, thread: { readonly authorId: string | null }): boolean {
  if (canInDocument({ access }, 'document.resolve')) return true;
  return canInDocument({ access }, 'document.comment') && thread.authorId === by;
}

/** What is told to who decides on a suggestion that has been decided. */
export function alreadyDecided(state: SuggestionState): (typeof ALREADY)[SuggestionState] {
  return ALREADY[state];
}

const ALREADY = {
  open: 'suggestion.alreadyOpen',
  accepted: 'suggestion.alreadyAccepted',
  refused: 'suggestion.alreadyRefused',
  withdrawn: 'suggestion.alreadyWithdrawn',
} as const satisfies Record<SuggestionState, SuggestionError>;
