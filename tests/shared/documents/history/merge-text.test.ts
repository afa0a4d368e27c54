import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type * as Y from 'yjs';
import { keyOf, readExact } from '#shared/documents/history/exact-node.ts';
import type { SaidBlocks } from '#shared/documents/history/merge-text.ts';
import { mergeText } from '#shared/documents/history/restore-document.ts';
import type { BlockJson } from '#shared/documents/text/document-blocks.ts';
import { readBlocks } from '#shared/documents/text/document-json.ts';
import { textOf } from '#shared/documents/text/document-text.ts';
import { docOf, normal, someBlocks } from '#tests/support/realtime/random-documents.ts';

const p = (text: string, attrs?: object): BlockJson => ({
  type: 'paragraph',
  ...(attrs && { attrs: { ...attrs } }),
  content: [{ type: 'text', text }],
});
const callout = (text: string): BlockJson => ({
  type: 'callout',
  attrs: { kind: 'practice' },
  content: [p(text)],
});
const quote = (text: string): BlockJson => ({ type: 'blockquote', content: [p(text)] });
const apart = (blocks: readonly BlockJson[]): SaidBlocks[] =>
  blocks.map((block) => ({ own: 1, blocks: [block] }));
const keys = (doc: Y.Doc) => readExact(doc).map(keyOf);

describe('[WC2] merging what a format says of a text', () => {
  test('a text that says the same is left as it is, whatever the format keeps silent about', () => {
    fc.assert(
      fc.property(someBlocks, someBlocks, (blocks, others) => {
        const doc = docOf(blocks);
        const before = keys(doc);
        const said = blocks.map((_, index) => ({ own: 1, blocks: others.slice(index, index + 1) }));
        const wanted = said.flatMap((one) => one.blocks);
        mergeText(doc, { said, wanted });
        expect(keys(doc)).toEqual(before);
      }),
      { numRuns: 200 },
    );
  });

  test('where the format says everything, the text becomes what is wanted', () => {
    fc.assert(
      fc.property(someBlocks, someBlocks, (blocks, wanted) => {
        const doc = docOf(blocks);
        mergeText(doc, { said: apart(readBlocks(doc)), wanted: readBlocks(docOf(wanted, 2)) });
        expect(readExact(doc).map(normal)).toEqual(readExact(docOf(wanted, 3)).map(normal));
      }),
      { numRuns: 200 },
    );
  });

  test('what is not told of a block stays where its neighbours are left, and goes with the text that is replaced', () => {
    const blocks = [p('Un'), callout('Attention'), { type: 'paragraph' }, p('Deux')];
    const said = [
      { own: 1, blocks: [p('Un')] },
      { own: 1, blocks: [quote('Attention')] },
      { own: 1, blocks: [] },
      { own: 1, blocks: [p('Deux')] },
    ];
    const doc = docOf(blocks);
    mergeText(doc, { said, wanted: [p('Un peu'), quote('Attention'), p('Deux'), p('Trois')] });
    expect(readBlocks(doc).map(({ type }) => type)).toEqual([
      'paragraph',
      'callout',
      'paragraph',
      'paragraph',
      'paragraph',
    ]);
    expect(readBlocks(doc).map(textOf)).toEqual(['Un peu', 'Attention', '', 'Deux', 'Trois']);
    mergeText(doc, {
      said: [...said, { own: 1, blocks: [p('Trois')] }],
      wanted: [{ type: 'horizontalRule' }],
    });
    expect(readBlocks(doc).map(({ type }) => type)).toEqual(['horizontalRule']);
  });

  test('words that are left keep the formatting and the attributes of which nothing was said', () => {
    const marked: BlockJson = {
      type: 'paragraph',
      attrs: { textAlign: 'center' },
      content: [
        { type: 'text', text: 'Les ' },
        { type: 'text', text: 'capteurs', marks: [{ type: 'highlight', attrs: { kind: 'check' } }] },
        { type: 'text', text: ' mesurent' },
      ],
    };
    const doc = docOf([marked]);
    const said = [{ own: 1, blocks: [p('Les capteurs mesurent')] }];
    mergeText(doc, { said, wanted: [p('Les nouveaux capteurs mesurent la chaleur')] });
    const [block] = readBlocks(doc);
    expect(block?.attrs).toMatchObject({ textAlign: 'center' });
    expect(textOf(block as BlockJson)).toBe('Les nouveaux capteurs mesurent la chaleur');
    const highlighted = block?.content?.filter(({ marks = [] }) => marks.length > 0).map(({ text }) => text);
    expect(highlighted).toEqual(['capteurs']);
  });

  test('blocks that are said together stay together while nothing of them is changed', () => {
    const own = [callout('A'), callout('B'), p('C')];
    const said = [
      { own: 2, blocks: [quote('A et B')] },
      { own: 1, blocks: [p('C')] },
    ];
    const doc = docOf(own);
    const before = keys(doc);
    mergeText(doc, { said, wanted: [quote('A et B'), p('C')] });
    expect(keys(doc)).toEqual(before);
    mergeText(doc, { said, wanted: [quote('A et B, et plus'), p('C')] });
    expect(readBlocks(doc).map(({ type }) => type)).toEqual(['blockquote', 'paragraph']);
  });
});
