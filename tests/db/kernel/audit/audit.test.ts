import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { recordAudit, verifyAuditChain } from '#db/kernel/audit/audit.ts';
import type { Db } from '#db/kernel/client.ts';
import { FIRST_HASH } from '#shared/kernel/audit/audit.ts';
import { openFreshDatabase, withDb } from '#tests/support/database.ts';

const now = new Date('2023-03-14T09:00:00.123Z');

async function tell(db: Db, name: string) {
  await db.transaction((tx) =>
    recordAudit(tx, {
      actorId: 'claire',
      action: 'application.submitted',
      subject: { kind: 'application', id: name, name: `Dossier ${name}` },
      payload: { rank: 1, empty: undefined, answers: { b: [1, 'é'], a: null } },
      now,
    }),
  );
}

/** What only somebody with the database in their hands can do. */
async function forge(db: Db, ...statements: string[]) {
  for (const table of ['audit_entry', 'audit_head'])
    await db.execute(sql.raw(`alter table ${table} disable trigger user`));
  for (const statement of statements) await db.execute(sql.raw(statement));
}

const withTrail = (run: (db: Db) => Promise<void>) =>
  withDb(async (db) => {
    for (const name of ['un', 'deux', 'trois', 'quatre']) await tell(db, name);
    await run(db);
  });

const fault = async (db: Db) => (await verifyAuditChain(db)).fault;

describe('[AU1] [AU2] lines follow one another', () => {
  test('an empty trail holds, and so does one that was written', () =>
    withDb(async (db) => {
      expect(await verifyAuditChain(db)).toEqual({ head: { sequence: 0, hash: FIRST_HASH }, fault: null });
      await tell(db, 'un');
      await tell(db, 'deux');
      const { head, fault } = await verifyAuditChain(db);
      expect([head.sequence, fault]).toEqual([2, null]);
      const { rows } = (await db.execute(
        sql`select payload, previous_hash, hash from audit_entry order by sequence`,
      )) as unknown as { rows: { payload: string; previous_hash: string; hash: string }[] };
      expect(rows[0]?.payload).toBe('{"answers":{"a":null,"b":[1,"é"]},"rank":1}');
      expect(rows[1]?.previous_hash).toBe(rows[0]?.hash);
    }));

  test('a refused transaction leaves no line and no gap', () =>
    withDb(async (db) => {
      await tell(db, 'un');
      await db
        .transaction(async (tx) => {
          await tell(tx, 'deux');
          throw new Error('refused');
        })
        .catch(() => undefined);
      await tell(db, 'trois');
      expect(await verifyAuditChain(db)).toMatchObject({ head: { sequence: 2 }, fault: null });
    }));

  test('many at the same moment never fork the chain', async () => {
    const database = await openFreshDatabase();
    try {
      const names = Array.from({ length: 40 }, (_, at) => `n${at}`);
      await Promise.all(names.map((name) => tell(database.db, name)));
      expect(await verifyAuditChain(database.db)).toMatchObject({ head: { sequence: 40 }, fault: null });
    } finally {
      await database.close();
    }
  });

  test('more lines than one page of the verification', () =>
    withDb(async (db) => {
      for (let at = 0; at < 1_005; at++) await tell(db, `n${at}`);
      expect(await verifyAuditChain(db)).toMatchObject({ head: { sequence: 1_005 }, fault: null });
      await forge(db, "update audit_entry set subject_name = 'autre' where sequence = 1003");
      expect(await fault(db)).toEqual({ kind: 'changed', sequence: 1_003 });
    }));
});

describe('[AU4] the database refuses what is not an addition', () => {
  test.each([
    "update audit_entry set subject_name = 'autre' where sequence = 2",
    'delete from audit_entry where sequence = 2',
    'truncate audit_entry',
    'delete from audit_head',
    'update audit_head set sequence = 3',
    "update audit_head set hash = 'x'",
    'update audit_head set id = 2, sequence = sequence + 1',
  ])('%s', (statement) =>
    withTrail(async (db) => {
      await expect(db.transaction((tx) => tx.execute(sql.raw(statement)))).rejects.toThrow();
      expect(await fault(db)).toBeNull();
    }),
  );
});

describe('[AU3] what somebody did behind its back is found, and the first line named', () => {
  const columns =
    'at, actor_id, action, subject_kind, subject_id, subject_name, payload, previous_hash, hash';
  const swap = (a: number, b: number) => [
    `update audit_entry set sequence = -1 where sequence = ${a}`,
    `update audit_entry set sequence = ${a} where sequence = ${b}`,
    `update audit_entry set sequence = ${b} where sequence = -1`,
  ];
  test.each([
    ['a changed text', ["update audit_entry set payload = '{}' where sequence = 2"], 'changed', 2],
    ['a changed person', ['update audit_entry set actor_id = null where sequence = 3'], 'changed', 3],
    [
      'a changed instant',
      ["update audit_entry set at = at + interval '1 ms' where sequence = 1"],
      'changed',
      1,
    ],
    ['a removed line', ['delete from audit_entry where sequence = 2'], 'removed', 2],
    ['a removed first line', ['delete from audit_entry where sequence = 1'], 'removed', 1],
    [
      'a removed line whose gap was closed',
      [
        'delete from audit_entry where sequence = 2',
        'update audit_entry set sequence = sequence - 1 where sequence = 3',
        'update audit_entry set sequence = sequence - 1 where sequence = 4',
        'update audit_head set sequence = 3',
      ],
      'changed',
      2,
    ],
    ['the last lines cut off', ['delete from audit_entry where sequence > 2'], 'removed', 3],
    ['everything removed', ['delete from audit_entry'], 'removed', 1],
    [
      'a line put before all others',
      [
        `insert into audit_entry (sequence, ${columns}) select 0, ${columns} from audit_entry where sequence = 2`,
      ],
      'inserted',
      0,
    ],
    [
      'a line copied to the end',
      [
        `insert into audit_entry (sequence, ${columns}) select 5, ${columns} from audit_entry where sequence = 4`,
      ],
      'changed',
      5,
    ],
    ['two lines that changed places', swap(2, 3), 'changed', 2],
    ['the end forgotten', ['delete from audit_head'], 'headLost', 4],
    ['another end', ["update audit_head set hash = repeat('f', 64)"], 'headChanged', 4],
    ['an end that is too early', ['update audit_head set sequence = 3'], 'inserted', 4],
  ] as const)('%s', (_name, statements, kind, sequence) =>
    withTrail(async (db) => {
      await forge(db, ...statements);
      expect(await fault(db)).toEqual({ kind, sequence });
    }),
  );

  test('a well-made line among the others breaks what follows it', () =>
    withTrail(async (db) => {
      const first = { rows: [{ hash: '' }] };
      Object.assign(first, await db.execute(sql`select hash from audit_entry where sequence = 1`));
      // Line 3 again, made as the trail makes lines, but upon the first one.
      await forge(
        db,
        'delete from audit_entry where sequence >= 3',
        `update audit_head set sequence = 2, hash = '${first.rows[0]?.hash}'`,
      );
      await tell(db, 'trois');
      expect(await fault(db)).toEqual({ kind: 'inserted', sequence: 3 });
    }));

  test('a whole trail that was written anew is found by a hash that was noted outside', () =>
    withTrail(async (db) => {
      const noted = (await verifyAuditChain(db)).head;
      expect((await verifyAuditChain(db, noted)).fault).toBeNull();
      await forge(
        db,
        'delete from audit_entry',
        `update audit_head set sequence = 0, hash = '${FIRST_HASH}'`,
      );
      await tell(db, 'autre');
      expect(await fault(db)).toBeNull();
      expect((await verifyAuditChain(db, noted)).fault).toEqual({ kind: 'removed', sequence: 2 });
      for (const name of ['deux', 'trois', 'quatre']) await tell(db, name);
      expect((await verifyAuditChain(db, noted)).fault).toEqual({ kind: 'changed', sequence: 4 });
    }));
});
