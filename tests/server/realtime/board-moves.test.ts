import { afterAll, beforeAll, expect, test } from 'vitest';
import type * as Y from 'yjs';
import { readBoard } from '#shared/boards/board-doc.ts';
import { moveCard } from '#shared/boards/card/card-operations.ts';
import { ANYBODY } from '#tests/support/anybody.ts';
import { fillBoard, layoutOf } from '#tests/support/boards/boards.ts';
import { until } from '#tests/support/patience.ts';
import { openStock } from '#tests/support/realtime/live-clients.ts';
import { type SignedIn, startTestServer, type TestServer } from '#tests/support/server.ts';

const MOVES = 250;

let server: TestServer;
let ana: SignedIn;
let bob: SignedIn;
beforeAll(async () => {
  server = await startTestServer();
  [ana, bob] = [await server.person({ role: 'contributor' }), await server.person({ role: 'contributor' })];
});
afterAll(() => server.close());

/** Where the card stands for this one. */
function placeOf(doc: Y.Doc): string {
  return JSON.stringify(layoutOf(doc));
}

test('[B1] [B2] 500 moves of one card by two people at once end the same for both, for the server and its tables', async () => {
  const { id, room } = await server.board();
  const [first, second] = [openStock(server, room, ana), openStock(server, room, bob)];
  await Promise.all([first.synced, second.synced]);
  fillBoard(first.doc, { todo: ['a', 'b', 'c'], doing: ['d'] });
  await until('both have the board', () => placeOf(second.doc) === placeOf(first.doc));

  const columns = ['todo', 'doing', 'done'];
  const moveOn = (doc: Y.Doc, at: number, shift: number) =>
    moveCard(doc, { cardId: 'a', columnId: columns[(at + shift) % 3] ?? 'todo', index: at % 3 });
  for (let at = 0; at < MOVES; at += 1) {
    moveOn(first.doc, at, 0);
    moveOn(second.doc, at, 1);
    // Lets both sockets speak, so that moves meet moves of the other at every stage of their way.
    if (at % 5 === 4) await new Promise((resolve) => setImmediate(resolve));
  }
  // What each writes last, the other has: then everything before has come too.
  for (const [column, { doc }] of [
    ['b', first],
    ['c', second],
  ] as const) {
    moveCard(doc, { cardId: column, columnId: 'done' });
  }
  await until('both have heard the other out', () =>
    [first, second].every(({ doc }) => ['b', 'c'].every((card) => layoutOf(doc).done?.includes(card))),
  );
  await until('both see the same', () => placeOf(second.doc) === placeOf(first.doc));

  const ids = Object.values(layoutOf(first.doc)).flat();
  expect(ids.sort()).toEqual(['a', 'b', 'c', 'd']);
  const { value } = await server.rooms.read(room, 'board', ANYBODY);
  expect(value).toEqual(readBoard(first.doc));

  const late = openStock(server, room, ana);
  await late.synced;
  expect(readBoard(late.doc)).toEqual(readBoard(first.doc));

  const inTables = async () => {
    const { rows } = await server.database.run(
      'select card_id, column_id from card where board_id = $1 order by column_id, "order", card_id',
      [id],
    );
    return rows.map(({ card_id, column_id }) => `${column_id} ${card_id}`);
  };
  const shown = Object.entries(layoutOf(first.doc))
    .flatMap(([column, cards]) => cards.map((card) => `${column} ${card}`))
    .sort();
  await until('the tables say the same', async () => (await inTables()).sort().join() === shown.join());
});
