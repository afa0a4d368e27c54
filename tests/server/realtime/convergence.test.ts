import { afterAll, beforeAll, expect, test } from 'vitest';
import type { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { loadStoredRoom } from '#db/realtime/doc-updates.ts';
import { readBoard } from '#shared/boards/board-doc.ts';
import {
  addCard,
  archiveCard,
  moveCard,
  renameCard,
  restoreCard,
} from '#shared/boards/card/card-operations.ts';
import { addChecklistItem, toggleChecklistItem } from '#shared/boards/card/checklist-operations.ts';
import { addColumn, moveColumn, removeColumn } from '#shared/boards/column-operations.ts';
import { appendBlocks } from '#shared/documents/text/document-blocks.ts';
import { readDocument } from '#shared/documents/text/document-reader.ts';
import { ANYBODY } from '#tests/support/anybody.ts';
import { BORN, fillBoard } from '#tests/support/boards/boards.ts';
import { until } from '#tests/support/patience.ts';
import { openStock } from '#tests/support/realtime/live-clients.ts';
import { type Chance, chanceFrom, editAtRandom, openEditor } from '#tests/support/realtime/random-editor.ts';
import { type SignedIn, startTestServer, type TestServer } from '#tests/support/server.ts';

const isLong = process.env.TEST_LONG === '1';
const PEOPLE = 5;
const STEPS = isLong ? 100 : 60;
/** Seeds that failed once. They run each time. */
const PINNED: readonly number[] = [];
const SEEDS = [...PINNED, ...Array.from({ length: isLong ? 1_000 : 4 }, (_, index) => index + 1)];

let server: TestServer;
let people: SignedIn[];
beforeAll(async () => {
  // Each of ten stock providers waits for the end of the process.
  process.setMaxListeners(0);
  server = await startTestServer();
  people = [];
  for (let i = 0; i < PEOPLE; i++) people.push(await server.person({ role: 'contributor' }));
});
afterAll(() => server.close());

interface Peer {
  readonly text: Y.Doc;
  readonly board: Y.Doc;
  readonly providers: readonly WebsocketProvider[];
}

test.for(SEEDS)(
  '[R1] seed %i: whatever five people write, cut off and come back, all have the same, and the server too',
  async (seed) => {
    const chance = chanceFrom(seed);
    const [document, board] = [await server.document(), await server.board()];
    const peers = people.map((person): Peer => {
      const [text, cards] = [openStock(server, document.room, person), openStock(server, board.room, person)];
      return { text: text.doc, board: cards.doc, providers: [text.provider, cards.provider] };
    });
    const [first] = peers;
    if (!first) throw new Error('people expected');
    await allSynced(peers);
    appendBlocks(first.text, {
      blocks: [{ type: 'paragraph', content: [{ type: 'text', text: 'Relevé de mars' }] }],
    });
    fillBoard(first.board, { todo: ['plans', 'photos'], doing: ['devis'] });
    await allTheSame(peers);

    for (let step = 0; step < STEPS; step++) {
      const peer = peers[chance(PEOPLE)] ?? first;
      const isAway = peer.providers.some(({ shouldConnect }) => !shouldConnect);
      if (isAway ? chance(10) === 0 : chance(50) === 0)
        for (const provider of peer.providers) isAway ? provider.connect() : provider.disconnect();
      if (chance(5) < 3) editAtRandom(peer.text, chance);
      else moveCards(peer.board, chance, step);
      // Frames travel meanwhile, sometimes after one change, sometimes after several.
      if (chance(3) === 0) await new Promise(setImmediate);
    }
    for (const { providers } of peers) for (const provider of providers) provider.connect();
    await allSynced(peers);
    await allTheSame(peers);

    // Editors that open what has met remove what the schema forbids, until there is nothing left to remove.
    for (let isChanged = true; isChanged; ) {
      const before = Y.snapshot(first.text);
      for (const { text } of peers) openEditor(text);
      await allTheSame(peers);
      isChanged = !Y.equalSnapshots(before, Y.snapshot(first.text));
    }
    const shown = openEditor(first.text);
    if (shown.childCount > 0) shown.check();
    const stored = {
      text: await storedDoc(document.room, first.text),
      board: await storedDoc(board.room, first.board),
    };
    for (const { text, board: cards } of [...peers, stored]) {
      expect(structsOf(text)).toEqual(structsOf(first.text));
      expect(structsOf(cards)).toEqual(structsOf(first.board));
      expect(openEditor(text).toJSON()).toEqual(shown.toJSON());
      expect(readBoard(cards)).toEqual(readBoard(first.board));
    }
    expect((await server.rooms.read(document.room, 'document', ANYBODY)).value).toEqual(
      readDocument(first.text),
    );
    expect((await server.rooms.read(board.room, 'board', ANYBODY)).value).toEqual(readBoard(first.board));
    for (const { providers } of peers) for (const provider of providers) provider.destroy();
  },
);

function moveCards(doc: Y.Doc, chance: Chance, step: number): void {
  const { columns, archived } = readBoard(doc);
  const cards = columns.flatMap((column) => column.cards);
  const columnId = columns[chance(columns.length)]?.id ?? '';
  const cardId = cards[chance(Math.max(1, cards.length))]?.id ?? '';
  const index = chance(5);
  const unique = `${doc.clientID}-${step}`;
  const kind = chance(20);
  if (kind < 5) addCard(doc, { cardId: unique, columnId, title: `Carte ${step}`, index, ...BORN });
  else if (kind < 11) moveCard(doc, { cardId, columnId, index });
  else if (kind < 13) renameCard(doc, { cardId, title: `Renommée ${step}` });
  else if (kind < 15) addChecklistItem(doc, { cardId, itemId: unique, text: 'étape' });
  else if (kind < 16)
    toggleChecklistItem(doc, { cardId, itemId: cards[0]?.checklists[0]?.items[0]?.id ?? '', done: true });
  else if (kind < 17) archiveCard(doc, { cardId });
  else if (kind < 18) restoreCard(doc, { cardId: archived[0]?.id ?? '' });
  else if (kind < 19) addColumn(doc, { columnId: unique, name: `Colonne ${step}` });
  else if (index < 3) moveColumn(doc, { columnId, index });
  else removeColumn(doc, { columnId });
}

function allSynced(peers: readonly Peer[]): Promise<void> {
  const providers = peers.flatMap((peer) => peer.providers);
  return until('all are synced', () => providers.every(({ synced }) => synced));
}

/** Every replica has the same structs and deletions. */
function allTheSame(peers: readonly Peer[]): Promise<void> {
  return until('all have the same', () =>
    (['text', 'board'] as const).every((part) => {
      const [first, ...others] = peers.map((peer) => Y.snapshot(peer[part]));
      return first !== undefined && others.every((other) => Y.equalSnapshots(first, other));
    }),
  );
}

/** What the database has of a room, once it has all that this replica has: what each removed by itself may still be on its way. */
async function storedDoc(room: string, replica: Y.Doc): Promise<Y.Doc> {
  let doc = new Y.Doc();
  await until('the database has it too', async () => {
    const { snapshot, updates } = await loadStoredRoom(server.database.run, room);
    doc = new Y.Doc();
    for (const { data } of snapshot ? [snapshot, ...updates] : updates) Y.applyUpdate(doc, data);
    return Y.equalSnapshots(Y.snapshot(doc), Y.snapshot(replica));
  });
  return doc;
}

/**
 * The struct store, written out: every run of every client with what it hangs on. Of what is deleted only that it is: how much of it a
 * replica keeps, and in how many pieces, follows from the order in which it heard of it.
 */
function structsOf({ store }: Y.Doc): Record<string, string[]> {
  return Object.fromEntries([...store.clients].map(([client, structs]) => [client, runsOf(structs)]));
}

function runsOf(structs: readonly (Y.Item | Y.GC)[]): string[] {
  const name = (id: Y.ID | null) => (id ? `${id.client}.${id.clock}` : '-');
  let isGone = false;
  return structs.flatMap((struct) => {
    const wasGone = isGone;
    isGone = struct.deleted;
    if (isGone) return wasGone ? [] : [`${struct.id.clock} deleted`];
    if (!(struct instanceof Y.Item)) return [`${struct.id.clock} ${struct.constructor.name}`];
    const { id, length, content, origin, rightOrigin } = struct;
    return [
      `${id.clock}+${length} ${content.constructor.name} after ${name(origin)} before ${name(rightOrigin)}`,
    ];
  });
}
