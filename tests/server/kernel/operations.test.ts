import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type Database, openPostgres } from '#db/kernel/client.ts';
import { effects } from '#db/kernel/effect-schema.ts';
import { effectsOf, inTransaction } from '#db/kernel/transaction.ts';
import { findMember } from '#db/people/member/members.ts';
import { endSessions } from '#db/people/person/sessions.ts';
import { aGroup, aMember, aPerson } from '#db/seed/builders/builders.ts';
import { startEffectRounds } from '#server/kernel/effects.ts';
import { anybody, operation } from '#server/kernel/operation.ts';
import { createOperations } from '#server/kernel/operations.ts';
import { oneOf, read } from '#shared/kernel/input.ts';
import { fail, ok } from '#shared/kernel/result.ts';
import { parseName } from '#shared/people/person/person.ts';
import { createPostgresDatabase, TEMPLATE } from '#tests/support/database.ts';
import {
  heardOn,
  hearing,
  ORIGIN,
  operationsOn,
  quietMailer,
  SIGNATURE,
} from '#tests/support/kernel/operations.ts';
import { siteOf } from '#tests/support/publication/site.ts';

const log = pino({ level: 'silent' });
let url: string;
let drop: () => Promise<void>;
let database: Database;
beforeAll(async () => {
  ({ url, drop } = await createPostgresDatabase(TEMPLATE));
  database = openPostgres(url);
});
afterAll(() => database.close().then(drop));

/** A group with somebody who facilitates it and somebody who contributes. */
async function aWorld() {
  const { db } = database;
  const site = siteOf(db, new Date());
  const group = await aGroup(site);
  const [claire, nadia] = [await aPerson(site), await aPerson(site)];
  await aMember(site, { groupId: group.id, userId: claire.id, role: 'facilitator' });
  await aMember(site, { groupId: group.id, userId: nadia.id, role: 'contributor' });
  const isMember = async () => (await findMember(db, { groupId: group.id, userId: nadia.id })) !== null;
  return { db, claire, nadia, groupId: group.id, input: { groupId: group.id, userId: nadia.id }, isMember };
}

/** Operations of the test's own: `run` writes a line, then does what the test says. */
function withOperation(run: () => void) {
  const { db } = database;
  const rooms = hearing();
  const registry = {
    'test.write': operation({
      input: z.object({ name: read(parseName), role: oneOf(['one', 'two'], 'member.roleInvalid') }),
      right: anybody,
      refusals: { 'person.suspended': 'name' },
      async run({ tx, after, newId, now }) {
        await tx.insert(effects).values({ id: newId(), told: ['written'], at: now });
        after.recheck({ userId: 'somebody' });
        run();
        return fail('person.suspended');
      },
    }),
  };
  const ground = { ...MAILS, db: heardOn(db, { rooms }), log, newId: randomUUID };
  return { rooms, operations: createOperations(registry, { ...ground, now: () => new Date() }) };
}
const VISITOR = { userId: null };
const MAILS = {
  jobs: { send: async () => undefined },
  mailer: quietMailer(),
  origin: ORIGIN,
  signature: SIGNATURE,
  from: 'c@cordee.example',
};

describe('[WR1] an operation is done whole or not at all', () => {
  test('a refusal, and an error, take back what was written and tell nobody', async () => {
    const input = { name: 'Nadia', role: 'one' };
    const refusing = withOperation(() => undefined);
    expect(await refusing.operations.run('test.write', VISITOR, input)).toEqual({
      ...{ ok: false, error: 'person.suspended' },
      fields: { name: 'person.suspended' },
    });
    const failing = withOperation(() => {
      throw new Error('on the way');
    });
    await expect(failing.operations.run('test.write', VISITOR, input)).rejects.toThrow('on the way');
    expect(await database.db.$count(effects)).toBe(0);
    expect([...refusing.rooms.told, ...failing.rooms.told]).toEqual([]);
  });

  test('of two that are asked at once about one thing, each is done once', async () => {
    const { db, claire, input } = await aWorld();
    const run = () => operationsOn(db).run('member.remove', { userId: claire.id }, input);
    const outcomes = await Promise.all([run(), run(), run()]);
    expect(outcomes.filter(({ ok: isDone }) => isDone)).toHaveLength(1);
    expect(outcomes.filter((outcome) => !outcome.ok && outcome.error === 'member.notFound')).toHaveLength(2);
  });
});

describe('[WR4] what an operation is given is parsed by the kernel', () => {
  test('each field that is wrong is refused at once, by a code; what no door of ours sends is no field', async () => {
    const { operations } = withOperation(() => undefined);
    expect(await operations.run('test.write', VISITOR, { name: ' ', role: 'three' })).toEqual({
      ...{ ok: false, error: 'person.nameEmpty' },
      fields: { name: 'person.nameEmpty', role: 'member.roleInvalid' },
    });
    for (const sent of [{}, { name: ['Nadia'], role: 'one' }, { name: 'x'.repeat(20_001), role: 'one' }])
      expect(await operations.run('test.write', VISITOR, sent as never)).toMatchObject({
        error: 'api.invalid',
      });
  });
});

describe('[WR3] what live rooms hear of a write', () => {
  test('is told after the commit, each thing once, and then forgotten', async () => {
    const { db, claire, input, isMember } = await aWorld();
    const rooms = hearing();
    const seen: boolean[] = [];
    const operations = operationsOn(db, { rooms });
    expect((await operations.run('member.remove', { userId: claire.id }, input)).ok).toBe(true);
    seen.push(await isMember());
    expect(seen).toEqual([false]);
    expect(rooms.told).toEqual([{ recheck: input }]);
    expect(await db.$count(effects)).toBe(0);
  });

  test('that cannot be told now is told by the rounds, and the person is answered all the same', async () => {
    const { db, claire, input } = await aWorld();
    const deaf = {
      ...hearing(),
      recheck: () => {
        throw new Error('deaf');
      },
    };
    const removed = await operationsOn(db, { rooms: deaf }).run(
      'member.remove',
      { userId: claire.id },
      input,
    );
    expect(removed.ok).toBe(true);
    expect(await toldLater(db, 5_000)).toEqual([]);
    expect(await toldLater(db, 11_000)).toEqual([{ recheck: input }]);
    expect(await toldLater(db, 20_000)).toEqual([]);
  });

  test('of a process that is killed between its commit and telling is told by another, once', async () => {
    const { db, claire, nadia, groupId, input, isMember } = await aWorld();
    const program = [url, claire.id, groupId, nadia.id];
    const script = 'tests/support/kernel/tell-and-die.ts';
    await expect(promisify(execFile)(process.execPath, [script, ...program])).rejects.toMatchObject({
      signal: 'SIGKILL',
    });
    expect(await isMember()).toBe(false);
    const heard = await Promise.all([toldLater(db, 11_000), toldLater(db, 11_000), toldLater(db, 11_000)]);
    expect(heard.flat()).toEqual([{ recheck: input }]);
  });

  test('of each kind is told by another, when the process that wrote it is killed', async () => {
    const { db } = await aWorld();
    const script = 'tests/support/kernel/tell-and-die.ts';
    await expect(promisify(execFile)(process.execPath, [script, url, 'everything'])).rejects.toMatchObject({
      signal: 'SIGKILL',
    });
    const told = [
      { recheck: { room: 'document:one' } },
      { news: 'document:one', topic: 'objects' },
      { made: 'board:one' },
    ];
    expect(await toldLater(db, 11_000)).toEqual(told);
  });

  test('that follows from a live text is told once it is committed, and of a refusal nobody hears', async () => {
    const { db } = await aWorld();
    const rooms = hearing();
    const heard = heardOn(db, { rooms });
    const refused = await inTransaction(heard, async (tx) => {
      effectsOf(tx).made('board:two');
      return fail('person.suspended');
    });
    expect(refused).toEqual({ ok: false, error: 'person.suspended' });
    expect([rooms.told, await db.$count(effects)]).toEqual([[], 0]);
    const done = await inTransaction(heard, async (tx) => {
      effectsOf(tx).made('board:two');
      expect(rooms.told).toEqual([]);
      return 'done';
    });
    expect([done, rooms.told, await db.$count(effects)]).toEqual(['done', [{ made: 'board:two' }], 0]);
  });

  test('of a transaction within another is told with the whole; of one that is refused nobody hears', async () => {
    const { db } = await aWorld();
    const rooms = hearing();
    const woken: string[] = [];
    await inTransaction(heardOn(db, { rooms }), async (tx) => {
      await inTransaction(tx, async (inner) => {
        effectsOf(inner).made('board:kept');
        effectsOf(inner).hurry(() => void woken.push('kept'));
      });
      await inTransaction(tx, async (inner) => {
        effectsOf(inner).made('board:refused');
        effectsOf(inner).hurry(() => void woken.push('refused'));
        return fail('person.suspended');
      });
      expect([rooms.told, woken]).toEqual([[], []]);
    });
    expect([rooms.told, woken]).toEqual([[{ made: 'board:kept' }], ['kept']]);
    expect(await db.$count(effects)).toBe(0);
  });

  test('of a command, where no live room is, is told by the server beside it', async () => {
    const { db, nadia } = await aWorld();
    await inTransaction(db, (tx) => endSessions(tx, { userId: nadia.id }));
    expect(await toldLater(db, 11_000)).toEqual([{ recheck: { userId: nadia.id } }]);
  });

  test('is one row however much it is, and an unreadable one keeps no other', async () => {
    const { db } = await aWorld();
    const rows = [
      { id: randomUUID(), told: [{ kind: 'of another version' }], at: new Date() },
      { id: randomUUID(), told: [{ kind: 'made', room: 'board:one' }], at: new Date() },
    ];
    await db.insert(effects).values(rows);
    expect(await toldLater(db, 11_000)).toEqual([{ made: 'board:one' }]);
    const rooms = hearing();
    const registry = {
      'test.tell': operation({
        input: z.object({}),
        right: anybody,
        refusals: {},
        async run({ after }) {
          for (let count = 0; count < 10_000; count++) after.news(`document:${count % 5_000}`, 'comments');
          return ok();
        },
      }),
    };
    const ground = { ...MAILS, db: heardOn(db, { rooms }), log, newId: randomUUID };
    await createOperations(registry, { ...ground, now: () => new Date() }).run('test.tell', VISITOR, {});
    expect(rooms.told).toHaveLength(5_000);
    expect(await db.$count(effects)).toBe(0);
  });
});

/** What the rounds tell that look so many milliseconds from now. */
async function toldLater(db: Database['db'], ms: number): Promise<readonly unknown[]> {
  const rooms = hearing();
  const now = () => new Date(Date.now() + ms);
  const rounds = startEffectRounds({ db, hearing: () => rooms, log, now, everyMs: null });
  await rounds.run();
  await rounds.stop();
  return rooms.told;
}
