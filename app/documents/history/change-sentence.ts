import { history as words } from '#shared/documents/history/history.fr.ts';
import type { AuthoredChange } from './comparison-data.ts';

/** A change in one line: « Remplacé : deux → trois ». */
export function changeSentence({ kind, before, after }: AuthoredChange): string {
  const what = kind === 'reset' ? words.compare.style(before, after) : textOf(before, after);
  return what === null ? words.compare.kinds[kind] : words.compare.change(words.compare.kinds[kind], what);
}

function textOf(before: string, after: string): string {
  if (before && after && before !== after) return words.compare.became(before, after);
  return after || before || words.compare.without;
}
