// Lengths are bounded: a pasted text may be anything, and is judged at once.
/** Each of these alone says that a text was written in Markdown: no French sentence has them. */
const SIGNS: readonly RegExp[] = [
  /^ {0,3}#{1,6} \S/m,
  /^ {0,3}(?:```|~~~)/m,
  // The line under the head of a table.
  /^ {0,3}\|?(?: *:?-{3,}:? *\|)+(?: *:?-{3,}:? *)?$/m,
  /(?<![\w*])\*\*(?=\S)[^*\n]{0,300}[^*\s]\*\*(?![\w*])/,
  /\[[^\]\n]{1,300}\]\((?:https?:\/\/|mailto:)[^\s)]{1,2000}\)/,
  /^ {0,3}[-*+] \[[ xX]\] \S/m,
];
/** A line that begins with a dash may be a line of a dialogue or an addition: two of them in a row are a list. */
const LIST = /^ {0,3}(?:[-*+]|\d{1,3}[.)]) +\S.*\n+ {0,3}(?:[-*+]|\d{1,3}[.)]) +\S/m;

/** [D35] Whether a plain text is clearly Markdown. Longer than a document may be, it is taken as it is. */
export function looksLikeMarkdown(text: string): boolean {
  return text.length <= 500_000 && (LIST.test(text) || SIGNS.some((sign) => sign.test(text)));
}
