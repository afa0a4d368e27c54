import { getSchema } from '@tiptap/core';
import { TableMap } from '@tiptap/pm/tables';
import { initProseMirrorDoc } from '@tiptap/y-tiptap';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { ATTRIBUTES, readAttrs } from '#shared/documents/attribute/document-attributes.ts';
import { appendBlocks, type BlockJson, DOCUMENT_FRAGMENT } from '#shared/documents/text/document-blocks.ts';
import { READ_NAMES } from '#shared/documents/text/document-html.ts';
import { documentExtensions } from '#shared/documents/text/document-schema.ts';
import { narrowSchema } from '#shared/documents/text/schema-attributes.ts';

const schema = narrowSchema(getSchema([...documentExtensions]));
const names = Object.keys(ATTRIBUTES);

/** As the editor opens it. */
function opened(...blocks: BlockJson[]) {
  const ydoc = new Y.Doc();
  appendBlocks(ydoc, { blocks });
  const { doc } = initProseMirrorDoc(ydoc.getXmlFragment(DOCUMENT_FRAGMENT), schema);
  return doc;
}

const anything = fc.oneof(
  fc.anything({ maxDepth: 1 }),
  fc.constantFrom(
    'javascript:alert(1)',
    'https://exemple.fr/',
    '2023-02-30',
    '1',
    1e9,
    -1,
    Number.NaN,
    [1e9],
    ['x'],
  ),
);

test('[D9] whatever stands in an attribute, reading it never throws, and reading it again changes nothing', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...names),
      fc.dictionary(fc.string(), anything),
      anything,
      (name, others, value) => {
        const attributes = Object.keys(readAttrs(name, {}));
        const given = { ...others, ...Object.fromEntries(attributes.map((attribute) => [attribute, value])) };
        const once = readAttrs(name, given);
        expect(Object.keys(once)).toEqual(attributes);
        expect(readAttrs(name, once)).toEqual(once);
      },
    ),
  );
});

test('[D9] the schema has the attributes of the table, with its defaults, and no other', () => {
  for (const [name, { attrs = {} }] of [...Object.entries(schema.nodes), ...Object.entries(schema.marks)].map(
    ([name, { spec }]) => [name, spec] as const,
  )) {
    const defaults = Object.fromEntries(Object.entries(attrs).map(([key, one]) => [key, one.default]));
    expect([name, defaults]).toEqual([name, readAttrs(name, {})]);
  }
});

test('marks are written in the order of the editor’s schema', () => {
  expect(READ_NAMES.marks).toEqual(Object.keys(schema.marks));
});

test('[D9] a table that claims to span a billion columns opens like any other', () => {
  const cell = (attrs: Record<string, unknown>): BlockJson => ({
    type: 'tableCell',
    attrs,
    content: [{ type: 'paragraph' }],
  });
  const row = (...content: BlockJson[]): BlockJson => ({ type: 'tableRow', content });
  const doc = opened({
    type: 'table',
    content: [
      row(cell({ colspan: 1e9, rowspan: 'x', colwidth: '40' })),
      row(cell({ colspan: -3, colwidth: [1e9] })),
    ],
  });
  const table = doc.firstChild;
  expect(table?.type.name).toBe('table');
  expect(table && TableMap.get(table)).toMatchObject({ width: 1, height: 2 });
});

test('[D9] attributes of the wrong type lose no block when the editor opens the document', () => {
  const wrong = {
    kind: 7,
    src: {},
    level: 'x',
    latex: 3,
    day: true,
    state: [],
    alt: 4,
    bytes: 'x',
    caption: 1,
    id: null,
  };
  const line = (content: BlockJson[]): BlockJson => ({ type: 'paragraph', content });
  const doc = opened(
    { type: 'callout', attrs: wrong, content: [line([{ type: 'text', text: 'gardé' }])] },
    { type: 'heading', attrs: wrong, content: [{ type: 'text', text: 'gardé' }] },
    ...['image', 'attachment', 'embed', 'blockMath'].map((type) => ({ type, attrs: wrong })),
    line(['mention', 'reference', 'date', 'status', 'inlineMath'].map((type) => ({ type, attrs: wrong }))),
  );
  expect(doc.children.map(({ type }) => type.name)).toEqual([
    'callout',
    'heading',
    'image',
    'attachment',
    'embed',
    'blockMath',
    'paragraph',
  ]);
  expect(doc.lastChild?.childCount).toBe(5);
  expect(doc.textContent).toBe('gardégardé');
});

test('[D2] what two people leave of a folding or of columns is never refused, so never deleted', () => {
  const said = (text: string): BlockJson => ({ type: 'paragraph', content: [{ type: 'text', text }] });
  const summary: BlockJson = { type: 'detailsSummary', content: [{ type: 'text', text: 'un' }] };
  const body: BlockJson = { type: 'detailsContent', content: [said('deux')] };
  const column: BlockJson = { type: 'column', content: [said('trois')] };
  const doc = opened(
    { type: 'details', content: [summary, summary, body] },
    { type: 'details', content: [body, body] },
    { type: 'details', content: [summary] },
    { type: 'columns', content: [column] },
    { type: 'columns', content: [column, column, column, column] },
  );
  expect(doc.textContent).toBe('unundeuxdeuxdeuxuntroistroistroistroistrois');
});
