import { comment as words } from '#shared/documents/comment/comment.fr.ts';
import type { DiscussionJson } from '#shared/documents/comment/thread-wire.ts';
import { refusalWords } from './refusal-words.ts';

/** [CM4] Why something was refused; when somebody else was faster, who it was. `thread` is as the server has it now. */
export function settledWords(code: string, thread: DiscussionJson | undefined): string {
  if (code === 'comment.alreadyResolved' && thread?.resolved)
    return words.alreadyResolvedBy(thread.resolved.by?.name ?? words.formerMember);
  return refusalWords(code);
}
