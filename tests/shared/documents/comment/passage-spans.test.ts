import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import {
  caretPassage,
  type Passage,
  passageOf,
  passageQuoting,
  textsOf,
} from '#shared/documents/comment/passage.ts';
import { passageSpans } from '#shared/documents/comment/passage-spans.ts';
import { appendBlocks, type BlockJson } from '#shared/documents/text/document-blocks.ts';
import { readBlocks } from '#shared/documents/text/document-json.ts';

const t = (text: string, ...marks: string[]): BlockJson => ({
  type: 'text',
  text,
  marks: marks.map((type) => ({ type })),
});
const p = (...content: BlockJson[]): BlockJson => ({ type: 'paragraph', content });

function docOf(...blocks: BlockJson[]): Y.Doc {
  const doc = new Y.Doc();
  appendBlocks(doc, { blocks });
  return doc;
}

/** The characters that a reader of the blocks finds at a span. */
function saidAt(doc: Y.Doc, passage: Passage): string | null {
  const words: string[] = [];
  const visit = ({ text, content = [] }: BlockJson) => {
    if (text) words.push(text);
    content.forEach(visit);
  };
  readBlocks(doc).forEach(visit);
  const [span] = passageSpans(doc, { passages: [passage] });
  return span ? words.join('').slice(span.from, span.to) : null;
}

const quoting = (doc: Y.Doc, words: string) => passageQuoting(doc, words) as Passage;

describe('where a passage stands among the characters of the blocks', () => {
  test('[CM2] through marks, notes, objects and the blocks before it', () => {
    const doc = docOf(
      p(t('Avant '), t('gras', 'bold'), { type: 'footnote', content: [t('une note')] }, t(' après')),
      p(t('Vu par '), { type: 'mention', attrs: { label: 'Nadia' } }, t(' le soir.')),
      { type: 'bulletList', content: [{ type: 'listItem', content: [p(t('premier point'))] }] },
    );
    for (const words of ['gras', 'une note', ' après', 'le soir', 'premier'])
      expect(saidAt(doc, quoting(doc, words))).toBe(words);
  });

  test('[CM2] over several paragraphs, and at a caret', () => {
    const doc = docOf(p(t('un deux')), p(t('trois')), p(t('quatre cinq')));
    const [first, second, third] = textsOf(doc) as [Y.XmlText, Y.XmlText, Y.XmlText];
    const passage = passageOf([
      { text: first, from: 3, to: 7 },
      { text: second, from: 0, to: 5 },
      { text: third, from: 0, to: 6 },
    ]);
    expect(saidAt(doc, passage)).toBe('deuxtroisquatre');
    expect(passageSpans(doc, { passages: [caretPassage({ type: second, index: 2 })] })).toEqual([
      { from: 9, to: 9 },
    ]);
  });

  test('[CM2] nowhere once it is gone, or in what no reader gives', () => {
    const doc = docOf(p(t('un deux trois')));
    const gone = quoting(doc, 'deux');
    textsOf(doc)[0]?.delete(3, 4);
    expect(passageSpans(doc, { passages: [gone] })).toEqual([null]);
    const deep = docOf(
      Array.from({ length: 70 }).reduce<BlockJson>(
        (inner) => ({ type: 'blockquote', content: [inner] }),
        p(t('tout au fond')),
      ),
      p(t('en haut')),
    );
    expect(saidAt(deep, quoting(deep, 'en haut'))).toBe('en haut');
    expect(passageSpans(deep, { passages: [quoting(deep, 'au fond')] })).toEqual([null]);
  });
});
