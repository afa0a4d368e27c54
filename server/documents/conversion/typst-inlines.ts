import { readAttrs } from '#shared/documents/attribute/document-attributes.ts';
import { documentBlocks } from '#shared/documents/document-blocks.fr.ts';
import type { BlockJson } from '#shared/documents/text/document-blocks.ts';
import { wordsOf } from '#shared/documents/text/inline-markup.ts';
import { entryAt } from '#shared/kernel/entry-at.ts';
import type { ExportSource } from './export-source.ts';
import { nameOf } from './object-name.ts';
import { typstString, typstText } from './typst-text.ts';

/** What the writing of a PDF knows beside its source. */
export interface TypstWriting {
  readonly source: ExportSource;
  /** The name under which Typst finds an image; null when there is none. */
  readonly imageName: (src: string) => string | null;
  /** TeX as Typst’s own mathematics; null when it is no TeX. */
  readonly formula: (latex: string, isBlock: boolean) => string | null;
}

type Wrap = (inner: string, attrs: unknown) => string;

/** From the outside in, as the editor's schema nests them. */
const MARKS: Readonly<Record<string, Wrap>> = {
  link: (inner, attrs) => {
    const { href } = readAttrs('link', attrs);
    return href === null ? inner : `#link(${typstString(href)})[${inner}];`;
  },
  highlight: (inner, attrs) => `#marked(${typstString(readAttrs('highlight', attrs).kind)})[${inner}];`,
  bold: (inner) => `#strong[${inner}];`,
  italic: (inner) => `#emph[${inner}];`,
  strike: (inner) => `#strike[${inner}];`,
  superscript: (inner) => `#super[${inner}];`,
  subscript: (inner) => `#sub[${inner}];`,
};
const ORDER = Object.keys(MARKS);

/** The inline content of a block as Typst markup; neighbours that share a mark share its element. */
export function typstInlines(nodes: readonly BlockJson[], writing: TypstWriting, depth = 0): string {
  const parts: string[] = [];
  for (let start = 0; start < nodes.length; ) {
    const first = entryAt(nodes, start);
    const mark = marksOf(first)[depth];
    let end = start + 1;
    if (mark) {
      const key = JSON.stringify(mark);
      while (end < nodes.length && JSON.stringify(marksOf(entryAt(nodes, end))[depth]) === key) end++;
      const inner = typstInlines(nodes.slice(start, end), writing, depth + 1);
      parts.push(MARKS[mark.type]?.(inner, mark.attrs) ?? inner);
    } else parts.push(inlineOf(first, writing));
    start = end;
  }
  return parts.join('');
}

function marksOf({ marks = [] }: BlockJson): { type: string; attrs: unknown }[] {
  return ORDER.flatMap((name) => {
    const mark = marks.find(({ type }) => type === name);
    return mark ? [{ type: name, attrs: mark.attrs }] : [];
  });
}

function inlineOf(node: BlockJson, writing: TypstWriting): string {
  const { source } = writing;
  switch (node.type) {
    case 'text':
      return node.marks?.some(({ type }) => type === 'code')
        ? `#raw(${typstString(node.text ?? '')});`
        : typstText(node.text ?? '');
    case 'hardBreak':
      return '#linebreak();';
    case 'footnote': {
      const note = typstInlines(node.content ?? [], writing);
      return note === '' ? '' : `#footnote[${note}];`;
    }
    case 'inlineMath':
      return typstFormula(readAttrs('inlineMath', node.attrs).latex, false, writing);
    case 'mention': {
      const { label } = readAttrs('mention', node.attrs);
      const name = nameOf(node, source)?.name ?? label;
      return `#strong[${typstText(name === null ? documentBlocks.mentionUnknown : documentBlocks.mention(name))}];`;
    }
    case 'reference': {
      const named = nameOf(node, source);
      if (!named) return typstText(documentBlocks.hidden);
      const words = typstText(named.name);
      return named.href === null ? words : `#link(${typstString(source.origin + named.href)})[${words}];`;
    }
    case 'date':
      return typstText(wordsOf(readAttrs('date', node.attrs).day));
    case 'status': {
      const { state } = readAttrs('status', node.attrs);
      return `#chip[${typstText(documentBlocks.states[state])}];`;
    }
    default:
      return typstInlines(node.content ?? [], writing);
  }
}

/** A formula, with its source as what is read aloud; what is no TeX shows its source. */
export function typstFormula(latex: string, isBlock: boolean, { formula }: TypstWriting): string {
  if (latex === '') return '';
  const math = formula(latex, isBlock);
  if (math === null) return `#raw(${typstString(latex)});`;
  return `#math.equation(block: ${isBlock}, alt: ${typstString(latex)}, ${math});`;
}
