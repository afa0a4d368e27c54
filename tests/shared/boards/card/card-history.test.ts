import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { addCardFile, removeCardFile } from '#shared/boards/card/card-file-operations.ts';
import { type CardEvent, historyPage } from '#shared/boards/card/card-history.ts';
import { type LoggedUpdate, readCardHistory } from '#shared/boards/card/card-history-doc.ts';
import {
  addCard,
  archiveCard,
  moveCard,
  renameCard,
  restoreCard,
  setCardDescription,
} from '#shared/boards/card/card-operations.ts';
import { setCardProperties } from '#shared/boards/card/property/property-operations.ts';
import { addBlocker, removeBlocker } from '#shared/boards/card/relation-operations.ts';
import { BORN, fillBoard } from '#tests/support/boards/boards.ts';

const NADIA = 1;
const YANN = 2;
const owners = new Map([
  [NADIA, 'nadia'],
  [YANN, 'yann'],
]);

/** A board whose log is written as the server writes it: one row a gesture, a minute apart, under a clientID of its author. */
function logOf() {
  const doc = new Y.Doc();
  const log: LoggedUpdate[] = [];
  let minute = 0;
  const by = (client: number, gesture: (doc: Y.Doc) => void) => {
    const theirs = new Y.Doc();
    Y.applyUpdate(theirs, Y.encodeStateAsUpdate(doc));
    theirs.clientID = client;
    const known = Y.encodeStateVector(theirs);
    gesture(theirs);
    const data = Y.encodeStateAsUpdate(theirs, known);
    Y.applyUpdate(doc, data);
    log.push({
      data,
      at: new Date(Date.UTC(2023, 2, 14, 9, minute++)).toISOString(),
      writers: [owners.get(client) ?? ''],
    });
  };
  by(NADIA, (theirs) => fillBoard(theirs, { todo: ['other'] }));
  return { log, by };
}

const told = (events: readonly CardEvent[]) => events.map(({ at, ...event }) => event);

describe('history of a card', () => {
  test('[B32] it says who did what, from the register of the server, with the names of then', () => {
    const { log, by } = logOf();
    const cardId = 'a';
    // A client may say what it likes: who created it is who wrote it.
    by(NADIA, (doc) => addCard(doc, { cardId, columnId: 'todo', title: 'A', ...BORN, createdBy: 'yann' }));
    by(YANN, (doc) => moveCard(doc, { cardId, columnId: 'doing' }));
    by(NADIA, (doc) => setCardProperties(doc, { cardId, assignees: ['yann'] }));
    by(YANN, (doc) => setCardProperties(doc, { cardId, due: '2023-04-01' }));
    by(NADIA, (doc) => renameCard(doc, { cardId, title: 'Autre' }));
    by(YANN, (doc) => setCardProperties(doc, { cardId, labels: ['field'] }));
    by(NADIA, (doc) => addBlocker(doc, { cardId, blockerId: 'other' }));
    by(YANN, (doc) => removeBlocker(doc, { cardId, blockerId: 'other' }));
    const file = { id: 'plan', name: 'plan.pdf', bytes: 9, kind: 'pdf', width: null, height: null } as const;
    by(NADIA, (doc) => addCardFile(doc, { cardId, file: { ...file, at: null } }));
    by(YANN, (doc) => removeCardFile(doc, { cardId, fileId: 'plan' }));
    by(NADIA, (doc) => setCardProperties(doc, { cardId, assignees: [] }));
    by(YANN, (doc) => archiveCard(doc, { cardId }));
    by(NADIA, (doc) => restoreCard(doc, { cardId }));
    const events = readCardHistory(log, owners, cardId);
    expect(told(events)).toEqual([
      { by: 'nadia', what: 'created', to: 'À faire' },
      { by: 'yann', what: 'moved', from: 'À faire', to: 'En cours' },
      { by: 'nadia', what: 'assigned', id: 'yann' },
      { by: 'yann', what: 'due', to: '2023-04-01' },
      { by: 'nadia', what: 'renamed', from: 'A', to: 'Autre' },
      { by: 'yann', what: 'labelled', id: 'field' },
      { by: 'nadia', what: 'blocked', to: 'OTHER' },
      { by: 'yann', what: 'unblocked', to: 'OTHER' },
      { by: 'nadia', what: 'attached', to: 'plan.pdf' },
      { by: 'yann', what: 'detached', to: 'plan.pdf' },
      { by: 'nadia', what: 'unassigned', id: 'yann' },
      { by: 'yann', what: 'archived' },
      { by: 'nadia', what: 'restored' },
    ]);
    expect(events[1]?.at).toBe('2023-03-14T09:02:00.000Z');
    expect(told(readCardHistory(log, owners, 'other'))).toEqual([
      { by: 'nadia', what: 'created', to: 'À faire' },
    ]);
    expect(readCardHistory(log, owners, 'nobody')).toEqual([]);
  });

  test('[B32] [K1] of a minute packed as one row, each thing is told of its author; what was only taken away, of nobody', () => {
    const { log, by } = logOf();
    by(NADIA, (doc) => addCard(doc, { cardId: 'a', columnId: 'todo', title: 'A', ...BORN }));
    by(NADIA, (doc) => setCardProperties(doc, { cardId: 'a', assignees: ['yann'] }));
    const start = log.length;
    by(YANN, (doc) => moveCard(doc, { cardId: 'a', columnId: 'done' }));
    by(NADIA, (doc) => setCardProperties(doc, { cardId: 'a', due: '2023-04-01' }));
    by(NADIA, (doc) => setCardProperties(doc, { cardId: 'a', assignees: [] }));
    const minute = log.slice(start);
    const packed = {
      data: Y.mergeUpdates(minute.map(({ data }) => data)),
      at: '2023-03-14T09:59:00.000Z',
      writers: ['nadia', 'yann'],
    };
    const events = readCardHistory([...log.slice(0, start), packed], owners, 'a');
    expect(told(events.slice(2))).toEqual([
      { by: 'yann', what: 'moved', from: 'À faire', to: 'Fait' },
      { by: 'nadia', what: 'due', to: '2023-04-01' },
      { by: null, what: 'unassigned', id: 'yann' },
    ]);
  });

  test('[B32] a rank inside its column is no news, and neither is what happens to others', () => {
    const { log, by } = logOf();
    by(NADIA, (doc) => addCard(doc, { cardId: 'a', columnId: 'todo', title: 'A', ...BORN }));
    by(YANN, (doc) => moveCard(doc, { cardId: 'a', columnId: 'todo', index: 0 }));
    by(YANN, (doc) => renameCard(doc, { cardId: 'other', title: 'X' }));
    expect(readCardHistory(log, owners, 'a')).toHaveLength(1);
  });

  test('[B32] pages have the newest first, what was commented among it, and a text that one goes on writing once', () => {
    const { log, by } = logOf();
    by(NADIA, (doc) => addCard(doc, { cardId: 'a', columnId: 'todo', title: 'A', ...BORN }));
    for (const text of ['P', 'Pl', 'Plans'])
      by(NADIA, (doc) => setCardDescription(doc, { cardId: 'a', description: text }));
    by(YANN, (doc) => setCardDescription(doc, { cardId: 'a', description: 'Plans et relevés' }));
    const comments = Array.from(
      { length: 25 },
      (_, index): CardEvent => ({
        at: new Date(Date.UTC(2023, 2, 15, 9, index)).toISOString(),
        by: 'yann',
        what: 'commented',
      }),
    );
    const sources = [readCardHistory(log, owners, 'a'), comments];
    const first = historyPage(sources, 0);
    expect([first.events.length, first.left]).toEqual([20, 8]);
    expect(told(historyPage(sources, 25).events)).toEqual([
      { by: 'yann', what: 'described' },
      { by: 'nadia', what: 'described' },
      { by: 'nadia', what: 'created', to: 'À faire' },
    ]);
    expect(historyPage(sources, 25).left).toBe(0);
  });
});
