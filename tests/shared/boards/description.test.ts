import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { readBoard } from '#shared/boards/board-doc.ts';
import { setCardDescription } from '#shared/boards/card/card-operations.ts';
import { descriptionName } from '#shared/boards/card/description-doc.ts';
import { boardWith } from '#tests/support/boards/boards.ts';
import { countUpdates, rejoin, replicas } from '#tests/support/realtime/replicas.ts';

const fragmentOf = (doc: Y.Doc) => doc.getXmlFragment(descriptionName('a'));
const readIn = (doc: Y.Doc) => readBoard(doc).columns[0]?.cards[0]?.description;
const write = (doc: Y.Doc, description: string) => setCardDescription(doc, { cardId: 'a', description });

function element(name: string, ...children: (Y.XmlElement | Y.XmlText | string)[]): Y.XmlElement {
  const made = new Y.XmlElement(name);
  made.insert(
    0,
    children.map((child) => (typeof child === 'string' ? new Y.XmlText(child) : child)),
  );
  return made;
}

/** What the editor would have written: a sentence in bold, a list, a last line. */
function richCard(): Y.Doc {
  const doc = boardWith({ todo: ['a'] });
  const bold = new Y.XmlText();
  bold.applyDelta([{ insert: 'Mesurer ' }, { insert: 'à 14 h', attributes: { bold: {} } }]);
  const item = (...texts: string[]) =>
    element('listItem', ...texts.map((text) => element('paragraph', text)));
  fragmentOf(doc).insert(0, [
    element('paragraph', bold),
    element('bulletList', item('le mètre'), item('le carnet', 'bleu')),
    element('orderedList', item('aller'), item('revenir')),
    element('paragraph', 'Fin', element('hardBreak'), 'vers 16 h'),
  ]);
  return doc;
}

const RICH = 'Mesurer à 14 h\n- le mètre\n- le carnet\n  bleu\n1. aller\n2. revenir\nFin\nvers 16 h';

describe('[B50] a description', () => {
  test('reads as plain text, one line a paragraph, items behind their sign', () => {
    expect(readIn(richCard())).toBe(RICH);
  });

  test.each(['Une ligne', 'Deux\nlignes', 'Un blanc\n\nau milieu', '  en retrait', ''])(
    'written as %j reads the same',
    (text) => {
      const doc = boardWith({ todo: ['a'] });
      write(doc, text);
      expect(readIn(doc)).toBe(text);
    },
  );

  test('is read again after each change, by whomever, and in the middle of a transaction', () => {
    const doc = richCard();
    expect(readIn(doc)).toBe(RICH);
    const other = new Y.Doc();
    rejoin(doc, other);
    const last = fragmentOf(other).get(3);
    if (!(last instanceof Y.XmlElement)) throw new Error('no paragraph');
    (last.get(0) as Y.XmlText).insert(3, ' de la sortie');
    rejoin(doc, other);
    expect(readIn(doc)).toBe(RICH.replace('Fin', 'Fin de la sortie'));
    doc.transact(() => {
      fragmentOf(doc).delete(0, 3);
      expect(readIn(doc)).toBe('Fin de la sortie\nvers 16 h');
    });
    expect(readIn(doc)).toBe('Fin de la sortie\nvers 16 h');
  });

  test('that is written again as it reads keeps its layout, and nothing is written', () => {
    const doc = richCard();
    expect(countUpdates(doc, () => write(doc, RICH))).toBe(0);
  });

  test('of which a script changes one line keeps the layout of the others', () => {
    const doc = richCard();
    const [first, list] = fragmentOf(doc).toArray();
    write(doc, RICH.replace('1. aller\n2. revenir', 'Rentrer.\n\nPuis écrire.'));
    expect(readIn(doc)).toBe(RICH.replace('1. aller\n2. revenir', 'Rentrer.\n\nPuis écrire.'));
    expect(fragmentOf(doc).toArray().slice(0, 2)).toEqual([first, list]);
    expect(String(first)).toContain('<bold>à 14 h</bold>');
    write(doc, '');
    expect(fragmentOf(doc).length).toBe(0);
  });

  test('written in by two people at once keeps the letters of both', () => {
    const [ana, bob] = replicas(2) as [Y.Doc, Y.Doc];
    rejoin(richCard(), ana, bob);
    const typeAt = (doc: Y.Doc, at: number, text: string) => {
      const block = fragmentOf(doc).get(0) as Y.XmlElement;
      (block.get(0) as Y.XmlText).insert(at, text);
    };
    typeAt(ana, 0, 'Demain, ');
    typeAt(bob, 14, ' précises');
    rejoin(ana, bob);
    expect(readIn(ana)).toMatch(/^Demain, Mesurer à 14 h précises\n/);
    expect(readIn(bob)).toBe(readIn(ana));
  });

  test('of another make reads as what of it is text, and reading writes nothing', () => {
    const doc = boardWith({ todo: ['a', 'b', 'c'] });
    doc.getMap(descriptionName('b')).set('text', 'x');
    doc.getText(descriptionName('c')).insert(0, 'x');
    fragmentOf(doc).insert(0, [element('paragraph', element('unknown', 'mot')), new Y.XmlText('nu')]);
    let deep = element('paragraph', 'fond');
    for (let depth = 0; depth < 500; depth += 1) deep = element('blockquote', deep);
    fragmentOf(doc).insert(2, [deep]);
    const updates = countUpdates(doc, () => {
      expect(readBoard(doc).columns[0]?.cards.map((card) => card.description)).toEqual(['mot\nnu', '', '']);
    });
    expect(updates).toBe(0);
  });
});
