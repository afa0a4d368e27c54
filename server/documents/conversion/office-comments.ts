import { conversion as words } from '#shared/documents/conversion/conversion.fr.ts';
import { escapeText } from '#shared/documents/text/document-markup.ts';
import { parisWall } from '#shared/kernel/day/paris-time.ts';
import { ANCHORS } from './comment-anchors.ts';
import type { ExportThread } from './export-source.ts';
import type { PandocNode } from './pandoc-inlines.ts';
import { linesOf } from './pandoc-threads.ts';

/** A comment of a word processor, by its number. */
export interface OfficeComment {
  /** The number of the one that it answers; null for the first of a thread. */
  readonly parent: number | null;
  readonly isDone: boolean;
}

interface Settled {
  readonly blocks: PandocNode[];
  readonly comments: readonly OfficeComment[];
  /** What has no place in the text. */
  readonly others: readonly ExportThread[];
}

/**
 * The anchors of a tree as comments of the word processor that shows them beside the text: each with its author, its day and
 * what was said, answers after what they answer. A thread of which an anchor was lost on the way is among the others.
 */
export function settleComments(
  blocks: readonly PandocNode[],
  threads: readonly ExportThread[],
  to: 'docx' | 'odt',
): Settled {
  const found = new Map<number, number>();
  replaceAnchors(blocks, (_, thread) => {
    found.set(thread, (found.get(thread) ?? 0) + 1);
    return [];
  });
  const isPlaced = (_: ExportThread, thread: number) => found.get(thread) === 2;
  const comments: OfficeComment[] = [];
  const numbers = threads.map((one, thread) => {
    if (!isPlaced(one, thread)) return [];
    const first = comments.length;
    return one.comments.map((_, index) => {
      comments.push({ parent: index === 0 ? null : first, isDone: one.isResolved });
      return first + index;
    });
  });
  const settled = replaceAnchors(blocks, (type, thread) => {
    const one = threads[thread];
    return (numbers[thread] ?? []).map((number, index) => {
      if (type === ANCHORS.end)
        return to === 'docx'
          ? endOf(number)
          : raw(`<office:annotation-end office:name="${nameOf(number)}"/>`);
      const said = one?.comments[index] as Said;
      return to === 'docx'
        ? startOf(number, said)
        : raw(annotation(number, said, one?.isResolved && index === 0));
    });
  });
  return {
    blocks: settled,
    comments,
    others: threads.filter((one, thread) => !isPlaced(one, thread)),
  };
}

type Said = ExportThread['comments'][number];

function startOf(number: number, { author, organisation, at, text }: Said): PandocNode {
  const pairs = [
    ['id', String(number)],
    ['author', words.commentBy(author, organisation)],
    ['initials', initialsOf(author)],
    ['date', `${wallOf(at)}Z`],
  ];
  return { t: 'Span', c: [['', ['comment-start'], pairs], linesOf(text)] };
}

const endOf = (number: number): PandocNode => ({
  t: 'Span',
  c: [['', ['comment-end'], [['id', String(number)]]], []],
});

/** What a clock in Paris showed: word processors show it as it is written, a zone or none behind it. */
const wallOf = (at: Date) => `${parisWall(at)}:${at.toISOString().slice(17, 19)}`;
const raw = (xml: string): PandocNode => ({ t: 'RawInline', c: ['opendocument', xml] });
const nameOf = (number: number) => `commentaire-${number + 1}`;

function annotation(number: number, { author, organisation, at, text }: Said, isDone = false): string {
  const lines = [...(isDone ? [words.resolved] : []), ...text.split('\n')];
  const said = lines.map((line) => `<text:p>${xmlText(line)}</text:p>`).join('');
  const by = xmlText(words.commentBy(author, organisation));
  return `<office:annotation office:name="${nameOf(number)}"><dc:creator>${by}</dc:creator><dc:date>${wallOf(at)}</dc:date>${said}</office:annotation>`;
}

/** Without what XML 1.0 has no way to say. */
function xmlText(text: string): string {
  return escapeText(
    text.toWellFormed().replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, ''),
  );
}

function initialsOf(name: string): string {
  const letters = name.split(/[\s-]+/).flatMap((word) => [...word].slice(0, 1));
  return letters.join('').slice(0, 4).toUpperCase();
}

/** The same tree, each anchor replaced. */
function replaceAnchors(
  blocks: readonly PandocNode[],
  replace: (type: string, thread: number) => PandocNode[],
): PandocNode[] {
  const visit = (value: unknown): unknown => {
    if (Array.isArray(value))
      return value.flatMap((one) => (isAnchor(one) ? replace(one.t, Number(one.c)) : [visit(one)]));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, visit(inner)]));
  };
  return visit(blocks) as PandocNode[];
}

function isAnchor(value: unknown): value is PandocNode {
  return (
    typeof value === 'object' &&
    value !== null &&
    't' in value &&
    (value.t === ANCHORS.start || value.t === ANCHORS.end)
  );
}
