import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BoardFile } from '#shared/boards/exchange/board-file.ts';
import { FILE_NAME_HEADER } from '#shared/paths.ts';
import { ANYBODY } from '#tests/support/anybody.ts';
import { type SignedIn, startTestServer, type TestServer } from '#tests/support/server.ts';

const trello = readFileSync(new URL('../../support/boards/trello-export.json', import.meta.url));

let server: TestServer;
let nadia: SignedIn;
let reader: SignedIn;
let outsider: SignedIn;
beforeAll(async () => {
  server = await startTestServer();
  nadia = await server.person({ role: 'contributor', name: 'Nadia Ferrand' });
  reader = await server.person({ role: 'observer' });
  outsider = await server.person();
});
afterAll(() => server.close());

const send = (
  person: SignedIn,
  bytes: Uint8Array | string,
  name = 'liste.csv',
  type = 'application/octet-stream',
) =>
  fetch(`${server.origin}/api/v1/groups/${server.groupId}/boards/import`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${person.token}`,
      'content-type': type,
      [FILE_NAME_HEADER]: encodeURIComponent(name),
    },
    body: bytes as BodyInit,
  });
const take = (person: SignedIn, boardId: string, format: string) =>
  fetch(`${server.origin}/api/v1/boards/${boardId}/export?format=${format}`, {
    headers: { authorization: `Bearer ${person.token}` },
  });
const boardCount = async () => {
  const { rows } = await server.database.run('select count(*)::int as count from board', []);
  return Number(rows[0]?.count);
};

test('[B71] an export of Trello becomes a board in the importer’s name, with one update, and says what was not kept', async () => {
  const answer = await send(nadia, trello, 'trello.json');
  expect(answer.status).toBe(201);
  const made = (await answer.json()) as {
    id: string;
    title: string;
    room: string;
    losses: { kind: string }[];
  };
  expect(made.title).toBe('Végétaliser la cour de l’école');
  expect(made.losses.map(({ kind }) => kind)).toContain('comments');
  const { rows } = await server.database.run('select user_id from doc_update where room = $1', [made.room]);
  expect(rows).toEqual([{ user_id: nadia.id }]);
  const { value } = await server.rooms.read(made.room, 'board', ANYBODY);
  expect(value.columns.map(({ name, cards }) => [name, cards.map(({ title }) => title)])).toEqual([
    ['À faire', ['Planter six tilleuls', 'Choisir les essences']],
    ['En cours', ['Commander la terre végétale']],
    ['Terminé', []],
  ]);
  expect(value.columns[0]?.cards[0]).toMatchObject({ assignees: [nadia.id], createdBy: nadia.id });
  expect(value.archived.map(({ title }) => title).sort()).toEqual(
    ['Peindre un mur', 'Écrire aux parents'].sort(),
  );
});

test('[B70] [B71] a board leaves as CSV and JSON for whoever may read it, and comes back from either', async () => {
  const { id } = (await (await send(nadia, trello, 'trello.json')).json()) as { id: string };
  const csv = await take(reader, id, 'tableur');
  expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(csv.headers.get('content-disposition')).toContain('.csv');
  const bytes = new Uint8Array(await csv.arrayBuffer());
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const json = BoardFile.parse(await (await take(reader, id, 'json')).json());
  expect(json.cards).toHaveLength(5);
  expect(json.people).toContainEqual({ id: nadia.id, name: 'Nadia Ferrand' });
  for (const [body, name] of [
    [bytes, 'liste.csv'],
    [JSON.stringify(json), 'tableau.json'],
  ] as const) {
    const back = await send(nadia, body, name);
    expect(back.status).toBe(201);
    expect(((await back.json()) as { losses: unknown[] }).losses).toEqual([]);
  }
  const sentAsJson = await send(nadia, JSON.stringify(json), 'tableau.json', 'application/json');
  expect(sentAsJson.status).toBe(201);
});

test('[B70] [B71] a board is absent for whoever is not of the group, and an observer makes none', async () => {
  const { id } = (await (await send(nadia, 'Titre\nUne carte')).json()) as { id: string };
  const before = await boardCount();
  expect((await take(outsider, id, 'csv')).status).toBe(404);
  expect((await send(outsider, 'Titre\nUne carte')).status).toBe(404);
  expect((await send(reader, 'Titre\nUne carte')).status).toBe(403);
  expect(await boardCount()).toBe(before);
});

describe('a file that is refused', () => {
  test.each([
    ['nothing', '', 422, 'boardImport.empty'],
    ['spaces', ' \n ', 422, 'boardImport.empty'],
    ['a workbook', Uint8Array.of(0x50, 0x4b, 3, 4, 1), 422, 'boardImport.spreadsheet'],
    ['bytes', Uint8Array.of(1, 0, 2), 422, 'boardImport.unknownFormat'],
    ['half of a JSON', '{"lists": [', 422, 'boardImport.unknownFormat'],
    ['an open quote', 'Titre\n"Une carte', 422, 'boardImport.quotes'],
    ['no title', 'Ville;Budget\nVervins;12', 422, 'boardImport.noTitle'],
    ['a header alone', 'Titre;Colonne', 422, 'boardImport.nothing'],
    ['too many cards', `Titre\n${'x\n'.repeat(2_001)}`, 422, 'boardImport.tooManyCards'],
    [
      'too many columns',
      `Titre,Colonne\n${Array.from({ length: 101 }, (_, at) => `x,${at}\n`).join('')}`,
      422,
      'boardImport.tooManyColumns',
    ],
    ['too many bytes', `Titre\n${'x'.repeat(8 * 1024 * 1024)}`, 413, 'api.tooLarge'],
  ])('[B71] [B72] %s: nothing is made', async (_what, body, status, code) => {
    const before = await boardCount();
    const answer = await send(nadia, body);
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({ code });
    expect(await boardCount()).toBe(before);
  });
});

test('[B71] a list in the letters of Windows, parted by semicolons, is read as it was written', async () => {
  const windows = Buffer.from(
    'Titre;Échéance\r\nPlanter à l’école;14/03/2023\r\n'.replace('’', "'"),
    'latin1',
  );
  const { room } = (await (await send(nadia, windows)).json()) as { room: string };
  const { value } = await server.rooms.read(room, 'board', ANYBODY);
  expect(value.columns[0]?.cards).toMatchObject([{ title: "Planter à l'école", due: '2023-03-14' }]);
});

test('[B72] as many cards as an import may have are made in one go', async () => {
  const rows = Array.from({ length: 2_000 }, (_, at) => `Carte ${at},Colonne ${at % 10},"[x] un\n[ ] deux"`);
  const answer = await send(nadia, ['Titre,Colonne,Étapes', ...rows].join('\n'));
  expect(answer.status).toBe(201);
  const { room } = (await answer.json()) as { room: string };
  const { value } = await server.rooms.read(room, 'board', ANYBODY);
  expect(value.columns.map(({ cards }) => cards.length)).toEqual(Array.from({ length: 10 }, () => 200));
  expect(value.columns[3]?.cards[1]?.title).toBe('Carte 13');
});

test('[B74] comments leave with their authors; a link comes in only for whoever may read what it leads to', async () => {
  const { id } = (await (await send(nadia, 'Titre\nUne carte')).json()) as { id: string };
  const read = async () => BoardFile.parse(await (await take(reader, id, 'json')).json());
  const [card] = (await read()).cards;
  const { run } = server.database;
  await run(
    `insert into comment_thread (id, board_id, card_id, author_id, start_at, end_at, quote, before, after, seq, created_at)
     values ('t74', $1, $2, $3, '', '', '', '', '', 0, now())`,
    [id, card?.id, nadia.id],
  );
  await run(
    `insert into comment (id, thread_id, author_id, body, created_at) values ('c74', 't74', $1, 'Quand ?', now())`,
    [nadia.id],
  );
  const said = await read();
  expect(said.cards[0]?.comments).toMatchObject([
    { author: 'Nadia Ferrand', text: 'Quand ?', resolved: false },
  ]);
  const links = [
    { key: `board:${id}`, name: 'Tableau' },
    { key: 'document:0197c1d2-aaaa-7bbb-8ccc-1234567890ab', name: 'Le guide' },
  ];
  const back = await send(
    nadia,
    JSON.stringify({ ...said, cards: said.cards.map((one) => ({ ...one, links })) }),
    'tableau.json',
  );
  const made = (await back.json()) as { room: string; losses: unknown[] };
  expect(made.losses).toMatchObject([
    { kind: 'comments', count: 1, names: ['Une carte'] },
    { kind: 'links', count: 1, names: ['Le guide'] },
  ]);
  const { value } = await server.rooms.read(made.room, 'board', ANYBODY);
  expect(value.columns[0]?.cards[0]?.links).toEqual([`board:${id}`]);
});
