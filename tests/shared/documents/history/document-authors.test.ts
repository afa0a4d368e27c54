import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { readAuthors, sharesOf, sumOf } from '#shared/documents/history/document-authors.ts';
import { type BlockJson, DOCUMENT_FRAGMENT } from '#shared/documents/text/document-blocks.ts';
import { Authorship } from '#shared/realtime/lineage/authorship.ts';
import { docOf } from '#tests/support/realtime/random-documents.ts';

const p = (text: string): BlockJson => ({ type: 'paragraph', content: [{ type: 'text', text }] });

describe('[V6] who wrote what', () => {
  test('is counted block by block, in characters that are still there', () => {
    const doc = docOf([p('Un arbre'), { type: 'image', attrs: { alt: 'Une place' } }], 1);
    const other = new Y.Doc();
    other.clientID = 2;
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
    const block = other.getXmlFragment(DOCUMENT_FRAGMENT).get(0);
    const text = block instanceof Y.XmlElement ? block.get(0) : null;
    if (!(text instanceof Y.XmlText)) throw new Error('a text expected');
    text.insert(8, ' mort');
    text.delete(0, 3);
    const authorship = new Authorship(
      new Map([
        [1, 'Nadia'],
        [2, 'Farid'],
      ]),
    );
    const read = readAuthors(other, authorship);
    // Spaces are nobody's.
    expect(read.map((block) => Object.fromEntries(block))).toEqual([{ Nadia: 5, Farid: 4 }, { Nadia: 1 }]);
    expect(Object.fromEntries(sumOf(read))).toEqual({ Nadia: 6, Farid: 4 });
  });

  test('shares come to a hundred, the largest first', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 5_000 }), { minLength: 1, maxLength: 9 }), (counts) => {
        const shares = sharesOf(
          new Map(counts.map((count, index) => [`${index}`, count])),
          (author) => author,
        );
        expect(shares.reduce((sum, { percent }) => sum + percent, 0)).toBe(100);
        expect(shares.map(({ percent }) => percent)).toEqual(
          shares.map(({ percent }) => percent).toSorted((a, b) => b - a),
        );
      }),
    );
    expect(sharesOf(new Map(), (author) => author)).toEqual([]);
    expect(
      sharesOf(
        new Map([
          ['a', 30],
          ['b', 10],
          ['c', 20],
        ]),
        (author) => (author === 'b' ? 'Valmont' : 'Pont'),
      ),
    ).toEqual([
      { who: 'Pont', percent: 83 },
      { who: 'Valmont', percent: 17 },
    ]);
  });
});
