import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { type Diff, diffDocuments, sideOf } from '#shared/documents/history/document-diff.ts';
import { blocksOf, keyOf, readExact } from '#shared/documents/history/exact-node.ts';
import type { BlockJson } from '#shared/documents/text/document-blocks.ts';
import { readBlocks } from '#shared/documents/text/document-json.ts';
import { docOf, normal, someBlocks, twoStates } from '#tests/support/realtime/random-documents.ts';
import { withUnknown } from '#tests/support/realtime/unknown-content.ts';

const p = (...content: BlockJson[]): BlockJson => ({ type: 'paragraph', content });
const t = (text: string, ...marks: string[]): BlockJson => ({
  type: 'text',
  text,
  marks: marks.map((type) => ({ type })),
});
const exact = (...blocks: BlockJson[]) => readExact(docOf(blocks));
const diffed = (before: BlockJson[], after: BlockJson[]) =>
  diffDocuments(exact(...before), exact(...after)).map(({ diff }) => diff);
/** What a reader sees of a diff: words with + - ~ before what was added, removed, restyled. */
function seen(diffs: readonly Diff[]): string {
  return diffs
    .map((diff) => {
      if (diff.kind === 'changed') return `${diff.isReset ? '!' : ''}(${seen(diff.children)})`;
      const sign = { same: '', added: '+', removed: '-', restyled: '~', movedFrom: '<', movedTo: '>' }[
        diff.kind
      ];
      const said =
        diff.node.kind === 'text' ? diff.node.runs.map(({ text }) => text).join('') : saidBy(diff.node);
      return sign ? `${sign}[${said}]` : said;
    })
    .join('');
}
function saidBy(node: ReturnType<typeof exact>[number]): string {
  return node.kind === 'text'
    ? node.runs.map(({ text }) => text).join('')
    : node.children.map(saidBy).join('|');
}

describe('[V1] a comparison loses nothing: each of its sides is the state that it came from', () => {
  test('whatever the documents hold', () => {
    fc.assert(
      fc.property(twoStates, ([before, after]) => {
        const [one, other] = [exact(...before), exact(...after)];
        const diffs = diffDocuments(one, other).map(({ diff }) => diff);
        // Moved blocks stand where they are in each state, so both orders come back.
        expect(sideOf(diffs, 'before').map(normal)).toEqual(one.map(normal));
        expect(sideOf(diffs, 'after').map(normal)).toEqual(other.map(normal));
      }),
      { numRuns: 300 },
    );
  });

  test('two texts that have nothing to do with each other', () => {
    fc.assert(
      fc.property(someBlocks, someBlocks, (before, after) => {
        const [one, other] = [exact(...before), exact(...after)];
        const diffs = diffDocuments(one, other).map(({ diff }) => diff);
        expect(sideOf(diffs, 'before').map(normal)).toEqual(one.map(normal));
        expect(sideOf(diffs, 'after').map(normal)).toEqual(other.map(normal));
      }),
      { numRuns: 200 },
    );
  });

  test('what a later version wrote is compared and shown like the rest', () => {
    const doc = withUnknown();
    const before = readExact(doc);
    doc.getXmlFragment('default').delete(1, 1);
    const kinds = diffDocuments(before, readExact(doc)).map(({ diff }) => diff.kind);
    expect(kinds).toEqual(['same', 'removed', 'same', 'same', 'same']);
  });
});

describe('[V2] a comparison says the least that happened', () => {
  test('a word exchanged, a sentence added, one taken out', () => {
    expect(
      seen(
        diffed(
          [p(t('Tout chantier à moins de deux mètres d’un tronc. Les racines restent.'))],
          [p(t('Tout chantier à moins de trois mètres d’un tronc.'))],
        ),
      ),
    ).toBe('(Tout chantier à moins de -[deux]+[trois] mètres d’un tronc.-[ Les racines restent.])');
  });

  test('bold given to words that stay, and nothing else', () => {
    expect(
      seen(diffed([p(t('Un arbre à garder.'))], [p(t('Un '), t('arbre', 'bold'), t(' à garder.'))])),
    ).toBe('(Un ~[arbre] à garder.)');
  });

  test('a paragraph made a heading, a heading of another level', () => {
    const heading = (level: number): BlockJson => ({
      type: 'heading',
      attrs: { level },
      content: [t('Le sol')],
    });
    expect(seen(diffed([p(t('Le sol')), heading(2)], [heading(3), heading(2)]))).toBe('!(Le sol)Le sol');
    expect(seen(diffed([heading(2)], [heading(4)]))).toBe('!(Le sol)');
  });

  test('one cell of a table, one item of a list', () => {
    const table = (...rows: string[][]): BlockJson => ({
      type: 'table',
      content: rows.map((cells) => ({
        type: 'tableRow',
        content: cells.map((cell) => ({ type: 'tableCell', content: [p(t(cell))] })),
      })),
    });
    expect(
      seen(
        diffed(
          [table(['Essence', 'Ombre'], ['Chêne', 'forte'], ['Orme', 'moyenne'])],
          [table(['Essence', 'Ombre'], ['Chêne', 'très forte'], ['Orme', 'moyenne'])],
        ),
      ),
    ).toBe('(Essence|Ombre(Chêne((+[très ]forte)))Orme|moyenne)');
    const list = (...items: string[]): BlockJson => ({
      type: 'bulletList',
      content: items.map((item) => ({ type: 'listItem', content: [p(t(item))] })),
    });
    expect(seen(diffed([list('un sol', 'une eau')], [list('un sol', 'un ciel', 'une eau')]))).toBe(
      '(un sol+[un ciel]une eau)',
    );
  });

  test('a block moved is said to be moved', () => {
    const [a, b, c] = [p(t('Un premier passage.')), p(t('Un autre, tout différent.')), p(t('La suite.'))];
    const moved = seen(diffed([a, b, c], [b, c, a]));
    expect(moved).toBe('<[Un premier passage.]Un autre, tout différent.La suite.>[Un premier passage.]');
  });

  test('five thousand words in one block, of which three changed', () => {
    const sentences = Array.from(
      { length: 500 },
      (_, n) => `Phrase numéro ${n} de la note, avec dix mots en tout.`,
    );
    const after = sentences
      .with(3, 'Phrase numéro 3 de la note, avec onze mots en tout.')
      .with(490, 'Une autre.');
    const [diff] = diffed([p(t(sentences.join(' ')))], [p(t(after.join(' ')))]);
    const changed = diff?.kind === 'changed' ? diff.children.filter(({ kind }) => kind !== 'same') : [];
    expect(seen(changed).length).toBeLessThan(120);
  });
});

test('[V1] reading exactly says what reading says, and how a text was cut into runs does not count', () => {
  fc.assert(
    fc.property(someBlocks, (blocks) => {
      const doc = docOf(blocks);
      expect(readExact(doc).flatMap(blocksOf)).toEqual(readBlocks(doc));
      // Another writer's copy of the same text, written in two goes.
      const copy = docOf(blocks.slice(0, 2), 7);
      Y.applyUpdate(copy, Y.encodeStateAsUpdate(new Y.Doc()));
      expect(readExact(copy).map(keyOf)).toEqual(readExact(doc).slice(0, 2).map(keyOf));
    }),
  );
});
