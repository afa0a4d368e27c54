import { randomUUID } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordAudit, verifyAuditChain } from '#db/kernel/audit/audit.ts';
import type { Database } from '#db/kernel/client.ts';
import { aPerson } from '#db/seed/builders/builders.ts';
import { openDatabase } from '#server/kernel/database.ts';
import { demonstrationTemplate, TEMPLATE } from '#tests/support/database.ts';
import { emptyMachine, freshFolder, runCommand, sumsOf } from '#tests/support/operations/backups.ts';
import { siteOf } from '#tests/support/publication/site.ts';

const cleanups: (() => Promise<unknown>)[] = [];
let first: Record<string, string>;
let folder: string;
const BYTES = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));
const WORDS = 'Œuvre « à \\ n », 𝄞\u2028\t"\n{}';

async function on<T>(machine: Record<string, string>, work: (database: Database) => Promise<T>): Promise<T> {
  const url = machine.DATABASE_URL;
  const database = await openDatabase(url ? { DATABASE_URL: url } : {}, machine.DATA_DIR ?? '');
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

async function putFile(machine: Record<string, string>, name: string, bytes: Buffer): Promise<void> {
  const to = join(machine.DATA_DIR ?? '', 'files', 'ab');
  await mkdir(to, { recursive: true });
  await writeFile(join(to, name), bytes);
}

beforeAll(async () => {
  folder = await freshFolder(cleanups);
  first = await emptyMachine(cleanups, 'postgres', await demonstrationTemplate());
  await on(first, async (database) => {
    await database.db.transaction((tx) =>
      recordAudit(tx, {
        actorId: null,
        action: 'application.submitted',
        subject: { kind: 'application', id: 'une', name: WORDS },
        now: new Date('2023-03-14T09:00:00Z'),
      }),
    );
    await database.run(
      `insert into doc_update (room, seq, data, at, writers) values ('document:a', 7, $1, '2023-03-14 09:00:00.123456+00', array['a"b', $2])`,
      [BYTES, WORDS],
    );
    await database.run(
      `insert into session (id, token_hash, user_id, expires_at, created_at, updated_at)
        select 'ouverte', 'jeton', id, now() + interval '1 day', now(), now() from "user" limit 1`,
      [],
    );
  });
  await putFile(first, 'un-fichier', BYTES);
  await writeFile(join(first.DATA_DIR ?? '', 'files', 'vide'), '');
  await writeFile(join(first.DATA_DIR ?? '', 'session-secret'), 's'.repeat(64));
});
afterAll(async () => {
  for (const cleanup of cleanups.reverse()) await cleanup();
});

test('[OP2] [OP5] [AU3] sealed, restored on the other database and back, every row and file is the same; sessions end, the trail holds', async () => {
  const sealed = { BACKUP_PASSPHRASE: 'une phrase assez longue' };
  const before = await on(first, sumsOf);
  let machine = first;
  for (const kind of ['embedded', 'postgres'] as const) {
    const file = join(folder, `vers-${kind}-${randomUUID()}.cordee`);
    expect(await runCommand('back-up', { ...machine, ...sealed }, file, '--verify')).toMatchObject({
      code: 0,
      err: '',
    });
    expect((await readFile(file)).includes('opening.json')).toBe(false);
    machine = await emptyMachine(cleanups, kind);
    expect(await runCommand('restore', { ...machine, ...sealed }, file)).toMatchObject({ code: 0, err: '' });
    await on(machine, async (database) => {
      expect(await sumsOf(database)).toEqual(before);
      const { rows } = await database.run('select (select count(*) from session)::int as sessions', []);
      expect(rows).toEqual([{ sessions: 0 }]);
      const { head, fault } = await verifyAuditChain(database.db);
      expect(fault).toBeNull();
      expect(head.sequence).toBeGreaterThan(1);
      // Numbers go on where they were, and what may not be changed may not be changed.
      const effort = await database.run(
        `select last_value::int as last, (select coalesce(max(rank), 1)::int from experiment_effort) as most from experiment_effort_rank_seq`,
        [],
      );
      expect(Number(effort.rows[0]?.last)).toBeGreaterThanOrEqual(Number(effort.rows[0]?.most));
      await expect(database.run('delete from audit_entry', [])).rejects.toThrow();
    });
    const files = join(machine.DATA_DIR ?? '', 'files');
    expect(await readFile(join(files, 'ab', 'un-fichier'))).toEqual(BYTES);
    expect((await readFile(join(files, 'vide'))).length).toBe(0);
    expect(await readFile(join(machine.DATA_DIR ?? '', 'session-secret'), 'utf8')).toBe('s'.repeat(64));
  }
});

test('[OP4] restored twice it is the same, with another generation; what was there is kept aside, and only when that is asked', async () => {
  const file = join(folder, 'deux-fois.cordee');
  const saved = await emptyMachine(cleanups, 'postgres', TEMPLATE);
  await on(saved, async ({ db, run }) => {
    await aPerson(siteOf(db, new Date()), { name: 'Nadia' });
    await run("insert into doc_room (room, created_at) values ('document:a', now()), ('board:b', now())", []);
  });
  await putFile(saved, 'un-fichier', BYTES);
  expect((await runCommand('back-up', saved, file)).code).toBe(0);
  const machine = await emptyMachine(cleanups);
  expect((await runCommand('restore', machine, file)).code).toBe(0);
  const epochs = async ({ run }: Database) => [
    ...(await run('select room, epoch from doc_room order by room collate "C"', [])).rows,
    ...(await run('select generation from change_head', [])).rows,
  ];
  const [sums, generations] = [await on(machine, sumsOf), await on(machine, epochs)];
  await on(machine, ({ run }) => run(`update "user" set name = 'Quelqu’un d’autre'`, []));

  const refused = await runCommand('restore', machine, file);
  expect(refused).toMatchObject({ code: 1, err: expect.stringContaining('contient déjà des données') });
  expect(await on(machine, sumsOf)).not.toEqual(sums);

  const replaced = await runCommand('restore', machine, file, '--replace');
  expect(replaced).toMatchObject({ code: 0, err: '' });
  const aside = /est gardé dans (.+)\.$/m.exec(replaced.out)?.[1] ?? '';
  expect(await on(machine, sumsOf)).toEqual(sums);
  const others = await on(machine, epochs);
  expect(generations).toHaveLength(3);
  expect(others).toHaveLength(3);
  expect(others.filter((one, rank) => JSON.stringify(one) === JSON.stringify(generations[rank]))).toEqual([]);
  const kept = machine.DATABASE_URL ? await emptyMachine(cleanups) : { DATA_DIR: aside };
  if (machine.DATABASE_URL)
    expect((await runCommand('restore', kept, join(aside, 'base.cordee'))).code).toBe(0);
  const names = await on(kept, ({ run }) => run('select distinct name from "user"', []));
  expect(names.rows).toEqual([{ name: 'Quelqu’un d’autre' }]);
  expect(await readFile(join(aside, 'files', 'ab', 'un-fichier'))).toEqual(BYTES);
});
