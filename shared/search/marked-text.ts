/** A text with the places of what was looked for, for whoever draws it: never HTML. */
export interface MarkedText {
  readonly text: string;
  /** From and to, in UTF-16 units, in order and apart. */
  readonly marks: readonly (readonly [from: number, to: number])[];
}

/** What the database writes around a word that was found: characters that stand for nothing. */
export const MARK_START = '\ue000';
export const MARK_END = '\ue001';
const MARKS = /([\ue000\ue001])/;

/** [SE7] Reads the two signs around found words. Total: a sign without its other is passed over. */
export function readMarks(raw: string): MarkedText {
  let text = '';
  let from: number | null = null;
  const marks: [number, number][] = [];
  for (const part of raw.split(MARKS)) {
    if (part === MARK_START) from = text.length;
    else if (part !== MARK_END) text += part.replaceAll(/\s/gu, ' ');
    else if (from !== null) {
      if (text.length > from) marks.push([from, text.length]);
      from = null;
    }
  }
  return { text, marks };
}

/** [SE7] A piece of a longer text begins and ends at whole words, with three dots where it was cut. */
export function readExcerpt(raw: string, cut: { before: boolean; after: boolean }): MarkedText {
  const { text, marks } = readMarks(raw);
  const first = cut.before ? text.indexOf(' ') + 1 : 0;
  const last = cut.after && text.lastIndexOf(' ') > first ? text.lastIndexOf(' ') : text.length;
  const lead = cut.before ? '… ' : '';
  const shift = lead.length - first;
  return {
    text: `${lead}${text.slice(first, last)}${cut.after ? ' …' : ''}`,
    marks: marks
      .filter(([from, to]) => from >= first && to <= last)
      .map(([from, to]) => [from + shift, to + shift]),
  };
}
