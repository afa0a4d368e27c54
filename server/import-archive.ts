/** `npm run import -- FILE`: an open archive into this installation. An embedded database is not served meanwhile. */
import { findAdministrator } from '#db/operations/archive/open-archives.ts';
import { archiveCommand as words } from '#shared/operations/archive/archive-command.fr.ts';
import { archiveTables } from '#shared/operations/archive/archive-tables.fr.ts';
import { DataDirInUse, openDataDir } from './kernel/data-dir.ts';
import { openDatabase } from './kernel/database.ts';
import { openFileStore } from './kernel/file/open-file-store.ts';
import { StartRefusal } from './kernel/start-refusal.ts';
import { type ImportReport, importArchive } from './operations/archive/import-archive.ts';
import { ArchiveRefusal, readArchive } from './operations/archive/read-archive.ts';
import { type Command, runCommand } from './operations/backup/command.ts';

await runCommand({ usage: words.importUsage, options: [] }, bringIn);

async function bringIn({ env, path, signal }: Command): Promise<void> {
  console.log(words.reading);
  const archive = await readArchive(path, signal).catch(explained);
  const dataDir = await openDataDir(env).catch((error: unknown) => {
    throw error instanceof DataDirInUse ? new StartRefusal(words.serverRunning(error.path)) : error;
  });
  try {
    const database = await openDatabase(env, dataDir.path);
    try {
      const by = await findAdministrator(database.db);
      if (!by) throw new StartRefusal(words.noAdministrator);
      console.log(words.importing);
      const store = await openFileStore(env, dataDir.path);
      say(await importArchive({ database, archive, store, by, now: new Date() }).catch(explained));
    } finally {
      await database.close();
    }
  } finally {
    archive.close();
    await dataDir.release();
  }
}

function say({ counts, readOnly }: ImportReport): void {
  for (const [name, { made, known, left }] of counts)
    if (made + known + left > 0) console.log(words.line(archiveTables[name], { made, known, left }));
  console.log(words.left);
  for (const [name, rows] of readOnly) console.log(words.readOnly(archiveTables[name], rows));
  console.log(words.imported);
}

function explained(error: unknown): never {
  throw error instanceof ArchiveRefusal ? new StartRefusal(words.faults[error.fault]) : error;
}
