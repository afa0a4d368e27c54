import type { Loss } from '#shared/documents/conversion/conversion.ts';
import { plainText } from '../../../../kernel/file/xml-text.ts';
import type { XmlElement } from './xml-tree.ts';

/** Stands in a word where the file has something that may or may not part it. */
export const JOINT = '\u0001';

/** Where words of a file stand, named as what the report calls the lost ones; whoever comes first has a word that is there once. */
export const PLACES = [
  'words',
  'contents',
  'headers',
  'comments',
  'forms',
  'charts',
  'formulas',
  'changes',
] as const satisfies readonly Loss[];
export type Place = (typeof PLACES)[number];

/** What is written in a file, read without the conversion. */
export class SourceText {
  readonly #texts = new Map<Place, string[]>();

  add(place: Place, text: string): void {
    const texts = this.#texts.get(place);
    if (texts) texts.push(text);
    else this.#texts.set(place, [text]);
  }

  of(place: Place): string {
    return (this.#texts.get(place) ?? []).join('\n');
  }

  /** How many texts stand in this place. */
  count(place: Place): number {
    return this.#texts.get(place)?.length ?? 0;
  }
}

/**
 * What an element is to who reads: a line of its own, a line that the next one goes on, a part of one that may begin and end a word,
 * what parts two words, what may part them, nothing, or a text that stands aside, in a place of its own or in that of its surroundings. Without a role it is part of its line.
 */
export type Role =
  | 'line'
  | 'merged'
  | 'part'
  | 'break'
  | 'joint'
  | 'nothing'
  | { readonly aside: Place | null }
  | undefined;

/** How a kind of file is read. */
export interface XmlReading {
  readonly roleOf: (element: XmlElement, parent: XmlElement) => Role;
  /** What an element says in its attributes. */
  readonly saidBy: (element: XmlElement) => string;
  /** Elements that hold text; null where all do. */
  readonly written: ReadonlySet<string> | null;
}

/** The text of an element, into the place where it stands and the places of what stands aside. */
export function readXml(
  element: XmlElement,
  { source, place, reading }: { source: SourceText; place: Place; reading: XmlReading },
): void {
  const { roleOf, saidBy, written } = reading;
  /** What stands outside the text stays together: a box in a comment is part of the comment. */
  const placeOf = (aside: Place | null, around: Place) => (around === 'words' ? (aside ?? around) : around);
  const asideOf = (child: XmlElement, at: Place) => {
    const line: string[] = [];
    walk(child, line, at);
    source.add(at, line.join(''));
  };
  const walk = (parent: XmlElement, line: string[], at: Place): void => {
    for (const child of parent.children) {
      if (typeof child === 'string') {
        if (!written || written.has(parent.name)) line.push(plainText(child));
        continue;
      }
      const said = saidBy(child);
      if (said !== '') source.add(at, said);
      const role = roleOf(child, parent);
      if (role === 'nothing') continue;
      if (role === 'break') line.push('\n');
      else if (role === 'joint') line.push(JOINT);
      else if (role === 'part') {
        line.push(JOINT);
        walk(child, line, at);
        line.push(JOINT);
      } else if (role === 'line' || role === 'merged') {
        if (line.at(-1) !== JOINT) line.push('\n');
        walk(child, line, at);
        line.push(role === 'line' ? '\n' : JOINT);
      } else if (role && role.aside !== at) {
        line.push(JOINT);
        asideOf(child, placeOf(role.aside, at));
      } else walk(child, line, at);
    }
  };
  asideOf(element, place);
}

/**
 * What an element says to who reads it, as its words are counted: what stands apart in it is on lines of its own. Texts that were
 * taken out are not said; a break is one of the line where `blanks` does not give what it stands for.
 */
export function saidIn(
  element: XmlElement,
  { roleOf, written }: XmlReading,
  blanks: Readonly<Record<string, string>>,
): string {
  const said = (parent: XmlElement): string =>
    parent.children
      .map((child) => {
        if (typeof child === 'string') return !written || written.has(parent.name) ? plainText(child) : '';
        const role = roleOf(child, parent);
        if (role === 'nothing' || (typeof role === 'object' && role.aside === 'changes')) return '';
        if (role === 'break') return blanks[child.name] ?? '\n';
        const isApart = role === 'line' || role === 'merged' || typeof role === 'object';
        return isApart ? `\n${said(child)}\n` : said(child);
      })
      .join('');
  return said(element)
    .replace(/\n{2,}/g, '\n')
    .replace(/^\n|\n$/g, '');
}
