import type { BlockJson } from '#shared/documents/text/document-blocks.ts';
import type { ExportThread } from './export-source.ts';

/** Inline nodes of exports only: where the passage of a thread begins and ends. `thread` is its index. */
export const ANCHORS = { start: 'commentStart', end: 'commentEnd' } as const;

interface Anchor {
  readonly at: number;
  readonly nodes: readonly BlockJson[];
}

/** Texts that word processors keep without anything in them. */
const PLAIN = new Set(['codeBlock', 'footnote']);

/** Blocks with an anchor at both ends of each passage, their texts split there; what stands in code or in a note has none. */
export function withAnchors(
  blocks: readonly BlockJson[],
  threads: readonly ExportThread[],
): readonly BlockJson[] {
  const { starts, ends } = anchorsOf(threads);
  let offset = 0;
  const visit = (node: BlockJson, isPlain: boolean): BlockJson[] => {
    const { type, content, text = '' } = node;
    if (type !== 'text')
      return content
        ? [{ ...node, content: content.flatMap((child) => visit(child, isPlain || PLAIN.has(type))) }]
        : [node];
    const from = offset;
    offset += text.length;
    // A passage begins in the text of its first character, and ends in that of its last.
    const inside = [...take(ends, offset), ...take(starts, offset - 1)].sort((one, two) => one.at - two.at);
    return isPlain ? [node] : cut(node, text, from, inside);
  };
  return blocks.flatMap((block) => visit(block, false));
}

/** Both in the order of the text. A caret ends where it begins: both its anchors count as an end. */
function anchorsOf(threads: readonly ExportThread[]): { starts: Anchor[]; ends: Anchor[] } {
  const starts: Anchor[] = [];
  const ends: Anchor[] = [];
  for (const [thread, { span }] of threads.entries()) {
    if (!span) continue;
    const start: BlockJson = { type: ANCHORS.start, attrs: { thread } };
    const end: BlockJson = { type: ANCHORS.end, attrs: { thread } };
    if (span.from === span.to) ends.push({ at: span.to, nodes: [start, end] });
    else {
      starts.push({ at: span.from, nodes: [start] });
      ends.push({ at: span.to, nodes: [end] });
    }
  }
  const inOrder = (one: Anchor, two: Anchor) => one.at - two.at;
  return { starts: starts.sort(inOrder), ends: ends.sort(inOrder) };
}

/** Takes away those that stand at `last` or before. */
function take(anchors: Anchor[], last: number): Anchor[] {
  const next = anchors.findIndex(({ at }) => at > last);
  return anchors.splice(0, next < 0 ? anchors.length : next);
}

function cut(node: BlockJson, text: string, from: number, anchors: readonly Anchor[]): BlockJson[] {
  const parts: BlockJson[] = [];
  let done = 0;
  for (const { at, nodes } of anchors) {
    const here = Math.max(done, at - from);
    if (here > done) parts.push({ ...node, text: text.slice(done, here) });
    parts.push(...nodes);
    done = here;
  }
  return done < text.length ? [...parts, { ...node, text: text.slice(done) }] : parts;
}
