import { comment as words } from '#shared/documents/comment/comment.fr.ts';
import type { ThreadJson } from '#shared/documents/comment/thread-wire.ts';
import { settledWords } from '../../realtime/comment/settled-words.ts';

/** [CM4] [SG2] Why something was refused; when somebody else was faster, who it was. `thread` is as the server has it now. */
export function decidedWords(code: string, thread: ThreadJson | undefined): string {
  if (code.startsWith('suggestion.already') && thread?.suggestion) {
    const { state, decidedBy } = thread.suggestion;
    return words.alreadyDecidedBy[state](decidedBy?.name ?? words.formerMember);
  }
  return settledWords(code, thread);
}
