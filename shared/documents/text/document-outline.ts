import { slugOf } from '#shared/kernel/ids.ts';
import type { BlockJson } from './document-blocks.ts';

/** A heading of a document; `id` is its anchor. */
export interface OutlineEntry {
  readonly id: string;
  readonly text: string;
  readonly level: 2 | 3 | 4;
}

/**
 * The anchors of headings, in order: from their words, so that they survive changes elsewhere, and apart from every other id
 * of the page. The same words twice give `…-2`. Headings without words have an anchor too, and no line in the outline.
 */
export function anchorsOf(headings: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return headings.map((text) => {
    const id = `titre-${slugOf(text) || 'sans-mots'}`;
    const count = (seen.get(id) ?? 0) + 1;
    seen.set(id, count);
    return count === 1 ? id : `${id}-${count}`;
  });
}

/** The words of a heading as its anchor and the outline have them: its notes, dates and mentions are no part of them. */
export function headingText({ content = [] }: BlockJson): string {
  return content
    .map(({ type, text }) => (type === 'text' ? text : type === 'hardBreak' ? ' ' : ''))
    .join('')
    .trim();
}
