import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { keyOf, readExact } from '#shared/documents/history/exact-node.ts';
import { restorePassage, restoreState } from '#shared/documents/history/restore-document.ts';
import type { BlockJson } from '#shared/documents/text/document-blocks.ts';
import { DOCUMENT_FRAGMENT } from '#shared/documents/text/document-blocks.ts';
import { readBlocks } from '#shared/documents/text/document-json.ts';
import { textOf } from '#shared/documents/text/document-text.ts';
import { docOf, normal, someBlocks, twoStates } from '#tests/support/realtime/random-documents.ts';
import { withUnknown } from '#tests/support/realtime/unknown-content.ts';

const p = (text: string): BlockJson => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const says = (doc: Y.Doc) => readBlocks(doc).map(textOf);
const keys = (doc: Y.Doc) => readExact(doc).map(keyOf);
const copyOf = (doc: Y.Doc) => {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
};
const merge = (one: Y.Doc, other: Y.Doc) => {
  const [a, b] = [Y.encodeStateAsUpdate(one), Y.encodeStateAsUpdate(other)];
  Y.applyUpdate(one, b);
  Y.applyUpdate(other, a);
};
/** The text of the block at this place. */
function lineOf(doc: Y.Doc, place: number): Y.XmlText {
  const block = doc.getXmlFragment(DOCUMENT_FRAGMENT).get(place);
  const text = block instanceof Y.XmlElement ? block.get(0) : null;
  if (!(text instanceof Y.XmlText)) throw new Error('a text expected');
  return text;
}

describe('[V4] restoring', () => {
  test('makes a document say exactly what it said, whatever it holds', () => {
    fc.assert(
      fc.property(fc.oneof(twoStates, fc.tuple(someBlocks, someBlocks)), ([then, now]) => {
        const [old, doc] = [docOf(then), docOf(now, 2)];
        restoreState(doc, { nodes: readExact(old) });
        expect(readExact(doc).map(normal)).toEqual(readExact(old).map(normal));
      }),
      { numRuns: 300 },
    );
  });

  test('brings back unknown nodes, unknown marks and empty containers', () => {
    const old = withUnknown();
    const doc = docOf([p('Tout autre chose')], 3);
    restoreState(doc, { nodes: readExact(old) });
    expect(keys(doc)).toEqual(keys(old));
  });

  test('writes nothing where nothing changed', () => {
    const doc = docOf([p('Un'), p('Deux')]);
    let updates = 0;
    doc.on('update', () => updates++);
    restoreState(doc, { nodes: readExact(docOf([p('Un'), p('Deux')], 9)) });
    expect(updates).toBe(0);
  });

  test('leaves a caret where it is in a passage that stays', () => {
    const old = docOf([p('Le titre'), p('La suite du texte')]);
    const doc = copyOf(old);
    lineOf(doc, 0).insert(8, ' provisoire');
    const caret = Y.createRelativePositionFromTypeIndex(lineOf(doc, 1), 3);
    restoreState(doc, { nodes: readExact(old) });
    expect(says(doc)).toEqual(['Le titre', 'La suite du texte']);
    expect(Y.createAbsolutePositionFromRelativePosition(caret, doc)?.index).toBe(3);
  });

  test('keeps what was typed without knowing of it, in unchanged and in changed passages', () => {
    const old = docOf([p('Un sol vivant.'), p('Une eau claire.')]);
    const doc = copyOf(old);
    lineOf(doc, 1).insert(0, 'Peut-être ');
    const away = copyOf(doc);
    lineOf(away, 0).insert(14, ' Écrit au loin.');
    lineOf(away, 1).insert(25, ' Aussi.');
    restoreState(doc, { nodes: readExact(old) });
    merge(doc, away);
    expect(says(doc)).toEqual(['Un sol vivant. Écrit au loin.', 'Une eau claire. Aussi.']);
    expect(says(away)).toEqual(says(doc));
  });

  test('only takes off the formatting, when only formatting changed', () => {
    const bold = (word: string): BlockJson => ({
      type: 'paragraph',
      content: [
        { type: 'text', text: 'Un ' },
        { type: 'text', text: word, marks: [{ type: 'bold' }] },
      ],
    });
    const doc = docOf([bold('arbre')]);
    const away = copyOf(doc);
    lineOf(away, 0).insert(8, 's');
    restoreState(doc, { nodes: readExact(docOf([p('Un arbre')], 4)) });
    merge(doc, away);
    expect(says(doc)).toEqual(['Un arbres']);
  });
});

describe('[V5] restoring one passage', () => {
  const [one, two] = [p('Un sol vivant.'), p('Une eau claire.')];
  test('that was changed, added or taken out', () => {
    const doc = docOf([one, p('Une eau trouble.'), p('En trop.')]);
    const [first, now, extra] = readExact(doc);
    const [, former] = readExact(docOf([one, two]));
    if (!first || !now || !extra || !former) throw new Error('three blocks expected');
    restorePassage(doc, { now, former, after: first, place: 1 });
    restorePassage(doc, { now: extra, former: null, after: null, place: 2 });
    expect(says(doc)).toEqual(['Un sol vivant.', 'Une eau claire.']);
    restorePassage(doc, { now: null, former: extra, after: first, place: 1 });
    expect(says(doc)).toEqual(['Un sol vivant.', 'En trop.', 'Une eau claire.']);
  });

  test('that somebody changed meanwhile is refused, and nothing is written', () => {
    const doc = docOf([one, two]);
    const [now] = readExact(docOf([p('Un sol qui n’est plus là.')]));
    if (!now) throw new Error('a block expected');
    const before = keys(doc);
    expect(restorePassage(doc, { now, former: null, after: null, place: 0 })).toEqual({
      ok: false,
      error: 'document.passageChanged',
    });
    expect(keys(doc)).toEqual(before);
  });
});
