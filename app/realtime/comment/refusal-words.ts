import { comment as words } from '#shared/documents/comment/comment.fr.ts';
import { access } from '#shared/kernel/access/access.fr.ts';

const SENTENCES: Readonly<Record<string, string>> = {
  ...access.errors,
  ...words.errors,
  ...words.suggestionErrors,
  unreachable: words.notSent,
};

/** The sentence for a code of the server; for one that this page does not know, that it was not sent. */
export function refusalWords(code: string): string {
  return SENTENCES[code] ?? words.notSent;
}
