import type { BlockJson } from './document-blocks.ts';
import { isHeading, textOf } from './document-text.ts';

/** The titles of the first level of a text, for a preview of what it is made of. */
export function outlineOf(blocks: readonly BlockJson[]): string[] {
  return blocks.filter((block) => isHeading(block) && block.attrs?.level === 2).map(textOf);
}
