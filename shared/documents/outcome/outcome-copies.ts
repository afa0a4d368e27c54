import { OUTCOME_KINDS } from '../attribute/outcome-kind.ts';
import type { BlockJson } from '../text/document-blocks.ts';

const KINDS = new Set<string>(OUTCOME_KINDS);

/** [DA9] The same blocks for another document: their decisions and actions are others, under new ids. */
export function anewOutcomes(blocks: readonly BlockJson[], newId: () => string): BlockJson[] {
  return blocks.map((block) => ({
    ...block,
    ...(KINDS.has(block.type) && { attrs: { ...block.attrs, id: newId() } }),
    ...(block.content && { content: anewOutcomes(block.content, newId) }),
  }));
}
