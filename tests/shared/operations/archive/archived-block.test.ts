import { expect, test } from 'vitest';
import type { BlockJson } from '#shared/documents/text/document-blocks.ts';
import { ArchivedBlock } from '#shared/operations/archive/archived-block.ts';

function nested(levels: number): BlockJson {
  let block: BlockJson = { type: 'text', text: 'Au fond', marks: [{ type: 'bold' }] };
  for (let level = 1; level < levels; level += 1) block = { type: 'blockquote', content: [block] };
  return block;
}

test('[B75] [R4] a block of an archive has as many levels as a text may have, and comes in as it is', () => {
  expect(ArchivedBlock.parse(nested(64))).toEqual(nested(64));
});

test.each([65, 1_000, 100_000])('[B75] [R4] of %i levels it is refused, and nothing breaks', (levels) => {
  expect(ArchivedBlock.safeParse(nested(levels)).success).toBe(false);
});
