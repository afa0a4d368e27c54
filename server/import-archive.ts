/** `npm run import -- FILE`: an open archive into this installation. An embedded database is not served meanwhile. */
import { findAdministrator } from '#db/operations/archive/open-archives.ts';
import { archiveCommand as words } from '#shared/operations/archive/archive-command.fr.ts';
import { archiveTables } from '#shared/operations/archive/archive-tables.fr.ts';
import { openFileStore } from './kernel/file/open-file-store.ts';
import { StartRefusal } from './kernel/start-refusal.ts';
import { type ImportReport, importArchive } from './operations/archive/import-archive.ts';
import { ArchiveRefusal, readArchive } from './operations/archive/read-archive.ts';
import { openForCommand } from './operations/command/open-for-command.ts';
import { type Command, runCommand } from './operations/command/run-command.ts';

await runCommand({ usage: words.importUsage, isUndone: true }, bringIn);

async function bringIn(command: Command): Promise<void> {
  const { env, dataDir, path, signal } = command;
  console.log(words.opening);
  const database = await openForCommand(command, { whileServed: words.serverRunning });
  try {
    console.log(words.reading);
    const archive = await readArchive(path, signal).catch(explained);
    try {
      const by = await findAdministrator(database.db);
      if (!by) throw new StartRefusal(words.noAdministrator);
      console.log(words.importing);
      const store = await openFileStore(env, dataDir);
      say(await importArchive({ database, archive, store, by, now: new Date() }).catch(explained));
    } finally {
      archive.close();
    }
  } finally {
    await database.close();
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
