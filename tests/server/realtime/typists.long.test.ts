import { afterAll, beforeAll, expect, test } from 'vitest';
import type * as Y from 'yjs';
import { readBoard } from '#shared/boards/board-doc.ts';
import { editCard } from '#shared/boards/card/edit-card.ts';
import { until } from '#tests/support/patience.ts';
import { frozenLineTo } from '#tests/support/realtime/frozen-line.ts';
import { openStock } from '#tests/support/realtime/live-clients.ts';
import { type SignedIn, startTestServer, type TestServer } from '#tests/support/server.ts';

const isLong = Boolean(process.env.TEST_LONG);
let server: TestServer;
let people: SignedIn[];
beforeAll(async () => {
  server = await startTestServer();
  people = await Promise.all(Array.from({ length: 5 }, () => server.person({ role: 'contributor' })));
});
afterAll(() => server.close());

const [anna, boris] = [() => person(0), () => person(1)];
function person(index: number): SignedIn {
  const found = people[index];
  if (!found) throw new Error('no such person');
  return found;
}

type Client = ReturnType<typeof openStock>;

/** How often each of these words is in the text. */
const timesIn = (text: string, words: readonly string[]) => words.map((word) => text.split(word).length - 1);

test('[R1] five people who type in one document, anywhere in it, lose no word of anybody', async () => {
  const { room } = await server.document();
  const clients = people.map((one) => openStock(server, room, one));
  await Promise.all(clients.map(({ synced }) => synced));
  const words: string[] = [];
  const until10 = Date.now() + (isLong ? 600_000 : 3_000);
  await Promise.all(
    clients.map(async ({ text }, who) => {
      for (let count = 0; Date.now() < until10; count++) {
        const word = `⟦${who}:${count}⟧`;
        // Between two words, never inside one: whoever types into a word of another does not lose it, but splits it.
        const place = text.toString().indexOf('⟦', Math.floor(Math.random() * text.length));
        text.insert(place < 0 ? text.length : place, word);
        words.push(word);
        await new Promise((resolve) => setTimeout(resolve, isLong ? 250 : 15));
      }
    }),
  );
  const isWhole = ({ text }: Client) => timesIn(text.toString(), words).every((times) => times === 1);
  await until('everybody has every word', () => clients.every(isWhole));
  expect(new Set(clients.map(({ text }) => text.toString())).size).toBe(1);
  const newcomer = openStock(server, room, anna());
  await newcomer.synced;
  expect(isWhole(newcomer)).toBe(true);
});

test('[R1] who comes back after writing without a network finds both texts, once', async () => {
  const { room } = await server.document();
  const [away, here] = [openStock(server, room, anna()), openStock(server, room, boris())];
  await Promise.all([away.synced, here.synced]);
  away.text.insert(0, '⟦avant⟧');
  await until('it is seen', () => here.text.length > 0);
  away.provider.disconnect();
  away.text.insert(0, '⟦loin⟧');
  here.text.insert(here.text.length, '⟦ici⟧');
  here.text.delete(0, 3);
  away.provider.connect();
  await until('they agree', () => away.text.toString() === here.text.toString() && away.text.length === 15);
  expect(timesIn(away.text.toString(), ['⟦loin⟧', 'ant⟧', '⟦ici⟧'])).toEqual([1, 1, 1]);
});

test('[R1] a phone whose line went dead without a word finds its own text and that of the others', async () => {
  const { room } = await server.document();
  const line = await frozenLineTo(server.port);
  const [phone, desk] = [openStock(line, room, anna()), openStock(server, room, boris())];
  await Promise.all([phone.synced, desk.synced]);
  const before = server.rooms.stats().sockets;
  line.freeze();
  phone.text.insert(0, '⟦téléphone⟧');
  desk.text.insert(0, '⟦bureau⟧');
  await until('the desk goes on', async () => {
    const newcomer = openStock(server, room, boris());
    await newcomer.synced;
    return newcomer.text.toString() === '⟦bureau⟧';
  });
  expect(phone.text.toString()).toBe('⟦téléphone⟧');
  phone.provider.disconnect();
  phone.provider.connect();
  const isWhole = ({ text }: Client) =>
    String(timesIn(text.toString(), ['⟦téléphone⟧', '⟦bureau⟧'])) === '1,1';
  await until('both have both', () => [phone, desk].every(isWhole));
  if (isLong) await until('the dead socket is forgotten', () => server.rooms.stats().sockets <= before + 1);
});

test('[R5] ten starts with ten pages open double nothing', async () => {
  const { room } = await server.document();
  const clients = Array.from({ length: 10 }, (_, index) => openStock(server, room, person(index % 5)));
  await Promise.all(clients.map(({ synced }) => synced));
  const sentence = 'Un relevé par semaine, de mai à septembre.';
  clients[0]?.text.insert(0, sentence);
  const areSame = () =>
    clients.every(({ text, provider }) => provider.synced && text.toString() === sentence);
  await until('all have it', areSame);
  for (let start = 0; start < 10; start++) {
    await server.restart();
    await until('all are back', () => clients.every(({ provider }) => provider.synced));
    expect(clients.map(({ text }) => text.length)).toEqual(clients.map(() => sentence.length));
  }
  const newcomer = openStock(server, room, anna());
  await newcomer.synced;
  expect(newcomer.text.toString()).toBe(sentence);
});

test('[B1] two people who move one card and reorder one list, 500 times at once, agree on one board', async () => {
  const call = async (method: string, path: string, body?: object) => {
    const response = await fetch(`${server.origin}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${anna().token}`, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(await response.text());
    return response.json();
  };
  const { id } = await call('POST', `/groups/${server.groupId}/boards`, { title: 'Suivi' });
  const room = `board:${id}`;
  const { columns }: { columns: { id: string }[] } = await call('GET', `/boards/${id}`);
  const made = await Promise.all(
    ['a', 'b', 'c', 'd'].map((title) =>
      call('POST', `/boards/${id}/cards`, { title, columnId: columns[0]?.id }),
    ),
  );
  const ids: string[] = made.map(({ id: cardId }) => cardId);
  const clients = [openStock(server, room, anna()), openStock(server, room, boris())];
  await Promise.all(clients.map(({ synced }) => synced));
  await Promise.all(
    clients.map(async ({ doc }, who) => {
      for (let turn = 0; turn < 500; turn++) {
        const cardId = ids[turn % 3 === 0 ? turn % 4 : 0] ?? '';
        const columnId = columns[(turn + who) % columns.length]?.id ?? '';
        const moved = editCard(doc, { cardId, columnId, index: turn % 4 });
        if (!moved.ok) throw new Error(String(moved.error));
        if (turn % 5 === 0) await new Promise(setImmediate);
      }
    }),
  );
  const boardOf = ({ doc }: { doc: Y.Doc }) => JSON.stringify(readBoard(doc));
  await until('both see the same', () => new Set(clients.map(boardOf)).size === 1);
  const newcomer = openStock(server, room, boris());
  await newcomer.synced;
  expect(boardOf(newcomer)).toBe(boardOf(clients[0] ?? newcomer));
  const { cards }: { cards: { id: string }[] } = await call('GET', `/boards/${id}`);
  expect(cards.map((card) => card.id).sort()).toEqual([...ids].sort());
});
