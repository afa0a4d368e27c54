import { once } from 'node:events';
import { cp, mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '#db/kernel/client.ts';
import { aPerson } from '#db/seed/builders/builders.ts';
import { openDataDir } from '#server/kernel/data-dir.ts';
import { openDatabase } from '#server/kernel/database.ts';
import { planExchange } from '#server/operations/backup/exchange.ts';
import { finishRestoration } from '#server/operations/backup/restore-backup.ts';
import { onServer, TEMPLATE, testDatabaseUrl } from '#tests/support/database.ts';
import { canMount, mountSmallDisk } from '#tests/support/kernel/small-disk.ts';
import {
  emptyMachine,
  freshFolder,
  runCommand,
  startCommand,
  sumsOf,
} from '#tests/support/operations/backups.ts';
import { until } from '#tests/support/patience.ts';
import { siteOf } from '#tests/support/publication/site.ts';

type Machine = Record<string, string>;
const cleanups: (() => Promise<unknown>)[] = [];
let file: string;
let sums: unknown;

/** Opens a machine as a start does. */
async function on<T>(machine: Machine, use: (database: Database) => Promise<T>): Promise<T> {
  const env = { DATA_DIR: machine.DATA_DIR ?? '', DATABASE_URL: machine.DATABASE_URL || undefined };
  const held = await openDataDir(env);
  const database = await openDatabase(env, held.path);
  try {
    await finishRestoration(database, held.path);
    return await use(database);
  } finally {
    await database.close();
    await held.release();
  }
}

const folderOf = (machine: Machine) => machine.DATA_DIR ?? '';
const namesOf = (machine: Machine) =>
  on(machine, async ({ run }) =>
    (await run('select name from "user" order by name', [])).rows.map(({ name }) => name),
  );
const fileOf = (machine: Machine) => readFile(join(folderOf(machine), 'files', 'note'), 'utf8');
const leftovers = async (machine: Machine) =>
  (await readdir(folderOf(machine))).filter((name) => name.startsWith('restoring-'));

/** One that holds this person and a file that says so. */
async function machineOf(name: string): Promise<Machine> {
  const machine = await emptyMachine(cleanups, 'postgres', TEMPLATE);
  await on(machine, (database) => aPerson(siteOf(database.db, new Date()), { name }));
  await mkdir(join(folderOf(machine), 'files'));
  await writeFile(join(folderOf(machine), 'files', 'note'), name);
  return machine;
}

beforeAll(async () => {
  const saved = await machineOf('Ce qui fut sauvegardé');
  file = join(await freshFolder(cleanups), 'b.cordee');
  expect(await runCommand('back-up', saved, file)).toMatchObject({ code: 0 });
  sums = await on(saved, sumsOf);
});
afterAll(async () => {
  for (const cleanup of cleanups.reverse()) await cleanup();
});

test('[OP4] killed while it fills, a restoration has changed nothing, and the next one works and leaves no half of it', async () => {
  const machine = await machineOf('Ce qui était là');
  const child = startCommand('restore', machine, file, '--replace');
  child.stdout?.on('data', (text: Buffer) => {
    if (/^Table [a-z_]+…/m.test(String(text))) child.kill('SIGKILL');
  });
  const [code, signal] = await once(child, 'close');
  expect([code, signal]).toEqual([null, 'SIGKILL']);
  expect(await leftovers(machine)).toHaveLength(1);
  expect([await namesOf(machine), await fileOf(machine)]).toEqual([['Ce qui était là'], 'Ce qui était là']);

  // On a busy machine PostgreSQL notices a moment later that somebody was killed.
  const name = new URL(machine.DATABASE_URL ?? '').pathname.slice(1);
  const connected = `select from pg_stat_activity where datname = '${name}' and usename is not null`;
  await until(
    'nobody is connected any more',
    async () => (await onServer(testDatabaseUrl(), connected)).rowCount === 0,
  );
  expect(await runCommand('restore', machine, file, '--replace')).toMatchObject({ code: 0, err: '' });
  expect(await on(machine, sumsOf)).toEqual(sums);
  expect(await fileOf(machine)).toBe('Ce qui fut sauvegardé');
  expect(await leftovers(machine)).toEqual([]);
});

/** What a restoration of the embedded database exchanges, in order: each goes aside, then what was made takes its place. */
const MOVES = ['files', 'files', 'postgresql-18', 'postgresql-18'];

/** A folder as a restoration leaves it that was killed once it was whole and had made so many of its moves; says where what was there goes. */
async function killedAfter(done: number, home: string, making: string): Promise<string> {
  const aside = join(home, 'avant-restauration-1');
  await planExchange(making, { aside, at: new Date(), hasDatabase: true });
  await mkdir(aside, { recursive: true });
  for (const [at, name] of MOVES.slice(0, done).entries())
    await (at % 2 === 0
      ? rename(join(home, name), join(aside, name))
      : rename(join(making, name), join(home, name)));
  return aside;
}

test('[OP4] killed between any two moves of its exchange, a restoration is finished by the next start', async () => {
  const names = ['files/note', 'postgresql-18/data/PG_VERSION'];
  for (let done = 0; done <= MOVES.length; done++) {
    const home = await freshFolder(cleanups);
    const making = join(home, 'restoring-1');
    for (const [place, words] of [
      [home, 'Ce qui était là'],
      [making, 'Ce qui fut sauvegardé'],
    ] as const)
      for (const name of names) {
        await mkdir(dirname(join(place, name)), { recursive: true });
        await writeFile(join(place, name), words);
      }
    const aside = await killedAfter(done, home, making);
    await (await openDataDir({ DATA_DIR: home, DATABASE_URL: undefined })).release();
    const read = (place: string) => Promise.all(names.map((name) => readFile(join(place, name), 'utf8')));
    expect(new Set(await read(home))).toEqual(new Set(['Ce qui fut sauvegardé']));
    expect(new Set(await read(aside))).toEqual(new Set(['Ce qui était là']));
    expect(await leftovers({ DATA_DIR: home })).toEqual([]);
  }
});

// Databases that are opened afterwards: where the one that was there is gone and the other is not in its place; in the long run at each move.
test.each(process.env.TEST_LONG ? [0, 1, 2, 3, 4] : [3])(
  '[OP4] killed after %i moves, what the next start opens is the embedded database that was saved',
  async (done) => {
    const [machine, made] = [
      await emptyMachine(cleanups, 'embedded'),
      await emptyMachine(cleanups, 'embedded'),
    ];
    const [home, fresh] = [folderOf(machine), folderOf(made)];
    await on(made, (database) => aPerson(siteOf(database.db, new Date()), { name: 'Ce qui fut sauvegardé' }));
    await cp(join(fresh, 'postgresql-18'), join(home, 'postgresql-18'), { recursive: true });
    await on(machine, ({ run }) => run(`update "user" set name = 'Ce qui était là'`, []));
    for (const [place, words] of [
      [home, 'Ce qui était là'],
      [fresh, 'Ce qui fut sauvegardé'],
    ] as const) {
      await mkdir(join(place, 'files'));
      await writeFile(join(place, 'files', 'note'), words);
    }
    const making = join(home, 'restoring-1');
    await mkdir(making);
    for (const name of ['files', 'postgresql-18']) await rename(join(fresh, name), join(making, name));
    const aside = await killedAfter(done, home, making);
    expect([await namesOf(machine), await fileOf(machine)]).toEqual([
      ['Ce qui fut sauvegardé'],
      'Ce qui fut sauvegardé',
    ]);
    expect(await readFile(join(aside, 'files', 'note'), 'utf8')).toBe('Ce qui était là');
    expect(await leftovers(machine)).toEqual([]);
  },
);

test('[OP4] on PostgreSQL the database says whether the files of a killed restoration take their place', async () => {
  const machine = await machineOf('Ce qui était là');
  const making = join(folderOf(machine), 'restoring-1');
  const plan = async (at: Date) => {
    await mkdir(join(making, 'files'), { recursive: true });
    await writeFile(join(making, 'files', 'note'), 'Ce qui fut sauvegardé');
    await planExchange(making, { aside: join(folderOf(machine), 'a'), at, hasDatabase: false });
  };
  // Killed before the commit: nothing says so.
  await plan(new Date('2023-05-10T08:00:00.123Z'));
  await namesOf(machine);
  expect([await fileOf(machine), await leftovers(machine)]).toEqual(['Ce qui était là', []]);
  // And after it.
  expect(await runCommand('restore', machine, file, '--replace')).toMatchObject({ code: 0 });
  await writeFile(join(folderOf(machine), 'files', 'note'), 'Ce qui était là');
  const [restored] = await on(
    machine,
    async ({ run }) => (await run("select at from audit_entry where action = 'platform.restored'", [])).rows,
  );
  await plan(restored?.at as Date);
  await namesOf(machine);
  expect([await fileOf(machine), await leftovers(machine)]).toEqual(['Ce qui fut sauvegardé', []]);
});

test('[OP4] of two restorations at once one at least is done, none is half done, and each other has its sentence', async () => {
  const machine = await emptyMachine(cleanups);
  const both = await Promise.all([1, 2].map(() => runCommand('restore', machine, file)));
  expect(both.filter(({ code }) => code === 0)).toHaveLength(1);
  expect(both.find(({ code }) => code === 1)?.err).toMatch(
    /Cordée est en marche|D’autres programmes|contient déjà des données/,
  );
  expect(await on(machine, sumsOf)).toEqual(sums);
  expect([await fileOf(machine), await leftovers(machine)]).toEqual(['Ce qui fut sauvegardé', []]);
});

test.skipIf(!canMount)(
  '[OP4] a disk that fills while it restores: one sentence, and what was there works',
  async () => {
    const disk = mountSmallDisk(90);
    cleanups.push(async () => disk.remove());
    const machine = { DATA_DIR: disk.path, DATABASE_URL: '' };
    await on(machine, (database) => aPerson(siteOf(database.db, new Date()), { name: 'Ce qui était là' }));
    disk.fill();
    expect(await runCommand('restore', machine, file, '--replace')).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^Il n’y a pas assez de place sur le disque .+\n$/),
    });
    disk.free();
    expect([await namesOf(machine), await leftovers(machine)]).toEqual([['Ce qui était là'], []]);
  },
);
