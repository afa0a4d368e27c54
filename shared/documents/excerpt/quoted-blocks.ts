import { documentBlocks } from '#shared/documents/document-blocks.fr.ts';
import { excerptFacts } from '#shared/documents/excerpt/excerpt-facts.fr.ts';
import { readAttrs } from '../attribute/document-attributes.ts';
import { OUTCOME_KINDS } from '../attribute/outcome-kind.ts';
import type { BlockJson } from '../text/document-blocks.ts';
import { READ_NAMES } from '../text/document-html.ts';
import { textOf } from '../text/document-text.ts';
import { normalBlocks } from '../text/normal-blocks.ts';

const KNOWN = new Set<string>(['text', ...READ_NAMES.nodes]);

/**
 * [EC3] Blocks as they are quoted. Headings are bold lines, so that the outline stays that of the text that quotes; a decision or an
 * action is its words, for it is made once; an excerpt is a quotation with its line. What is unknown gives its words. Total.
 */
export function quotedBlocks(blocks: readonly BlockJson[]): BlockJson[] {
  return normalBlocks(blocks.map(quoted));
}

function quoted(block: BlockJson): BlockJson {
  const { type, attrs, content = [] } = block;
  if (type === 'heading') return { type: 'paragraph', content: content.map(bold) };
  const kind = OUTCOME_KINDS.find((name) => name === type);
  if (kind) {
    const label = bold({ type: 'text', text: `${excerptFacts.outcome(documentBlocks.outcomes[kind])} ` });
    return { type: 'paragraph', content: [label, ...content.map(quoted)] };
  }
  if (type === 'excerpt') {
    const { source } = readAttrs('excerpt', attrs);
    return { type: 'blockquote', attrs: { source }, content: content.map(quoted) };
  }
  if (!KNOWN.has(type)) return { type: 'paragraph', content: [{ type: 'text', text: textOf(block) }] };
  return content.length > 0 ? { ...block, content: content.map(quoted) } : block;
}

function bold(node: BlockJson): BlockJson {
  if (node.type !== 'text') return node;
  const others = (node.marks ?? []).filter(({ type }) => type !== 'bold');
  return { ...node, marks: [...others, { type: 'bold' }] };
}
