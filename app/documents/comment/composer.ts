import { uuidv4 } from 'lib0/random';
import type { Passage } from '#shared/documents/comment/passage.ts';
import { type PassageJson, readPassage, writePassage } from '#shared/documents/comment/thread-wire.ts';
import { type Draft, readCommentDraft } from '../../realtime/comment/comment-drafts.ts';
import type { Chosen } from './text-surface.ts';

/** Something new that is being said about a passage. */
export interface Composing {
  readonly kind: 'comment' | 'suggestion';
  readonly passage: Passage;
  readonly json: PassageJson;
  readonly original: string;
  /** What the field of a suggestion begins with. */
  readonly proposed: string;
  /** Made once: sent twice, the same thing is stored once. */
  readonly threadId: string;
  readonly commentId: string;
}

/** Begins a comment or a suggestion on what is chosen; `typed` replaces it from the start. */
export function compose(
  kind: Composing['kind'],
  { passage, text }: Pick<Chosen, 'passage' | 'text'>,
  typed: string | null,
): Composing {
  return begin(kind, passage, text, typed ?? text);
}

/** What was begun here and not sent, or null. */
export function resume(draftKey: string): Composing | null {
  const draft = readCommentDraft(draftKey);
  if (!draft?.passage) return null;
  const { passage, original, proposed } = draft;
  const isSuggestion = typeof original === 'string' && typeof proposed === 'string';
  return begin(isSuggestion ? 'suggestion' : 'comment', readPassage(passage), original ?? '', proposed ?? '');
}

/** What the draft of it says beside the words. */
export function draftOf({ kind, json, original, proposed }: Composing): Omit<Draft, 'body'> {
  return kind === 'suggestion' ? { passage: json, original, proposed } : { passage: json };
}

function begin(kind: Composing['kind'], passage: Passage, original: string, proposed: string): Composing {
  const [threadId, commentId] = [uuidv4(), uuidv4()];
  return { kind, passage, json: writePassage(passage), original, proposed, threadId, commentId };
}
