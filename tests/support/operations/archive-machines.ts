import { randomUUID } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';
import type { Database } from '#db/kernel/client.ts';
import { aPerson } from '#db/seed/builders/builders.ts';
import { openDatabase } from '#server/kernel/database.ts';
import { demonstrationTemplate, TEMPLATE } from '../database.ts';
import { emptyMachine, everythingIn, runCommand } from './backups.ts';
import { type ReadArchive, readOpenArchive } from './open-archives.ts';

export type Machine = Record<string, string>;
type Cleanups = (() => Promise<unknown>)[];

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);

/** Works on the database of a machine whose server is stopped. */
export async function on<T>(machine: Machine, work: (database: Database) => Promise<T>): Promise<T> {
  const url = machine.DATABASE_URL;
  const database = await openDatabase(url ? { DATABASE_URL: url } : {}, machine.DATA_DIR ?? '');
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

/** A machine on which one administrator has signed in once, and nothing was done. */
export async function newMachine(cleanups: Cleanups, kind?: 'postgres' | 'embedded'): Promise<Machine> {
  const machine = await emptyMachine(cleanups, kind, TEMPLATE);
  await on(machine, async ({ db }) => {
    const site = { db, now: () => new Date(), newId: () => randomUUID() as string };
    await aPerson(site, { name: 'Qui installe', platformRole: 'admin' });
  });
  return machine;
}

/** The archive of a whole machine, in a file of this folder. */
export async function exportedTo(
  folder: string,
  machine: Machine,
): Promise<{ file: string; archive: ReadArchive }> {
  const file = join(folder, `${randomUUID()}.zip`);
  expect(await runCommand('export-archive', machine, file)).toMatchObject({ code: 0, err: '' });
  return { file, archive: await readOpenArchive(await readFile(file)) };
}

/** How many objects there are. */
export const countsOf = (machine: Machine) =>
  on(machine, async ({ run }) => {
    const tables = [
      'working_group',
      'document',
      'board',
      'comment',
      'resource_version',
      'file',
      'meeting',
      'decision',
    ];
    const counted = tables.map((name) => `(select count(*)::int from ${name}) as ${name}`);
    const { rows } = await run(`select ${counted.join(', ')}`, []);
    return {
      ...rows[0],
      files: (await everythingIn(join(machine.DATA_DIR ?? '', 'files')).catch(() => [])).length,
    };
  });

/** The archive of the demonstration, with a file of a document and one of a resource whose bytes are there. */
export async function demonstrationArchive(cleanups: Cleanups, folder: string) {
  const machine = await emptyMachine(cleanups, 'postgres', await demonstrationTemplate());
  await on(machine, async (database) => {
    const put = async (key: string, bytes: Buffer) => {
      const path = join(machine.DATA_DIR ?? '', 'files', key);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, bytes);
    };
    await database.run(
      `insert into resource_version (id, resource_id, number, name, content_type, kind, bytes, sha256, storage_key, note, by, at, scan)
        select $1, id, 1, 'Relevé.csv', 'text/plain', 'data', 6, '', 'ressources/un-releve', '', created_by, now(), 'none'
        from resource order by id limit 1`,
      [randomUUID()],
    );
    await put('ressources/un-releve', Buffer.from('a;b\n1;2'));
    await database.run(
      `insert into file (id, group_id, name, content_type, bytes, width, height, storage_key, uploaded_by, created_at)
        select $1, d.group_id, 'Plan « été ».png', 'image/png', $2, 1, 1, 'images/un-plan', d.created_by, now()
        from document d where d.title = 'Charte de l’arbre urbain'`,
      [randomUUID(), PNG.length],
    );
    await database.run(
      `insert into document_file (document_id, file_id)
        select d.id, f.id from document d, file f where d.title = 'Charte de l’arbre urbain' and f.storage_key = 'images/un-plan'`,
      [],
    );
    await put('images/un-plan', PNG);
  });
  return exportedTo(folder, machine);
}
