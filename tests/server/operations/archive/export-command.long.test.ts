import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openDatabase } from '#server/kernel/database.ts';
import { demonstrationTemplate } from '#tests/support/database.ts';
import { emptyMachine, everythingIn, freshFolder, runCommand } from '#tests/support/operations/backups.ts';
import { readOpenArchive } from '#tests/support/operations/open-archives.ts';

const cleanups: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  for (const cleanup of cleanups.reverse()) await cleanup();
});

test('[OA4] the whole space leaves from the terminal, every text of it; no file is written over, and none half', async () => {
  const machine = await emptyMachine(cleanups, 'postgres', await demonstrationTemplate());
  const folder = await freshFolder(cleanups);
  const file = join(folder, 'espace.zip');
  const settings = machine.DATABASE_URL ? { DATABASE_URL: machine.DATABASE_URL } : {};
  const database = await openDatabase(settings, machine.DATA_DIR ?? '');
  const documents = await (async () => {
    try {
      // [MV2] What an organisation keeps in its own space is in nobody else’s hands.
      const { rows } = await database.run(
        'select d.title from document d join working_group g on g.id = d.group_id where d.trashed_at is null and g.organisation_id is null',
        [],
      );
      return rows.map(({ title }) => title).sort();
    } finally {
      await database.close();
    }
  })();

  expect(await runCommand('export-archive', machine, file)).toMatchObject({ code: 0, err: '' });
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  const archive = await readOpenArchive(await readFile(file));
  const held = archive.about.cordee.groups.flatMap(({ folder: of }) => archive.rows('documents', `${of}/`));
  expect(held.map(({ title }) => title).sort()).toEqual(documents);
  for (const { path } of held)
    expect(JSON.parse(archive.text(String(path))).content.content.length).toBeGreaterThan(0);

  const again = await runCommand('export-archive', machine, file);
  expect(again).toMatchObject({ code: 1, err: expect.stringContaining('existe déjà') });
  const nowhere = await runCommand('export-archive', machine, join(folder, 'absent', 'espace.zip'));
  expect(nowhere).toMatchObject({ code: 1, err: expect.stringContaining('ne peut pas être écrit') });
  const empty = await runCommand('export-archive', await emptyMachine(cleanups), join(folder, 'vide.zip'));
  expect(empty.code).toBe(1);
  expect(await everythingIn(folder)).toEqual(['espace.zip']);
});
