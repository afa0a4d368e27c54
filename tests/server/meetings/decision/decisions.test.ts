import pino from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { setVisibility } from '#db/documents/access/document-access.ts';
import { findObjectNames } from '#db/documents/object/object-names.ts';
import { inTransaction } from '#db/kernel/transaction.ts';
import { findAction } from '#db/meetings/decision/actions.ts';
import { aBoard, aGroup } from '#db/seed/builders/builders.ts';
import { createOutcomes, type Outcomes } from '#server/meetings/decision/outcomes.ts';
import type { OutcomeKind } from '#shared/documents/attribute/outcome-kind.ts';
import { type RoomKind, type RoomRef, roomName } from '#shared/realtime/realtime.ts';
import { ANYBODY } from '#tests/support/anybody.ts';
import { heardOn, operationsOn } from '#tests/support/kernel/operations.ts';
import { until } from '#tests/support/patience.ts';
import { HandSocket } from '#tests/support/realtime/live-clients.ts';
import { type SignedIn, startTestServer, type TestServer } from '#tests/support/server.ts';

let server: TestServer;
let outcomes: Outcomes;
let projected: (ref: RoomRef) => void;
let anna: SignedIn;
beforeAll(async () => {
  server = await startTestServer();
  outcomes = follow();
  anna = await server.person({ role: 'facilitator', name: 'Anna Morel' });
});
afterAll(async () => {
  outcomes.stop();
  await server.close();
});

function follow(): Outcomes {
  const { database, rooms, site } = server;
  return createOutcomes({
    database: { ...database, db: heardOn(database.db, { rooms }) },
    rooms: {
      apply: rooms.apply,
      onProjected(listener) {
        projected = listener;
        rooms.onProjected(listener);
      },
    },
    log: pino({ level: 'silent' }),
    now: () => new Date(),
    newId: site.newId,
  });
}

const by = () => ({ userId: anna.id });
const block = (kind: OutcomeKind, id: string, text: string) => ({
  type: kind,
  attrs: { id },
  content: [{ type: 'text', text }],
});
const write = (room: string, ...blocks: ReturnType<typeof block>[]) =>
  server.rooms.apply(room, by(), 'document.append', { blocks });
const board = async (id: string) =>
  (await server.rooms.read(roomName({ kind: 'board', id }), 'board', ANYBODY)).value;

async function actionOf(id: string) {
  const { rows } = await server.database.run(
    'select board_id, card_id, card_text, is_done from action where id = $1',
    [id],
  );
  return rows[0];
}

async function boardOf(id: string): Promise<string> {
  await until('the card is made', async () => (await actionOf(id))?.card_id === id);
  return String((await actionOf(id))?.board_id);
}

test('[DA5] [DA7] an action becomes a card with its id, in the first column, on a board made for it; chosen, another board', async () => {
  const { room } = await server.document();
  const [one, two] = [server.site.newId(), server.site.newId()];
  await write(room, block('action', one, 'Écrire aux villes'));
  const made = await boardOf(one);
  const { columns } = await board(made);
  expect(columns[0]?.cards.map(({ id, title }) => [id, title])).toEqual([[one, 'Écrire aux villes']]);
  await server.board();
  const { run } = operationsOn(server.site.db);
  const choose = (boardId: string, asker = by()) =>
    run('actionBoard.choose', asker, { groupId: server.groupId, board: boardId });
  const observer = await server.person({ role: 'observer' });
  expect(await choose(made, { userId: observer.id })).toMatchObject({ error: 'access.forbidden' });
  const outsider = await server.person();
  expect(await choose(made, { userId: outsider.id })).toMatchObject({ error: 'access.notFound' });
  const { site } = server;
  const foreign = await aBoard(site, { groupId: (await aGroup(site)).id, createdBy: anna.id });
  expect(await choose(foreign.id)).toMatchObject({ fields: { board: 'decision.boardInvalid' } });
  expect(await choose(made)).toEqual({ ok: true });
  await write(room, block('action', two, 'Réserver la salle'));
  expect(await boardOf(two)).toBe(made);
});

test('[DA2] a decision has its number some seconds after its words, and open documents hear of it', async () => {
  const { room } = await server.document();
  const socket = await HandSocket.open(server, room, anna, '?ack=1');
  const id = server.site.newId();
  await write(room, block('decision', id, 'Retenir juin'));
  await until('the news', () => socket.frames.some(({ type }) => type === 104));
  const refs = [{ kind: 'decision', id }];
  const names = await findObjectNames(server.site.db, { refs, userId: anna.id, now: new Date() });
  expect(names[`decision:${id}`]).toMatchObject({ state: 'inForce', href: `/decisions/${id}` });
});

const EVERY_KIND = { document: 1, board: 1, application: 1 } satisfies Record<RoomKind, unknown>;
test('[DA2] a decision has its number whatever was brought up to date before it', async () => {
  for (const kind of Object.keys(EVERY_KIND) as RoomKind[]) {
    projected({ kind, id: server.site.newId() });
    await outcomes.sweep();
  }
  const { room } = await server.document();
  const id = server.site.newId();
  await write(room, block('decision', id, 'Retenir juin'));
  const numbered = 'select number from decision where id = $1 and number is not null';
  await until('its number', async () => (await server.database.run(numbered, [id])).rows.length === 1);
});

test('[DA8] ticked in the text, the card is in the finished column; moved back on the board, the action is to be done again', async () => {
  const { room } = await server.document();
  const actionId = server.site.newId();
  await write(room, block('action', actionId, 'Compter les bancs'));
  const boardId = await boardOf(actionId);
  const [reader, outsider] = [await server.person({ role: 'observer' }), await server.person()];
  const tick = (userId: string, isDone: boolean) => outcomes.tick({ actionId, by: userId, isDone });
  expect(await tick(reader.id, true)).toEqual({ ok: false, error: 'access.forbidden' });
  expect(await tick(outsider.id, true)).toEqual({ ok: false, error: 'action.notFound' });
  expect((await tick(anna.id, true)).ok).toBe(true);
  const { columns } = await board(boardId);
  expect(columns.find(({ done }) => done)?.cards.map(({ id }) => id)).toContain(actionId);
  await until('the tick is known', async () => (await actionOf(actionId))?.is_done === true);
  const socket = await HandSocket.open(server, room, anna, '?ack=1');
  const back = { cardId: actionId, columnId: columns[0]?.id };
  await server.rooms.apply(roomName({ kind: 'board', id: boardId }), by(), 'board.editCard', back);
  await until('the news of the board', () => socket.frames.some(({ type }) => type === 104));
  expect((await actionOf(actionId))?.is_done).toBe(false);
  expect(await findAction(server.site.db, { actionId, userId: outsider.id, now: new Date() })).toBeNull();
});

test('[DA8] who does an action and until when are said from its text: the card has them, and the names of the text', async () => {
  const { room } = await server.document();
  const actionId = server.site.newId();
  await write(room, block('action', actionId, 'Planter'));
  const boardId = await boardOf(actionId);
  const [nadia, reader, outsider] = [
    await server.person({ role: 'contributor', name: 'Nadia Ferrand' }),
    await server.person({ role: 'observer' }),
    await server.person(),
  ];
  const assign = (userId: string, assignees: string[], due: string | null = '2023-03-24') =>
    outcomes.assign({ actionId, by: userId, assignees, due });
  const refused = (error: string) => ({ ok: false, error });
  expect(await assign(reader.id, [nadia.id])).toEqual(refused('access.forbidden'));
  expect(await assign(outsider.id, [nadia.id])).toEqual(refused('action.notFound'));
  expect(await assign(nadia.id, [outsider.id])).toEqual(refused('action.personUnknown'));
  expect(await assign(nadia.id, [nadia.id], '2023-02-30')).toEqual(refused('board.dueInvalid'));
  expect(await outcomes.assignment({ actionId, by: reader.id })).toEqual(refused('access.forbidden'));
  expect(await assign(nadia.id, [nadia.id])).toEqual({ ok: true });
  const [card] = (await board(boardId)).columns.flatMap(({ cards }) =>
    cards.filter(({ id }) => id === actionId),
  );
  expect(card).toMatchObject({ assignees: [nadia.id], due: '2023-03-24' });
  const names = async (userId: string) => {
    const refs = [{ kind: 'action', id: actionId }];
    return (await findObjectNames(server.site.db, { refs, userId, now: new Date() }))[`action:${actionId}`];
  };
  const detail = 'Nadia Ferrand, 24 mars 2023';
  await until('the names say it', async () => (await names(nadia.id))?.detail === detail);
  expect(await names(nadia.id)).toMatchObject({ canTick: true });
  expect(await names(reader.id)).toMatchObject({ detail, canTick: false });
  const asked = await outcomes.assignment({ actionId, by: nadia.id });
  expect(asked).toMatchObject({ ok: true, value: { assignees: [nadia.id], due: '2023-03-24' } });
  expect(asked.ok && asked.value.people.map(({ id }) => id)).not.toContain(outsider.id);
});

test('[DA5] new words give the card its title; a title given by hand stays while the words do not change', async () => {
  const { room } = await server.document();
  const id = server.site.newId();
  await write(room, block('action', id, 'Appeler'));
  const boardId = await boardOf(id);
  const boardRoom = roomName({ kind: 'board', id: boardId });
  const titleNow = async () =>
    (await board(boardId)).columns.flatMap(({ cards }) => cards).find((card) => card.id === id)?.title;
  await server.rooms.apply(boardRoom, by(), 'board.editCard', { cardId: id, title: 'Appeler le maire' });
  await write(room, {
    type: 'decision',
    attrs: { id: server.site.newId() },
    content: [{ type: 'text', text: 'Oui' }],
  });
  await outcomes.sweep();
  expect(await titleNow()).toBe('Appeler le maire');
  await server.database.run(`update action set text = 'Appeler demain' where id = $1`, [id]);
  await outcomes.sweep();
  await until('the new title', async () => (await titleNow()) === 'Appeler demain');
});

test('[DA6] an action of a restricted document makes no card and says why; opened to the group, it makes one', async () => {
  const { id: documentId, room } = await server.document();
  const change = { documentId, groupId: server.groupId, by: anna.id, now: new Date() };
  const ids = () => ({ activityId: server.site.newId(), accessId: server.site.newId() });
  await inTransaction(server.site.db, (tx) =>
    setVisibility(tx, { ...change, ...ids(), visibility: 'restricted' }),
  );
  const id = server.site.newId();
  await write(room, block('action', id, 'Discret'));
  await until('the action is known', async () => (await actionOf(id)) !== undefined);
  await outcomes.sweep();
  const refs = [{ kind: 'action', id }];
  const names = await findObjectNames(server.site.db, { refs, userId: anna.id, now: new Date() });
  expect(names[`action:${id}`]).toMatchObject({ state: 'noCard', href: null });
  expect((await actionOf(id))?.board_id).toBeNull();
  await inTransaction(server.site.db, (tx) =>
    setVisibility(tx, { ...change, ...ids(), visibility: 'group' }),
  );
  await outcomes.sweep();
  await boardOf(id);
});

test('[DA5] two processes, and a stop between the card and its note, leave one card', async () => {
  const { room } = await server.document();
  const other = follow();
  const id = server.site.newId();
  await write(room, block('action', id, 'Une seule fois'));
  const boardId = await boardOf(id);
  // As a process leaves it that is killed between the two.
  await server.database.run('update action set card_id = null, card_text = null where id = $1', [id]);
  await Promise.all([outcomes.sweep(), other.sweep()]);
  await boardOf(id);
  const cards = (await board(boardId)).columns.flatMap(({ cards: own }) => own);
  expect(cards.filter(({ title }) => title === 'Une seule fois')).toHaveLength(1);
  other.stop();
});
