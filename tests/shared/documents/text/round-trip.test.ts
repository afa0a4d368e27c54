import { getSchema } from '@tiptap/core';
import { DOMParser } from '@tiptap/pm/model';
import * as fc from 'fast-check';
import { Window } from 'happy-dom';
import katex from 'katex';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import {
  CALLOUTS,
  HIGHLIGHTS,
  IMAGE_ALIGNS,
  IMAGE_SIZES,
  LANGUAGES,
  STATES,
} from '#shared/documents/attribute/document-attributes.ts';
import { OUTCOME_KINDS } from '#shared/documents/attribute/outcome-kind.ts';
import { appendBlocks, type BlockJson } from '#shared/documents/text/document-blocks.ts';
import { READ_NAMES } from '#shared/documents/text/document-html.ts';
import { readDocument } from '#shared/documents/text/document-reader.ts';
import { documentExtensions } from '#shared/documents/text/document-schema.ts';
import { formulaOf } from '#shared/documents/text/formula.ts';
import { narrowSchema } from '#shared/documents/text/schema-attributes.ts';

const EXCERPT = '6f1c1c1e-0000-4000-8000-000000000001';

const schema = narrowSchema(getSchema([...documentExtensions]));
const window = new Window();
const FILE = '/fichiers/0197c1d2-aaaa-7bbb-8ccc-1234567890ab';

function htmlOf(blocks: readonly BlockJson[]): string {
  const doc = new Y.Doc();
  appendBlocks(doc, { blocks });
  const html = readDocument(doc, { formula: formulaOf(katex) }).blocks.join('');
  // What an excerpt is said to hold tells an empty line from one with a break, which HTML does not.
  return html.replaceAll(/ data-key="[^"]*"/g, '');
}

function parsed(html: string): BlockJson[] {
  const place = window.document.createElement('div');
  place.innerHTML = html;
  const node = DOMParser.fromSchema(schema).parse(place as unknown as globalThis.Node);
  node.check();
  return node.toJSON().content;
}

const words = fc
  .array(fc.constantFrom('canopée', 'l’été', 'a<b', '&amp;', '"dit"', '14', 'x²'), {
    minLength: 1,
    maxLength: 4,
  })
  .map((list) => list.join(' '));
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const id = fc.constantFrom('0197c1d2-aaaa-7bbb-8ccc-1234567890ab', '01004', 'a/b');

const MARKS: fc.Arbitrary<{ type: string; attrs?: Record<string, unknown> }>[] = [
  fc.constant({ type: 'link', attrs: { href: 'https://exemple.fr/?a=1&b=2' } }),
  fc.constantFrom(...HIGHLIGHTS).map((kind) => ({ type: 'highlight', attrs: { kind } })),
  ...['bold', 'italic', 'strike', 'superscript', 'subscript'].map((type) => fc.constant({ type })),
];
const marks = fc.oneof(
  fc.uniqueArray(fc.oneof(...MARKS), { maxLength: 3, selector: ({ type }) => type }),
  fc.constant([{ type: 'code' }]),
);
const text: fc.Arbitrary<BlockJson> = fc.record({ type: fc.constant('text'), text: words, marks });
const plain: fc.Arbitrary<BlockJson> = words.map((said) => ({ type: 'text', text: said }));

const latex = fc.constantFrom('x^2', '\\frac{a}{b} < 1', 'T_{\\text{nuit}}', '\\sum_{i=1}^n i');
const INLINE: Record<string, fc.Arbitrary<BlockJson>> = {
  text,
  hardBreak: fc.constant({ type: 'hardBreak' }),
  footnote: fc.array(text, { maxLength: 2 }).map((content) => ({ type: 'footnote', content })),
  inlineMath: latex.map((source) => ({ type: 'inlineMath', attrs: { latex: source } })),
  mention: fc
    .record({ kind: fc.constantFrom('person', 'organisation'), id, label: maybe(words) })
    .map((attrs) => ({ type: 'mention', attrs })),
  reference: fc
    .record({ kind: fc.constantFrom('document', 'board', 'city'), id })
    .map((attrs) => ({ type: 'reference', attrs })),
  date: fc.constantFrom('2023-03-14', '2024-02-29', null).map((day) => ({ type: 'date', attrs: { day } })),
  status: fc.constantFrom(...STATES).map((state) => ({ type: 'status', attrs: { state } })),
};
// A break at the end of a line is the browser's own way to show an empty one: it is not kept.
const line = fc
  .array(fc.oneof(...Object.values(INLINE)), { maxLength: 4 })
  .map((nodes) => (nodes.at(-1)?.type === 'hardBreak' ? nodes.slice(0, -1) : nodes));

const p = line.map((content): BlockJson => ({ type: 'paragraph', content }));
const { block } = fc.letrec<{ block: BlockJson; blocks: BlockJson[] }>((tie) => {
  const blocks = fc.array(tie('block') as fc.Arbitrary<BlockJson>, { minLength: 1, maxLength: 2 });
  const holding = (type: string, attrs: fc.Arbitrary<Record<string, unknown>> = fc.constant({})) =>
    fc.record({ type: fc.constant(type), attrs, content: blocks });
  const list = (type: string, item: string, attrs: fc.Arbitrary<Record<string, unknown>>) =>
    fc
      .array(fc.tuple(p, fc.boolean()), { minLength: 1, maxLength: 2 })
      .map((items) =>
        items.map(([content, checked]) => ({
          type: item,
          ...(item === 'taskItem' && { attrs: { checked } }),
          content: [content],
        })),
      )
      .chain((content) => attrs.map((given) => ({ type, attrs: given, content })));
  const cells = fc.constantFrom('tableCell', 'tableHeader').chain((type) =>
    fc.record({
      type: fc.constant(type),
      attrs: fc.constant({ colspan: 1, rowspan: 1, colwidth: null }),
      content: blocks,
    }),
  );
  return {
    blocks,
    block: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      p,
      fc
        .tuple(fc.constantFrom(2, 3, 4), text)
        .map(([level, said]) => ({ type: 'heading', attrs: { level }, content: [said] })),
      fc
        .tuple(fc.constantFrom(...OUTCOME_KINDS), id, line)
        .map(([type, of, content]) => ({ type, attrs: { id: of }, content })),
      fc.constant({ type: 'horizontalRule' }),
      fc
        .record({ language: maybe(fc.constantFrom(...LANGUAGES)) })
        .map((attrs) => ({ type: 'codeBlock', attrs, content: [{ type: 'text', text: 'a <\n  b && "c"' }] })),
      fc
        .record({
          src: fc.constantFrom(FILE, null),
          alt: fc.oneof(words, fc.constantFrom('', null)),
          width: fc.constantFrom(640, null),
          height: fc.constantFrom(480, null),
          caption: maybe(words),
          size: fc.constantFrom(...IMAGE_SIZES),
          align: fc.constantFrom(...IMAGE_ALIGNS),
        })
        .map((attrs) => ({ type: 'image', attrs })),
      fc
        .record({
          src: fc.constant(FILE),
          name: maybe(words),
          bytes: maybe(fc.nat(9_999_999)),
          kind: fc.constantFrom('pdf', 'sheet'),
        })
        .map((attrs) => ({ type: 'attachment', attrs })),
      fc
        .record({
          src: fc.constantFrom(
            'https://www.youtube.com/watch?v=dQw4w9WgXcQ',
            'https://vimeo.com/76979871',
            null,
          ),
          title: maybe(words),
        })
        .map((attrs) => ({ type: 'embed', attrs })),
      latex.map((source) => ({ type: 'blockMath', attrs: { latex: source } })),
      list('bulletList', 'listItem', fc.constant({})),
      list('orderedList', 'listItem', fc.record({ start: fc.constantFrom(1, 7) })),
      list('taskList', 'taskItem', fc.constant({})),
      holding('blockquote', fc.record({ source: maybe(words) })),
      holding('excerpt', fc.record({ id: fc.constant(EXCERPT), source: maybe(words) })),
      holding('callout', fc.record({ kind: fc.constantFrom(...CALLOUTS) })),
      fc.tuple(plain, blocks).map(([summary, content]) => ({
        type: 'details',
        content: [
          { type: 'detailsSummary', content: [summary] },
          { type: 'detailsContent', content },
        ],
      })),
      fc.array(blocks, { minLength: 2, maxLength: 3 }).map((columns) => ({
        type: 'columns',
        content: columns.map((content) => ({ type: 'column', content })),
      })),
      fc
        .record({
          caption: maybe(words),
          rows: fc.array(fc.array(cells, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 3 }),
        })
        .map(({ caption, rows }) => ({
          type: 'table',
          attrs: { caption },
          content: rows.map((content) => ({ type: 'tableRow', content })),
        })),
    ) as fc.Arbitrary<BlockJson>,
  };
});

test('[D2] every construct is written, parsed from what was written, and written the same', () => {
  const seen = new Set<string>();
  const note = ({ type, content = [], marks: carried = [] }: BlockJson) => {
    seen.add(type);
    for (const { type: mark } of carried) seen.add(mark);
    content.forEach(note);
  };
  fc.assert(
    fc.property(fc.array(block, { minLength: 1, maxLength: 3 }), (blocks) => {
      blocks.forEach(note);
      const html = htmlOf(blocks);
      expect(htmlOf(parsed(html))).toBe(html);
    }),
    { numRuns: process.env.TEST_LONG ? 2_000 : 120 },
  );
  expect([...READ_NAMES.nodes, ...READ_NAMES.marks].filter((name) => !seen.has(name))).toEqual([]);
});

test('merged cells, widths and headers of a table come back as they were', () => {
  const cell = (type: string, attrs: object, said: string): BlockJson => ({
    type,
    attrs: { colspan: 1, rowspan: 1, colwidth: null, ...attrs },
    content: [{ type: 'paragraph', content: [{ type: 'text', text: said }] }],
  });
  const table: BlockJson = {
    type: 'table',
    attrs: { caption: 'Relevés de l’été' },
    content: [
      {
        type: 'tableRow',
        content: [
          cell('tableHeader', { colwidth: [200] }, 'Lieu'),
          cell('tableHeader', { colspan: 2, colwidth: [90, 90] }, 'Température'),
        ],
      },
      {
        type: 'tableRow',
        content: [
          cell('tableHeader', { rowspan: 2, colwidth: [200] }, 'Parc'),
          cell('tableCell', { colwidth: [90] }, 'jour'),
          cell('tableCell', { colwidth: [90] }, 'nuit'),
        ],
      },
      { type: 'tableRow', content: [cell('tableCell', { colspan: 2, colwidth: [90, 90] }, 'sans mesure')] },
    ],
  };
  expect(parsed(htmlOf([table]))).toEqual([table]);
});
