import { readAttrs } from '#shared/documents/attribute/document-attributes.ts';
import { documentBlocks } from '#shared/documents/document-blocks.fr.ts';
import type { BlockJson } from '#shared/documents/text/document-blocks.ts';
import { wordsOf } from '#shared/documents/text/inline-markup.ts';
import { entryAt } from '#shared/kernel/entry-at.ts';
import { ANCHORS } from './comment-anchors.ts';
import type { ExportSource } from './export-source.ts';
import { nameOf } from './object-name.ts';

/** A node of pandoc's own tree (`-f json`): its tag and its content. */
export interface PandocNode {
  readonly t: string;
  readonly c?: unknown;
}

export type PandocAttr = readonly [
  id: string,
  classes: readonly string[],
  pairs: readonly [string, string][],
];
export const NO_ATTR: PandocAttr = ['', [], []];

/** Text with its spaces as pandoc wants them: breaking spaces are nodes, the others stay in the words. */
export function textInlines(text: string): PandocNode[] {
  return text
    .split(/([ \t\n\r]+)/)
    .filter((part) => part !== '')
    .map((part) => (/^[ \t\n\r]/.test(part) ? { t: 'Space' } : { t: 'Str', c: part }));
}

export const strong = (inlines: readonly PandocNode[]): PandocNode => ({ t: 'Strong', c: inlines });

/** The inline content of a block; neighbours that share a mark share its node. */
export function inlinesOf(nodes: readonly BlockJson[], source: ExportSource): PandocNode[] {
  return runOf(nodes, source, 0);
}

/** From the outside in, as the editor's schema nests them. */
const MARKS: Readonly<Record<string, (inner: PandocNode[], attrs: unknown) => PandocNode | null>> = {
  link: (inner, attrs) => {
    const { href } = readAttrs('link', attrs);
    return href === null ? null : { t: 'Link', c: [NO_ATTR, inner, [href, '']] };
  },
  highlight: (inner) => ({ t: 'Span', c: [['', ['mark'], []], inner] }),
  bold: (inner) => strong(inner),
  italic: (inner) => ({ t: 'Emph', c: inner }),
  strike: (inner) => ({ t: 'Strikeout', c: inner }),
  superscript: (inner) => ({ t: 'Superscript', c: inner }),
  subscript: (inner) => ({ t: 'Subscript', c: inner }),
};
const ORDER = Object.keys(MARKS);

function marksOf({ marks = [] }: BlockJson): { name: string; attrs: unknown }[] {
  return ORDER.flatMap((name) => {
    const mark = marks.find(({ type }) => type === name);
    return mark && MARKS[name]?.([], mark.attrs) ? [{ name, attrs: mark.attrs }] : [];
  });
}

function runOf(nodes: readonly BlockJson[], source: ExportSource, depth: number): PandocNode[] {
  const written: PandocNode[] = [];
  for (let start = 0; start < nodes.length; ) {
    const first = entryAt(nodes, start);
    const mark = marksOf(first)[depth];
    let end = start + 1;
    if (mark) {
      const same = (node: BlockJson) => {
        const other = marksOf(node)[depth];
        return other?.name === mark.name && JSON.stringify(other.attrs) === JSON.stringify(mark.attrs);
      };
      while (end < nodes.length && same(entryAt(nodes, end))) end++;
      const inner = runOf(nodes.slice(start, end), source, depth + 1);
      const wrapped = MARKS[mark.name]?.(inner, mark.attrs);
      written.push(...(wrapped ? outside(wrapped, inner, mark.name) : inner));
    } else written.push(...inlineOf(first, source));
    start = end;
  }
  return written;
}

/** Spaces at the edge of a marked passage stand outside of it: Markdown has no other way to write them. */
function outside(wrapped: PandocNode, inner: readonly PandocNode[], name: string): PandocNode[] {
  const first = inner.findIndex(({ t }) => t !== 'Space');
  if (first < 0) return [...inner];
  const last = inner.findLastIndex(({ t }) => t !== 'Space');
  if (first === 0 && last === inner.length - 1) return [wrapped];
  const core = inner.slice(first, last + 1);
  const attrs = name === 'link' ? (wrapped.c as unknown[])[2] : null;
  const again =
    name === 'link'
      ? { t: 'Link', c: [NO_ATTR, core, attrs] }
      : (MARKS[name]?.([...core], {}) ?? { t: 'Span', c: [NO_ATTR, core] });
  return [...inner.slice(0, first), again, ...inner.slice(last + 1)];
}

function inlineOf(node: BlockJson, source: ExportSource): PandocNode[] {
  switch (node.type) {
    case 'text':
      return node.marks?.some(({ type }) => type === 'code')
        ? [{ t: 'Code', c: [NO_ATTR, node.text ?? ''] }]
        : textInlines(node.text ?? '');
    case 'hardBreak':
      return [{ t: 'LineBreak' }];
    case 'footnote': {
      const note = inlinesOf(node.content ?? [], source);
      return note.length > 0 ? [{ t: 'Note', c: [{ t: 'Para', c: note }] }] : [];
    }
    case 'inlineMath': {
      const { latex } = readAttrs('inlineMath', node.attrs);
      return latex === '' ? [] : [{ t: 'Math', c: [{ t: 'InlineMath' }, latex] }];
    }
    case 'mention': {
      const { label } = readAttrs('mention', node.attrs);
      const name = nameOf(node, source)?.name ?? label;
      return textInlines(name === null ? documentBlocks.mentionUnknown : documentBlocks.mention(name));
    }
    case 'reference': {
      const named = nameOf(node, source);
      if (!named) return textInlines(documentBlocks.hidden);
      const words = textInlines(named.name);
      return named.href === null
        ? words
        : [{ t: 'Link', c: [NO_ATTR, words, [source.origin + named.href, '']] }];
    }
    case 'date':
      return textInlines(wordsOf(readAttrs('date', node.attrs).day));
    case 'status':
      return [strong(textInlines(documentBlocks.states[readAttrs('status', node.attrs).state]))];
    case ANCHORS.start:
    case ANCHORS.end:
      return [{ t: node.type, c: node.attrs?.thread }];
    default:
      return inlinesOf(node.content ?? [], source);
  }
}
