import type { BlockJson } from '#shared/documents/text/document-blocks.ts';
import { textOf } from '#shared/documents/text/document-text.ts';
import type { Losses } from '../losses.ts';
import { countWords, missingFrom } from './missing-words.ts';
import { PLACES, type SourceText } from './source-text.ts';

const FORMULAS = new Set(['inlineMath', 'blockMath']);

/**
 * [X18] Compares the words of a file with those of the document that was made of it, and names what is missing where it stood.
 * Formulas are written otherwise on both sides: they are counted.
 */
export function nameMissing(
  source: SourceText,
  { title, blocks }: { readonly title: string; readonly blocks: readonly BlockJson[] },
  losses: Losses,
): void {
  const formulas = source.count('formulas');
  const hasFormulas = formulas > 0 && countFormulas(blocks) >= formulas;
  const kept = hasFormulas ? blocks.map(withoutFormulas) : blocks;
  const held = countWords([title, ...kept.map(textOf), ...losses.settled].join('\n'));
  for (const place of PLACES)
    if (place !== 'formulas' || !hasFormulas) losses.name(place, missingFrom(source.of(place), held));
}

function countFormulas(blocks: readonly BlockJson[]): number {
  return blocks.reduce(
    (sum, { type, content = [] }) => sum + (FORMULAS.has(type) ? 1 : countFormulas(content)),
    0,
  );
}

function withoutFormulas(block: BlockJson): BlockJson {
  if (FORMULAS.has(block.type)) return { type: 'text', text: ' ' };
  return block.content ? { ...block, content: block.content.map(withoutFormulas) } : block;
}
