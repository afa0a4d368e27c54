import pino from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createBoard } from '#db/boards/boards.ts';
import { findBoardsToRepeat } from '#db/boards/card/cards.ts';
import { listAudiences, listDestinations } from '#db/boards/destinations.ts';
import { findFileForMember, registerFile } from '#db/documents/file/files.ts';
import { inTransaction } from '#db/kernel/transaction.ts';
import { aGroup, aMember } from '#db/seed/builders/builders.ts';
import { createBoards } from '#server/boards/boards.ts';
import { repeatQueue } from '#server/boards/repeat-queue.ts';
import { startBoard } from '#shared/boards/board-start.ts';
import { boardTemplates } from '#shared/boards/board-templates.fr.ts';
import { addCardFile, setCardCover } from '#shared/boards/card/card-file-operations.ts';
import { descriptionName, writeLaidOut } from '#shared/boards/card/description-doc.ts';
import { PLATFORM_ID } from '#shared/people/person/platform.ts';
import { roomName } from '#shared/realtime/realtime.ts';
import { ANYBODY } from '#tests/support/anybody.ts';
import { operationsOn } from '#tests/support/kernel/operations.ts';
import { until } from '#tests/support/patience.ts';
import { openStock } from '#tests/support/realtime/live-clients.ts';
import { type SignedIn, startTestServer, type TestServer } from '#tests/support/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const now = () => new Date('2026-03-17T06:00:00Z');
const boards = () => {
  const { db, newId } = server.site;
  const operations = operationsOn(db, { now, rooms: server.rooms });
  return createBoards({ db, rooms: server.rooms, operations, now, newId });
};
const read = async (id: string) =>
  (await server.rooms.read(roomName({ kind: 'board', id }), 'board', ANYBODY)).value;

const whole = async (id: string) =>
  (await server.rooms.read(roomName({ kind: 'board', id }), 'wholeBoard', ANYBODY)).value;

async function make(by: SignedIn, groupId: string, title: string): Promise<string> {
  const { newId, db } = server.site;
  const start = startBoard(boardTemplates[0], newId);
  const made = await inTransaction(db, (tx) =>
    createBoard(tx, {
      boardId: newId(),
      groupId,
      by: by.id,
      now: now(),
      activityId: newId(),
      title,
      start,
    }),
  );
  if (!made.ok) throw new Error(made.error);
  return made.value.id;
}

async function addCard(boardId: string, by: SignedIn, title: string): Promise<string> {
  const room = roomName({ kind: 'board', id: boardId });
  const [column] = (await read(boardId)).columns;
  const cardId = server.site.newId();
  const born = { createdAt: now(), createdBy: by.id };
  await server.rooms.apply(room, { userId: by.id }, 'board.addCard', {
    cardId,
    title,
    columnId: column?.id ?? '',
    ...born,
  });
  return cardId;
}

/** Nadia writes in two groups, Yann in the first only; a board in each, a card of Nadia's and Yann's in the first. */
async function twoGroups() {
  const nadia = await server.person({ role: 'contributor', name: 'Nadia Ferrand' });
  const yann = await server.person({ role: 'contributor', name: 'Yann Le Goff' });
  const other = await aGroup(server.site);
  await aMember(server.site, { groupId: other.id, userId: nadia.id, role: 'contributor' });
  const [here, there] = [await make(nadia, server.groupId, 'Ici'), await make(nadia, other.id, 'Là-bas')];
  const cardId = await addCard(here, nadia, 'Relever les arbres');
  const label = (await read(here)).labels.find(({ name }) => name === 'Terrain');
  await server.rooms.apply(roomName({ kind: 'board', id: here }), { userId: nadia.id }, 'board.editCard', {
    cardId,
    description: 'Rue par rue.',
    due: '2026-03-20',
    labels: [label?.id ?? ''],
    assignees: [nadia.id, yann.id],
  });
  return { nadia, yann, other, here, there, cardId };
}

describe('[B26] a card moves to another board', () => {
  test('with what it says, its labels by name, the people of that group only; it stays in the archive, and says where it went', async () => {
    const { nadia, here, there, cardId } = await twoGroups();
    const moved = await boards().moveCard({ boardId: here, cardId, toBoardId: there, by: nadia.id });
    if (!moved.ok) throw new Error(moved.error);
    const target = await read(there);
    expect(target.columns[0]?.cards).toMatchObject([
      {
        id: moved.value.cardId,
        title: 'Relever les arbres',
        description: 'Rue par rue.',
        due: '2026-03-20',
        assignees: [nadia.id],
      },
    ]);
    expect(target.labels.map(({ name }) => name)).toEqual(['Données', 'Terrain', 'Écriture']);
    expect(target.columns[0]?.cards[0]?.labels).toEqual([
      target.labels.find(({ name }) => name === 'Terrain')?.id,
    ]);
    const source = await read(here);
    expect(source.columns.flatMap(({ cards }) => cards)).toEqual([]);
    expect(source.archived).toMatchObject([
      { id: cardId, movedTo: { boardId: there, cardId: moved.value.cardId } },
    ]);
  });

  test('[B75] with the layout of its description', async () => {
    const { nadia, here, there, cardId } = await twoGroups();
    const socket = openStock(server, roomName({ kind: 'board', id: here }), nadia);
    await socket.synced;
    const blocks = [
      {
        type: 'blockquote',
        attrs: {},
        content: [
          {
            type: 'paragraph',
            attrs: {},
            content: [{ type: 'text', text: 'Rue par rue', marks: [{ type: 'bold', attrs: {} }] }],
          },
        ],
      },
    ];
    const fragment = socket.doc.getXmlFragment(descriptionName(cardId));
    fragment.delete(0, fragment.length);
    writeLaidOut(fragment, blocks);
    await until('it is known', async () => (await whole(here)).texts[0]?.blocks[0]?.type === 'blockquote');
    const moved = await boards().moveCard({ boardId: here, cardId, toBoardId: there, by: nadia.id });
    if (!moved.ok) throw new Error(moved.error);
    expect((await whole(there)).texts).toEqual([{ cardId: moved.value.cardId, blocks }]);
  });

  test('with its files and its cover, which the other group may then read; one that is not of this board stays behind', async () => {
    const { nadia, other, here, there, cardId } = await twoGroups();
    const { db, newId } = server.site;
    const reader = await server.person();
    await aMember(server.site, { groupId: other.id, userId: reader.id, role: 'observer' });
    const named = (id: string) => ({ id, name: 'x.png', bytes: 12, width: 4, height: 3 });
    const photo = named(newId());
    const foreign = named(newId());
    const stored = { contentType: 'image/png', storageKey: 'a/b', uploadedBy: nadia.id, now: now() };
    await inTransaction(db, (tx) =>
      registerFile(tx, { ...photo, ...stored, groupId: server.groupId, boardId: here }),
    );
    const boardId = await make(nadia, server.groupId, 'x');
    await inTransaction(db, (tx) =>
      registerFile(tx, { ...foreign, ...stored, groupId: server.groupId, boardId }),
    );
    const room = roomName({ kind: 'board', id: here });
    const socket = openStock(server, room, nadia);
    await socket.synced;
    for (const file of [photo, foreign])
      addCardFile(socket.doc, { cardId, file: { ...file, kind: 'image', at: null } });
    setCardCover(socket.doc, { cardId, fileId: photo.id });
    await until('the server has the files', async () => {
      const [card] = (await read(here)).columns.flatMap(({ cards }) => cards);
      return card?.cover === photo.id;
    });
    const find = (fileId: string) => findFileForMember(db, { fileId, userId: reader.id, now: now() });
    expect(await find(photo.id)).toBeNull();

    const moved = await boards().moveCard({ boardId: here, cardId, toBoardId: there, by: nadia.id });
    expect(moved.ok).toBe(true);
    const [card] = (await read(there)).columns.flatMap(({ cards }) => cards);
    expect(card).toMatchObject({ cover: photo.id, files: [{ ...photo, kind: 'image', at: null }] });
    expect(await find(photo.id)).not.toBeNull();
    expect(await find(foreign.id)).toBeNull();
    expect((await read(here)).archived[0]?.files).toHaveLength(2);
  });

  test('[A5] not by somebody who may not write on both, and nothing changes', async () => {
    const { nadia, yann, other, here, there, cardId } = await twoGroups();
    const move = (by: string, change: object = {}) =>
      boards().moveCard({ boardId: here, cardId, toBoardId: there, by, ...change });
    expect(await move(yann.id)).toEqual({ ok: false, error: 'access.notFound' });
    await aMember(server.site, { groupId: other.id, userId: yann.id, role: 'observer' });
    expect(await move(yann.id)).toEqual({ ok: false, error: 'access.forbidden' });
    expect(await move((await server.person()).id)).toEqual({ ok: false, error: 'access.notFound' });
    expect(await move(nadia.id, { cardId: 'none' })).toEqual({ ok: false, error: 'board.cardNotFound' });
    expect(await move(nadia.id, { toBoardId: here })).toMatchObject({ ok: false });
    expect((await read(there)).columns.flatMap(({ cards }) => cards)).toEqual([]);
    expect((await read(here)).archived).toEqual([]);
  });

  test('to boards of groups in which one writes, this one excepted', async () => {
    const { nadia, yann, here, there } = await twoGroups();
    const { db } = server.site;
    const ids = async (userId: string) =>
      (await listDestinations(db, { userId, boardId: here, now: now() })).flatMap((one) =>
        one.boards.map(({ id }) => id),
      );
    expect(await ids(nadia.id)).toContain(there);
    expect(await ids(nadia.id)).not.toContain(here);
    expect(await ids(yann.id)).not.toContain(there);
  });

  test('with who would see it there, and which of them may be on the card today', async () => {
    const { nadia, yann, other, here } = await twoGroups();
    const { db } = server.site;
    const audience = async () =>
      (await listAudiences(db, { boardId: here, groupIds: [other.id], now: now() })).get(other.id);
    const before = await audience();
    expect(before?.peopleIds).toContain(nadia.id);
    expect(before?.peopleIds).not.toContain(yann.id);
    const guest = await server.person();
    await aMember(server.site, { groupId: other.id, userId: guest.id, role: 'observer' });
    const after = await audience();
    expect(after?.count).toBe((before?.count ?? 0) + 1);
    expect(after?.peopleIds).toEqual(before?.peopleIds);
  });
});

test('[B28] the job makes what is due, once for two of them at a time, in the name of the platform', async () => {
  const nadia = await server.person({ role: 'contributor' });
  const id = await make(nadia, server.groupId, 'Répétitions');
  const cardId = await addCard(id, nadia, 'Relever les compteurs');
  const repeat = { every: 'week', next: '2026-03-17' } as const;
  await server.rooms.apply(roomName({ kind: 'board', id }), { userId: nadia.id }, 'board.repeatCard', {
    cardId,
    repeat,
    series: 'releves',
  });
  const { db } = server.site;
  await until('the board is to be repeated', async () =>
    (await findBoardsToRepeat(db, { today: '2026-03-17' })).includes(id),
  );
  expect(await findBoardsToRepeat(db, { today: '2026-03-16' })).not.toContain(id);
  const log = pino({ level: 'silent' });
  const queue = () => repeatQueue({ db, rooms: () => server.rooms, log, now });
  await Promise.all([queue().run(null), queue().run(null)]);
  await queue().run(null);
  expect((await read(id)).columns[0]?.cards).toMatchObject([
    { id: cardId, repeat: null },
    { title: 'Relever les compteurs', createdBy: PLATFORM_ID, repeat: { next: '2026-03-24' } },
  ]);
});
