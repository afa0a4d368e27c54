import { yXmlFragmentToProsemirrorJSON } from '@tiptap/y-tiptap';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { appendBlocks, type BlockJson, DOCUMENT_FRAGMENT } from '#shared/documents/text/document-blocks.ts';

const blocks: BlockJson[] = [
  { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Mesurer' }] },
  {
    type: 'paragraph',
    content: [
      { type: 'text', text: 'À ' },
      { type: 'text', text: '14 h', marks: [{ type: 'bold' }] },
      { type: 'hardBreak' },
      { type: 'text', text: 'en juin', marks: [{ type: 'link', attrs: { href: 'https://exemple.fr/' } }] },
    ],
  },
  {
    type: 'taskList',
    content: [
      {
        type: 'taskItem',
        attrs: { checked: true },
        content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Fait' }] }],
      },
    ],
  },
];

/** The binding writes marks without attributes as an empty object. */
const plain = (value: unknown) => JSON.parse(JSON.stringify(value).replaceAll(',"attrs":{}', ''));

test('[D2] blocks added by the server read as the editor’s own JSON', () => {
  const doc = new Y.Doc();
  appendBlocks(doc, { blocks });
  const read = yXmlFragmentToProsemirrorJSON(doc.getXmlFragment(DOCUMENT_FRAGMENT));
  expect(plain(read.content)).toEqual(blocks);
});

test('[D2] what others wrote at the same time stays', () => {
  const mine = new Y.Doc();
  const theirs = new Y.Doc();
  appendBlocks(mine, { blocks: blocks.slice(0, 1) });
  appendBlocks(theirs, { blocks: blocks.slice(1) });
  Y.applyUpdate(mine, Y.encodeStateAsUpdate(theirs));
  expect(mine.getXmlFragment(DOCUMENT_FRAGMENT).length).toBe(3);
});
