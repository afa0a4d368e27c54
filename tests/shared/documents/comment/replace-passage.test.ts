import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import {
  caretPassage,
  findPassage,
  passageOf,
  plainText,
  type TextRange,
  textsOf,
} from '#shared/documents/comment/passage.ts';
import { replacePassage } from '#shared/documents/comment/replace-passage.ts';
import { appendBlocks, type BlockJson, DOCUMENT_FRAGMENT } from '#shared/documents/text/document-blocks.ts';
import { readDocument } from '#shared/documents/text/document-reader.ts';

const line = (text: string, marks: BlockJson['marks'] = []): BlockJson => ({ type: 'text', text, marks });
const paragraph = (...content: BlockJson[]): BlockJson => ({ type: 'paragraph', content });

function written(...blocks: BlockJson[]): Y.Doc {
  const doc = new Y.Doc();
  appendBlocks(doc, { blocks });
  return doc;
}

/** From these words to those, the first time they stand in the document. */
function passage(doc: Y.Doc, first: string, last = first) {
  const texts = textsOf(doc);
  const at = texts.findIndex((text) => plainText(text).includes(first));
  const end = texts.findIndex((text, index) => index >= at && plainText(text).includes(last));
  const ranges = texts.slice(at, end + 1).map((text, index, all): TextRange => {
    const plain = plainText(text);
    return {
      text,
      from: index === 0 ? plain.indexOf(first) : 0,
      to: index === all.length - 1 ? plain.indexOf(last) + last.length : plain.length,
    };
  });
  return passageOf(ranges as [TextRange, ...TextRange[]]);
}

const html = (doc: Y.Doc) => readDocument(doc).blocks.join('');

describe('a suggestion that is accepted', () => {
  test('[SG3] replaces its words by the proposed ones, with their marks, and can be taken back', () => {
    const doc = written(
      paragraph(line('Il faut '), line('relever tous les arbres', [{ type: 'bold' }]), line('.')),
    );
    const original = 'relever tous les arbres';
    const proposed = 'relever 200 arbres';
    const done = replacePassage(doc, { passage: passage(doc, original), original, proposed });
    expect(html(doc)).toBe('<p>Il faut <strong>relever 200 arbres</strong>.</p>');
    if (!done.ok) throw new Error(done.error);
    expect(findPassage(doc, done.value)?.text).toBe(proposed);
    expect(replacePassage(doc, { passage: done.value, original: proposed, proposed: original }).ok).toBe(
      true,
    );
    expect(html(doc)).toBe('<p>Il faut <strong>relever tous les arbres</strong>.</p>');
  });

  test('[SG3] leaves what both have in common to whoever wrote it', () => {
    const doc = written(paragraph(line('un inventaire complet des arbres')));
    const before = Y.encodeStateVector(doc);
    const original = 'un inventaire complet des arbres';
    replacePassage(doc, {
      passage: passage(doc, original),
      original,
      proposed: 'un inventaire partiel des arbres',
    });
    expect(html(doc)).toBe('<p>un inventaire partiel des arbres</p>');
    const { structs } = Y.decodeUpdate(Y.encodeStateAsUpdate(doc, before));
    expect(structs.reduce((sum, { length }) => sum + length, 0)).toBeLessThanOrEqual('partiel'.length);
  });

  test('[SG3] changes nothing when the passage says something else, or is gone', () => {
    const doc = written(paragraph(line('tous les arbres')), paragraph(line('autre chose')));
    const there = passage(doc, 'tous les arbres');
    textsOf(doc)[0]?.insert(4, 'vraiment ');
    const before = html(doc);
    const input = { passage: there, original: 'tous les arbres', proposed: 'certains arbres' };
    expect(replacePassage(doc, input)).toEqual({ ok: false, error: 'suggestion.passageChanged' });
    expect(html(doc)).toBe(before);
    doc.getXmlFragment(DOCUMENT_FRAGMENT).delete(0, 1);
    expect(replacePassage(doc, input)).toEqual({ ok: false, error: 'suggestion.passageChanged' });
    expect(html(doc)).toBe('<p>autre chose</p>');
  });

  test('[SG3] writes nothing when its words stand there already', () => {
    const doc = written(paragraph(line('relever tous les arbres')));
    const input = { passage: passage(doc, 'tous'), original: 'tous', proposed: '200' };
    expect(replacePassage(doc, input).ok).toBe(true);
    const before = Y.encodeStateAsUpdate(doc);
    expect(replacePassage(doc, input).ok).toBe(true);
    expect(html(doc)).toBe('<p>relever 200 les arbres</p>');
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
  });

  test('[SG3] inserts at a caret, in a text and in an empty paragraph', () => {
    const doc = written(paragraph(line('un trois')), paragraph());
    const [text] = textsOf(doc) as [Y.XmlText];
    const at = caretPassage({ type: text, index: 3 });
    expect(replacePassage(doc, { passage: at, original: '', proposed: 'deux ' }).ok).toBe(true);
    const empty = doc.getXmlFragment(DOCUMENT_FRAGMENT).get(1) as Y.XmlElement;
    const inEmpty = caretPassage({ type: empty, index: 0 });
    expect(replacePassage(doc, { passage: inEmpty, original: '', proposed: 'suite' }).ok).toBe(true);
    expect(html(doc)).toBe('<p>un deux trois</p><p>suite</p>');
  });

  test('[SG3] deletes, and what is left can be put back', () => {
    const doc = written(paragraph(line('un deux trois')));
    const done = replacePassage(doc, { passage: passage(doc, 'deux '), original: 'deux ', proposed: '' });
    expect(html(doc)).toBe('<p>un trois</p>');
    if (!done.ok) throw new Error(done.error);
    replacePassage(doc, { passage: done.value, original: '', proposed: 'deux ' });
    expect(html(doc)).toBe('<p>un deux trois</p>');
  });

  test('[SG3] may have more paragraphs than the passage, or fewer', () => {
    const doc = written(paragraph(line('un deux trois')), paragraph(line('fin')));
    replacePassage(doc, { passage: passage(doc, 'deux'), original: 'deux', proposed: 'A\nB\nC' });
    expect(html(doc)).toBe('<p>un A</p><p>B</p><p>C trois</p><p>fin</p>');
    const original = 'A\nB\nC';
    replacePassage(doc, { passage: passage(doc, 'A', 'C'), original, proposed: 'D\nE' });
    expect(html(doc)).toBe('<p>un D</p><p>E</p><p> trois</p><p>fin</p>');
  });

  test('[SG3] keeps line breaks in code', () => {
    const doc = written({ type: 'codeBlock', content: [line('a\nb')] });
    replacePassage(doc, { passage: passage(doc, 'a\nb'), original: 'a\nb', proposed: 'a\nc\nd' });
    expect(textsOf(doc).map(plainText)).toEqual(['a\nc\nd']);
  });

  test('[SG3] never splits a character that both begin with the same half of', () => {
    const doc = written(paragraph(line('un 🌳 vert')));
    replacePassage(doc, { passage: passage(doc, '🌳'), original: '🌳', proposed: '🌲' });
    expect(html(doc)).toBe('<p>un 🌲 vert</p>');
  });
});
