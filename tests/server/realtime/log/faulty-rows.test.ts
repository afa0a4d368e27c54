import { Writable } from 'node:stream';
import pino from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CLOSE } from '#shared/realtime/realtime.ts';
import { ANYBODY } from '#tests/support/anybody.ts';
import { until } from '#tests/support/patience.ts';
import { HandSocket, isStep2, textOf, typed } from '#tests/support/realtime/live-clients.ts';
import { type SignedIn, startTestServer, type TestServer } from '#tests/support/server.ts';

let server: TestServer;
let anna: SignedIn;
const logged: { level: number; room?: string; seq?: number; err?: { message: string } }[] = [];
beforeAll(async () => {
  const log = pino(
    new Writable({
      write(line, _encoding, done) {
        logged.push(JSON.parse(String(line)));
        done();
      },
    }),
  );
  server = await startTestServer({ log });
  anna = await server.person({ role: 'contributor' });
});
afterAll(() => server.close());

const WORDS = ['Relevé du matin. ', 'Relevé de midi. ', 'Relevé du soir. '];

/** A document of three rows, with a snapshot of the first two if asked, out of memory. */
async function stored({ hasSnapshot = false } = {}): Promise<string> {
  const { room } = await server.document();
  const socket = await HandSocket.open(server, room, anna, '?ack=1');
  for (const [index, words] of WORDS.entries()) {
    socket.sendUpdate(typed(words, 810 + index));
    await until('it is stored', () => socket.acked === index + 1);
  }
  await server.restart();
  if (hasSnapshot)
    await sql(
      `insert into doc_snapshot (room, seq, data, at) select room, seq, data, at from doc_update where room = $1 and seq = 1`,
      room,
    );
  return room;
}

const sql = (text: string, room: string) => server.database.run(text, [room]);

/** Whoever opens the room is sent away for later and told nothing; others write elsewhere; the log names the room. */
async function expectRefusal(room: string) {
  logged.length = 0;
  const refused = await HandSocket.open(server, room, anna);
  expect((await refused.whenClosed()).code).toBe(CLOSE.tryLater);
  expect(refused.frames).toEqual([]);
  await expect(server.rooms.read(room, 'document', ANYBODY)).rejects.toThrow(room);
  const answer = await fetch(`${server.origin}/api/v1/documents/${room.split(':')[1]}/export?format=json`, {
    headers: { authorization: `Bearer ${anna.token}` },
  });
  expect(answer.status).toBeGreaterThanOrEqual(400);
  const { room: other } = await server.document();
  const writer = await HandSocket.open(server, other, anna, '?ack=1');
  writer.sendUpdate(typed('Ailleurs', 820));
  await until('others write', () => writer.acked === 1);
  return logged.find(({ level, room: named }) => level === 50 && named === room);
}

async function textIn(room: string): Promise<string> {
  const socket = await HandSocket.open(server, room, anna);
  await socket.settled();
  return textOf((await socket.frame('the content', isStep2)).body);
}

const inSomeOrder = (text: string) => text.match(/Relevé [^.]*\. /g)?.sort();

test('[R5] a row whose bytes are damaged keeps its document closed, and the log says which row', async () => {
  const room = await stored();
  await sql(`update doc_update set data = set_byte(data, 5, 31) where room = $1 and seq = 2`, room);
  const line = await expectRefusal(room);
  expect(line?.err).toMatchObject({ room, seq: 2, message: `update 2 of ${room} is unreadable` });
  // The way out of docs/reliability.md: that row alone is taken away, the others say what they always said.
  await sql(`update doc_update set data = '\\x0000' where room = $1 and seq = 2`, room);
  expect(inSomeOrder(await textIn(room))).toEqual([WORDS[0], WORDS[2]].sort());
});

/** An empty update under the number of the one that is gone. */
const fill = (seq: number) =>
  `insert into doc_update (room, seq, data, at) values ($1, ${seq}, '\\x0000', now())`;

test.each([
  {
    what: 'a row in the middle',
    harm: `delete from doc_update where room = $1 and seq = 2`,
    after: 1,
    repair: fill(2),
    left: [0, 2],
  },
  {
    what: 'the last row',
    harm: `delete from doc_update where room = $1 and seq = 3`,
    after: 2,
    repair: fill(3),
    left: [0, 1],
  },
  {
    what: 'the head of the room',
    harm: `delete from doc_room where room = $1`,
    after: 0,
    repair: `insert into doc_room (room, seq, bytes, created_at)
             select room, max(seq), sum(length(data)), min(at) from doc_update where room = $1 group by room`,
    left: [0, 1, 2],
  },
])(
  '[R5] without $what a document is not a shorter or an empty one, and opens once repaired',
  async (fault) => {
    const room = await stored();
    await sql(fault.harm, room);
    const line = await expectRefusal(room);
    expect(line?.err?.message).toBe(`updates of ${room} are missing after ${fault.after}`);
    // The ways out of docs/reliability.md.
    await sql(fault.repair, room);
    expect(inSomeOrder(await textIn(room))).toEqual(fault.left.map((index) => WORDS[index]).sort());
  },
);

test.each([
  ['of no bytes', `update doc_snapshot set data = '' where room = $1`],
  ['that says nothing', `update doc_snapshot set data = '\\x0000' where room = $1`],
  ['of random bytes', `update doc_snapshot set data = '\\xff00ff00ff' where room = $1`],
  ['of the future', `update doc_snapshot set seq = 4000 where room = $1`],
])('[R5] a snapshot %s is passed over: the log says the same', async (_what, statement) => {
  const room = await stored({ hasSnapshot: true });
  await sql(statement, room);
  expect(inSomeOrder(await textIn(room))).toEqual([...WORDS].sort());
  const socket = await HandSocket.open(server, room, anna, '?ack=1');
  socket.sendUpdate(typed('Relevé de nuit. ', 830));
  await until('it is stored', () => socket.acked === 1);
  await server.restart();
  expect(await textIn(room)).toContain('Relevé de nuit. ');
});
