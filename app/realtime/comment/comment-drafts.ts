import type { PassageJson } from '#shared/documents/comment/thread-wire.ts';
import { readDraft } from '../kept-drafts.ts';

/** What somebody began to say and did not send. */
export interface Draft {
  readonly body: string;
  /** A new thread or suggestion: its passage. */
  readonly passage?: PassageJson;
  /** A suggestion: what stands there, and what is proposed. */
  readonly original?: string;
  readonly proposed?: string;
}

/** The comment kept on this device under this name, or null. Total. */
export function readCommentDraft(key: string): Draft | null {
  const kept = readDraft(key);
  const isDraft =
    typeof kept === 'object' && kept !== null && 'body' in kept && typeof kept.body === 'string';
  return isDraft ? (kept as Draft) : null;
}
