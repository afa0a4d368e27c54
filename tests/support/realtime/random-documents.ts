import * as fc from 'fast-check';
import * as Y from 'yjs';
import { type ExactNode, keyOf } from '#shared/documents/history/exact-node.ts';
import { appendBlocks, type BlockJson } from '#shared/documents/text/document-blocks.ts';

const WORDS = [
  'arbre',
  'ombre',
  'ville',
  'été',
  '👩‍🌾',
  'sol',
  'eau',
  'l’ombre',
  'deux',
  'trois',
  ', ',
  '. ',
  ' ',
];
const MARKS = [
  [],
  [{ type: 'bold' }],
  [{ type: 'link', attrs: { href: 'https://a.example' } }],
  [{ type: 'later' }],
];

const text = fc
  .tuple(fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 12 }), fc.constantFrom(...MARKS))
  .map(([words, marks]): BlockJson => ({ type: 'text', text: words.join(' '), marks }));
const inline: fc.Arbitrary<BlockJson> = fc.oneof(
  { weight: 5, arbitrary: text },
  fc.constantFrom<BlockJson>(
    { type: 'hardBreak' },
    { type: 'mention', attrs: { kind: 'person', id: 'p1', label: 'Nadia' } },
    { type: 'laterInline', attrs: { odd: [1, { two: null }] } },
  ),
);
const line = (type: string, attrs: BlockJson['attrs'] = {}) =>
  fc.array(inline, { maxLength: 5 }).map((content): BlockJson => ({ type, attrs, content }));
const paragraph = line('paragraph');
const list = fc
  .array(
    paragraph.map((p): BlockJson => ({ type: 'listItem', content: [p] })),
    { minLength: 1, maxLength: 3 },
  )
  .map((content): BlockJson => ({ type: 'bulletList', content }));
const table = fc
  .array(fc.array(paragraph, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 })
  .map(
    (rows): BlockJson => ({
      type: 'table',
      content: rows.map((cells) => ({
        type: 'tableRow',
        content: cells.map((cell) => ({ type: 'tableCell', attrs: { colspan: 1 }, content: [cell] })),
      })),
    }),
  );
const block: fc.Arbitrary<BlockJson> = fc.oneof(
  { weight: 5, arbitrary: paragraph },
  line('heading', { level: 2 }),
  line('heading', { level: 3 }),
  list,
  table,
  fc.constantFrom<BlockJson>({ type: 'horizontalRule' }, { type: 'image', attrs: { alt: 'Une place' } }),
  paragraph.map((p): BlockJson => ({ type: 'laterBlock', attrs: { deep: { er: true } }, content: [p] })),
);

/** Blocks that an editor, or a later one, may have written. */
export const someBlocks: fc.Arbitrary<BlockJson[]> = fc.array(block, { maxLength: 8 });

/** Two states of one text: some of the blocks of the first, in which some are exchanged, taken out or put in. */
export const twoStates: fc.Arbitrary<[BlockJson[], BlockJson[]]> = fc
  .tuple(
    someBlocks,
    fc.array(fc.tuple(fc.nat(8), fc.constantFrom('cut', 'put', 'swap'), block), { maxLength: 4 }),
  )
  .map(([before, edits]) => {
    const after = [...before];
    for (const [place, edit, made] of edits) {
      if (edit === 'cut') after.splice(place, 1);
      else if (edit === 'put') after.splice(place, 0, made);
      else if (after.length > 1) after.push(...after.splice(place % after.length, 1));
    }
    return [before, after];
  });

export function docOf(blocks: readonly BlockJson[], clientId = 1): Y.Doc {
  const doc = new Y.Doc();
  doc.clientID = clientId;
  appendBlocks(doc, { blocks });
  return doc;
}

/** A text is the same however its runs are cut. */
export function normal(node: ExactNode): string {
  if (node.kind === 'text') return keyOf(node);
  const children: string[] = [];
  const content = [...node.children];
  for (let at = 0; at < content.length; at++) {
    const child = content[at];
    if (child?.kind !== 'text') {
      if (child) children.push(normal(child));
      continue;
    }
    const runs = [...child.runs];
    while (content[at + 1]?.kind === 'text') {
      const next = content[++at];
      if (next?.kind === 'text') runs.push(...next.runs);
    }
    children.push(keyOf({ kind: 'text', runs }));
  }
  return JSON.stringify([keyOf({ ...node, children: [] }), children]);
}
