import { canonicalJson } from '../../kernel/canonical-json.ts';
import { readAttrs } from '../attribute/document-attributes.ts';
import type { BlockJson } from './document-blocks.ts';

/** How wide a column is says nothing, and no HTML carries it. */
const LAYOUT = new Set(['colwidth']);

/**
 * Blocks as one form of all those that read the same: an attribute that is the default is left out, marks are in order, runs of one form
 * are one text. What an editor gives of a text and what its Y.Doc gives have the same. Total.
 */
export function normalBlocks(blocks: readonly BlockJson[]): BlockJson[] {
  const normal: BlockJson[] = [];
  for (const block of blocks) {
    const next = block.type === 'text' ? normalText(block) : normalNode(block);
    const last = normal.at(-1);
    if (next.type === 'text' && next.text === '') continue;
    if (last?.type === 'text' && next.type === 'text' && sameMarks(last, next))
      normal[normal.length - 1] = { ...last, text: `${last.text ?? ''}${next.text ?? ''}` };
    else normal.push(next);
  }
  return normal;
}

function normalText({ text = '', marks = [] }: BlockJson): BlockJson {
  if (marks.length === 0) return { type: 'text', text };
  const ordered = marks
    .map(({ type, attrs }) => ({ type, ...saidAttrs(type, attrs) }))
    .sort((a, b) => (a.type < b.type ? -1 : 1));
  return { type: 'text', text, marks: ordered };
}

function normalNode({ type, attrs, content = [] }: BlockJson): BlockJson {
  const inner = normalBlocks(content);
  return { type, ...saidAttrs(type, attrs), ...(inner.length > 0 && { content: inner }) };
}

function saidAttrs(type: string, given: BlockJson['attrs']): Pick<BlockJson, 'attrs'> {
  const initial = readAttrs(type, {});
  const said = Object.entries(readAttrs(type, given)).filter(
    ([name, value]) => !LAYOUT.has(name) && canonicalJson(value) !== canonicalJson(initial[name]),
  );
  return said.length > 0 ? { attrs: Object.fromEntries(said) } : {};
}

function sameMarks(one: BlockJson, other: BlockJson): boolean {
  return canonicalJson(one.marks) === canonicalJson(other.marks);
}
