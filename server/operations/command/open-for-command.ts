import type { Database } from '#db/kernel/client.ts';
import { findApplied, shippedMigrations } from '#db/kernel/migrate.ts';
import { server } from '#shared/kernel/start/server.fr.ts';
import { backup } from '#shared/operations/backup/backup.fr.ts';
import { command as words } from '#shared/operations/command/command.fr.ts';
import { DataDirInUse, holdDataDir } from '../../kernel/data-dir.ts';
import { reachPostgres } from '../../kernel/database.ts';
import { hasEmbedded, joinEmbedded, openEmbedded } from '../../kernel/embedded-postgres/embedded-postgres.ts';
import { StartRefusal } from '../../kernel/start-refusal.ts';
import type { Place } from './place.ts';

interface HowToOpen {
  /** With the embedded database, while a server runs on it: beside that server, or refused by this sentence. */
  readonly whileServed: 'beside' | ((folder: string) => string);
  /** Whether the tables of an older version will do. */
  readonly isOlderFine?: boolean;
}

/**
 * [OP8] Opens the database of this place for a command, as it is: none is made, and nothing is migrated. `close` lets go of everything.
 * @throws {StartRefusal} when there is none, it has no tables of ours or those of another version, cannot be reached, or is served.
 */
export async function openForCommand(
  { env, dataDir }: Place,
  { whileServed, isOlderFine = false }: HowToOpen,
): Promise<Database> {
  const database = env.DATABASE_URL
    ? await reachPostgres(env.DATABASE_URL)
    : await ofFolder(dataDir, whileServed);
  try {
    await refuseOthers(database, isOlderFine);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function refuseOthers({ run }: Database, isOlderFine: boolean): Promise<void> {
  const [applied, shipped] = [await findApplied(run), shippedMigrations()];
  if (applied.length === 0) throw new StartRefusal(words.noTables);
  if (applied.some((hash, at) => hash !== shipped[at])) throw new StartRefusal(server.migrationMismatch);
  if (!isOlderFine && applied.length < shipped.length) throw new StartRefusal(words.older);
}

/** Over the PostgreSQL of the process that runs it; started for the time of the command where nobody does. */
async function ofFolder(dataDir: string, whileServed: HowToOpen['whileServed']): Promise<Database> {
  const held = await holdDataDir(dataDir).catch((error: unknown) => {
    if (error instanceof DataDirInUse) return error;
    throw error;
  });
  if (held instanceof DataDirInUse) {
    if (whileServed !== 'beside') throw new StartRefusal(whileServed(held.path));
    const database = await joinEmbedded(held.path);
    if (!database) throw new StartRefusal(backup.serverSilent(held.path));
    return database;
  }
  try {
    if (!(await hasEmbedded(held.path))) throw new StartRefusal(words.noDatabase(held.path));
    const database = await openEmbedded(held.path);
    return { ...database, close: () => database.close().finally(() => held.release()) };
  } catch (error) {
    await held.release();
    throw error;
  }
}
