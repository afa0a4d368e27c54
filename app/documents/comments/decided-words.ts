import type { ThreadJson } from '#shared/document/thread-wire.ts';
import { comment as words } from '#shared/messages/fr/comment.ts';
import { settledWords } from '../../realtime/comments/settled-words.ts';

/** [CM4] [SG2] Why something was refused; when somebody else was faster, who it was. `thread` is as the server has it now. */
export function decidedWords(code: string, thread: ThreadJson | undefined): string {
  if (code.startsWith('suggestion.already') && thread?.suggestion) {
    const { state, decidedBy } = thread.suggestion;
    return words.alreadyDecidedBy[state](decidedBy?.name ?? words.formerMember);
  }
  return settledWords(code, thread);
}
