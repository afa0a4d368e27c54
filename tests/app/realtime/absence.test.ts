import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { countChanges, createAbsence } from '#app/realtime/absence.ts';
import { createBoardDoc } from '#shared/boards/board-doc.ts';
import { addCard, moveCard, renameCard } from '#shared/boards/card/card-operations.ts';
import { rejoin, replicas } from '#tests/support/realtime/replicas.ts';

/** What `theirs` does while apart, counted as it comes to `ours` in one piece. */
function comingFrom(start: (doc: Y.Doc) => void, work: (doc: Y.Doc) => void): number {
  const [ours, theirs] = replicas(2) as [Y.Doc, Y.Doc];
  start(ours);
  rejoin(ours, theirs);
  work(theirs);
  let count = 0;
  ours.on('afterTransaction', (transaction: Y.Transaction) => {
    count += countChanges(transaction);
  });
  Y.applyUpdate(ours, Y.encodeStateAsUpdate(theirs, Y.encodeStateVector(ours)));
  return count;
}

const textOf = (doc: Y.Doc) => (doc.getXmlFragment('t').get(0) as Y.XmlElement).get(0) as Y.XmlText;
function paragraph(doc: Y.Doc, words: string) {
  const element = new Y.XmlElement('paragraph');
  element.insert(0, [new Y.XmlText(words)]);
  doc.getXmlFragment('t').push([element]);
}

describe('[L6] what others changed meanwhile', () => {
  it('is a change a letter, written or taken away, however it travels', () => {
    const start = (doc: Y.Doc) => paragraph(doc, 'Début');
    const type = (doc: Y.Doc, words: string) => {
      for (const letter of words) textOf(doc).insert(textOf(doc).length, letter);
    };
    expect(comingFrom(start, (doc) => type(doc, ' fin'))).toBe(4);
    expect(
      comingFrom(start, (doc) => {
        textOf(doc).delete(4, 1);
        textOf(doc).delete(3, 1);
      }),
    ).toBe(2);
    expect(comingFrom(start, (doc) => textOf(doc).format(0, 3, { bold: true }))).toBe(1);
  });

  it('counts a new paragraph with its letters, and a removed one once', () => {
    const start = (doc: Y.Doc) => paragraph(doc, 'Début');
    expect(comingFrom(start, (doc) => paragraph(doc, 'Oui'))).toBe(4);
    expect(comingFrom(start, (doc) => doc.getXmlFragment('t').delete(0, 1))).toBe(1);
  });

  it('does not count what was written and taken away meanwhile', () => {
    expect(
      comingFrom(
        (doc) => paragraph(doc, 'Début'),
        (doc) => {
          textOf(doc).insert(0, 'x');
          textOf(doc).delete(0, 1);
        },
      ),
    ).toBe(0);
  });

  it('is one for a card that was added, moved or renamed', () => {
    const card = { cardId: 'c1', columnId: 'k1', title: 'Plans', createdAt: new Date(0), createdBy: 'p1' };
    const empty = (doc: Y.Doc) =>
      createBoardDoc(doc, { columns: ['k1', 'k2'].map((id) => ({ id, name: id, done: false })) });
    const withCard = (doc: Y.Doc) => {
      empty(doc);
      addCard(doc, card);
    };
    expect(comingFrom(empty, (doc) => addCard(doc, card))).toBe(1);
    expect(comingFrom(withCard, (doc) => moveCard(doc, { cardId: 'c1', columnId: 'k2' }))).toBe(1);
    expect(comingFrom(withCard, (doc) => renameCard(doc, { cardId: 'c1', title: 'Devis' }))).toBe(1);
  });
});

describe('[L6] the end of a time without connection', () => {
  const away = { isAway: true, isSettled: false };
  const back = { isAway: false, isSettled: true };

  it('tells what was delivered since it began, once everything is', () => {
    const absence = createAbsence();
    absence.look({ ...back, delivered: 5 });
    expect(absence.returned).toBeNull();
    absence.look({ ...away, delivered: 5 });
    absence.look({ isAway: false, isSettled: false, delivered: 9 });
    expect(absence.returned).toBeNull();
    absence.look({ ...back, delivered: 17 });
    expect(absence.returned).toEqual({ sent: 12, received: 0 });
  });

  it('says nothing when nothing went and nothing came', () => {
    const absence = createAbsence();
    absence.look({ ...away, delivered: 5 });
    absence.look({ ...back, delivered: 5 });
    expect(absence.returned).toBeNull();
  });

  it('counts what comes only while it lasts', () => {
    const absence = createAbsence();
    const doc = new Y.Doc();
    doc.on('afterTransaction', (transaction: Y.Transaction) => absence.came(transaction));
    const write = () => doc.getMap('m').set('k', 1);
    write();
    absence.look({ ...away, delivered: 0 });
    write();
    absence.look({ ...back, delivered: 0 });
    write();
    expect(absence.returned).toEqual({ sent: 0, received: 1 });
  });
});
