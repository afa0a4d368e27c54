import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { type HtmlElement, textOf } from '../html-node.ts';
import { JOINT, SourceText } from './source-text.ts';

/** [X18] What is written in Markdown: its plain text, without the signs, the addresses and the tags, which say nothing by themselves. */
export function markdownText(text: string): SourceText {
  const source = new SourceText();
  const seen = [
    [/<!--/g, /-->/g],
    [/<script\b/gi, /<\/script>/gi],
    [/<style\b/gi, /<\/style>/gi],
  ].reduce((rest, [from, to]) => without(rest, from as RegExp, to as RegExp), text.replaceAll('\r\n', '\n'));
  source.add('words', linesOf(seen).join('\n'));
  return source;
}

/** A text without its parts from one sign to another; looked through once. */
function without(text: string, from: RegExp, to: RegExp): string {
  let kept = '';
  let at = 0;
  for (;;) {
    from.lastIndex = at;
    const start = from.exec(text);
    to.lastIndex = start?.index ?? 0;
    const end = start && to.exec(text);
    if (!start || !end) return kept + text.slice(at);
    kept += text.slice(at, start.index);
    at = end.index + end[0].length;
  }
}

function linesOf(text: string): string[] {
  const lines = text.split('\n');
  const facts = /^---\s*$/.test(lines[0] ?? '') ? lines.findIndex(isEndOfFacts) : -1;
  let fence = '';
  return lines.map((line, index) => {
    if (index <= facts) return line.replace(/^\s*(?:-\s+)?[\w-]+:(?=\s|$)/, '');
    const sign = /^[\s>]*(?:(?:[-*+]|\d+[.)])\s+)*(`{3,}|~{3,})/.exec(line)?.[1] ?? '';
    if (fence !== '') {
      if (sign.startsWith(fence)) fence = '';
      return line;
    }
    fence = sign;
    return sign === '' ? written(line) : '';
  });
}

const isEndOfFacts = (line: string, index: number) => index > 0 && /^(?:---|\.\.\.)\s*$/.test(line);

/** Signs in the middle of a word, with the tags among them: together they are one place where it may be parted. */
const SIGNS_IN_WORD = new RegExp(
  `(?<=[\\p{L}\\p{M}\\p{N}])[*_~\`\\\\[\\]${JOINT}]+(?=[\\p{L}\\p{M}\\p{N}])`,
  'gu',
);

/** A line without what is Markdown or HTML in it. What stood in the middle of a word may part it or not. */
function written(line: string): string {
  return line
    .replace(/^[\s>]*\[(?!\^)[^\]]+\]:\s.*$/, '')
    .replace(/^((?:\s|>|[-*+]\s)*)\d{1,9}[.)](?=\s|$)/, '$1')
    .replace(/^((?:\s|>)*(?:[-*+]|\d{1,9}[.)])?\s+)\[[xX]\](?=\s)/, '$1')
    .replace(/\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]/gi, ' ')
    .replace(/\[\^[^\]\s]+\]:?/g, JOINT)
    .replace(/\]\(\s*<?[^\s()<>]*(?:\([^\s()]*\)[^\s()<>]*)*>?(\s+"[^"]*"|\s+'[^']*')?\s*\)/g, `${JOINT}$1`)
    .replace(/\]\[[^\]]*\]/g, ']')
    .replace(/<\/?[a-z][\w-]*(?:\s[^<>]*)?\/?>/gi, described)
    .replace(/&(?:[a-z][a-z\d]{1,30}|#\d{1,7}|#x[\da-f]{1,6});/gi, characterOf)
    .replace(SIGNS_IN_WORD, JOINT);
}

/** What a tag says of an image. */
function described(tag: string): string {
  const said = /^<img\b/i.test(tag) ? /\salt\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(tag) : null;
  return said ? ` ${said[1] ?? said[2] ?? ''} ` : JOINT;
}

const characters = new Map<string, string>();

/** A character that is written by its name. */
function characterOf(name: string): string {
  const known = characters.get(name);
  if (known !== undefined) return known;
  const tree = unified().use(rehypeParse, { fragment: true }).parse(name) as unknown as HtmlElement;
  const character = textOf(tree);
  // Names are few; numbers are as many as somebody wants.
  if (characters.size < 1_000) characters.set(name, character);
  return character;
}
