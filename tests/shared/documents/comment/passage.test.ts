import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import {
  caretPassage,
  findPassage,
  isPosition,
  onlyPassageQuoting,
  type Passage,
  passageOf,
  plainText,
  type TextRange,
  textsOf,
} from '#shared/documents/comment/passage.ts';
import { appendBlocks, DOCUMENT_FRAGMENT } from '#shared/documents/text/document-blocks.ts';

function paragraphs(...lines: string[]): Y.Doc {
  const doc = new Y.Doc();
  appendBlocks(doc, {
    blocks: lines.map((text) => ({
      type: 'paragraph',
      content: text === '' ? [] : [{ type: 'text', text }],
    })),
  });
  return doc;
}

/** The passage that these words are, the first time they stand in the document. */
function remember(doc: Y.Doc, words: string): Passage {
  const text = textsOf(doc).find((candidate) => plainText(candidate).includes(words)) as Y.XmlText;
  const from = plainText(text).indexOf(words);
  return passageOf([{ text, from, to: from + words.length }]);
}

const text = (doc: Y.Doc, index: number) => textsOf(doc)[index] as Y.XmlText;
const said = (doc: Y.Doc, passage: Passage) => findPassage(doc, passage)?.text ?? null;

function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
}

test('[CM9] words that stand in a document once are a passage; twice or never, none', () => {
  const doc = paragraphs('un deux trois', 'quatre deux');
  expect(said(doc, onlyPassageQuoting(doc, 'trois') as Passage)).toBe('trois');
  for (const words of ['deux', 'cinq', '']) expect(onlyPassageQuoting(doc, words)).toBeNull();
});

describe('a passage', () => {
  test('[CM2] follows its characters through edits before, inside and after it', () => {
    const doc = paragraphs('Planter une essence pour le climat qui vient, pas pour celui d’hier.');
    const passage = remember(doc, 'une essence pour le climat qui vient');
    text(doc, 0).insert(0, 'Il faut ');
    text(doc, 0).delete(plainText(text(doc, 0)).indexOf('pour le climat'), 'pour '.length);
    text(doc, 0).insert(text(doc, 0).length, ' Voilà.');
    expect(said(doc, passage)).toBe('une essence le climat qui vient');
  });

  test('[CM2] does not grow with what is written at its edges', () => {
    const doc = paragraphs('un deux trois');
    const passage = remember(doc, 'deux');
    text(doc, 0).insert(3, 'avant ');
    text(doc, 0).insert(plainText(text(doc, 0)).indexOf(' trois'), ' après');
    expect(said(doc, passage)).toBe('deux');
  });

  test('[CM2] is gone with its last character, and back when the deletion is undone, for everybody', () => {
    const doc = paragraphs('Relever tous les arbres de la commune.');
    const passage = remember(doc, 'tous les arbres');
    const undo = new Y.UndoManager(doc.getXmlFragment(DOCUMENT_FRAGMENT));
    text(doc, 0).delete(8, 'tous les arbres '.length);
    expect(findPassage(doc, passage)).toBeNull();
    undo.undo();
    expect(said(doc, passage)).toBe('tous les arbres');
    expect(said(copyOf(doc), passage)).toBe('tous les arbres');
  });

  test('[CM2] is gone with its whole paragraph, and back with it', () => {
    const doc = paragraphs('Avant', 'Un paragraphe entier', 'Après');
    const passage = remember(doc, 'Un paragraphe entier');
    const undo = new Y.UndoManager(doc.getXmlFragment(DOCUMENT_FRAGMENT));
    doc.getXmlFragment(DOCUMENT_FRAGMENT).delete(1, 1);
    expect(findPassage(doc, passage)).toBeNull();
    expect(findPassage(copyOf(doc), passage)).toBeNull();
    undo.undo();
    expect(said(copyOf(doc), passage)).toBe('Un paragraphe entier');
  });

  test('[CM2] is not found again where the same words stand in other surroundings, or twice', () => {
    const doc = paragraphs('le sol est sec', 'le sol est humide, le sol est sec');
    const passage = remember(doc, 'sol');
    doc.getXmlFragment(DOCUMENT_FRAGMENT).delete(0, 1);
    expect(findPassage(doc, passage)).toBeNull();
  });

  test('[CM2] may go over several paragraphs, and lose one of them', () => {
    const doc = paragraphs('premier', 'deuxième', 'troisième');
    const [one, two, three] = textsOf(doc) as [Y.XmlText, Y.XmlText, Y.XmlText];
    const ranges: [TextRange, ...TextRange[]] = [
      { text: one, from: 2, to: 7 },
      { text: two, from: 0, to: 8 },
      { text: three, from: 0, to: 4 },
    ];
    const passage = passageOf(ranges);
    expect(passage.quote).toBe('emier\ndeuxième\ntroi');
    doc.getXmlFragment(DOCUMENT_FRAGMENT).delete(1, 1);
    expect(said(doc, passage)).toBe('emier\ntroi');
  });

  test('[CM2] may be a caret, in a text or in an empty paragraph', () => {
    const doc = paragraphs('un deux', '');
    const inText = caretPassage({ type: text(doc, 0), index: 2 });
    const empty = doc.getXmlFragment(DOCUMENT_FRAGMENT).get(1) as Y.XmlElement;
    const inEmpty = caretPassage({ type: empty, index: 0 });
    text(doc, 0).insert(0, 'Alors ');
    expect(findPassage(doc, inText)).toMatchObject({ ranges: [], caret: { index: 8 } });
    expect(findPassage(doc, inEmpty)?.caret.type).toBe(empty);
    doc.getXmlFragment(DOCUMENT_FRAGMENT).delete(1, 1);
    expect(findPassage(doc, inEmpty)).toBeNull();
  });

  test('[CM3] is looked for without changing the document, whatever bytes it is made of', () => {
    const doc = paragraphs('un deux');
    const before = Y.encodeStateAsUpdate(doc);
    const types = [...doc.share.keys()];
    const rooted = Y.encodeRelativePosition(
      Y.createRelativePositionFromTypeIndex(new Y.Doc().getText('ailleurs'), 0),
    );
    for (const bytes of [new Uint8Array(0), new Uint8Array([255, 255, 255]), new Uint8Array(1_000), rooted]) {
      const passage = { start: bytes, end: bytes, quote: 'zzz', before: '', after: '' };
      expect(findPassage(doc, passage)).toBeNull();
      expect(isPosition(bytes)).toBe(false);
    }
    expect(isPosition(remember(doc, 'deux').start)).toBe(true);
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
    expect([...doc.share.keys()]).toEqual(types);
  });

  test('never quotes half of a character', () => {
    const doc = paragraphs(`${'a'.repeat(299)}🌳 après`);
    expect(remember(doc, `${'a'.repeat(299)}🌳`).quote).toBe('a'.repeat(299));
  });
});
