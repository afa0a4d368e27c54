import { existsSync } from 'node:fs';
import { rename, rm, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { type Database, openPglite, openPostgres } from '#db/client.ts';
import { MigrationMismatch, migrate } from '#db/migrate.ts';
import { server as words } from '#shared/messages/fr/server.ts';
import type { Env } from './env.ts';
import { StartRefusal } from './start-refusal.ts';

/**
 * Opens the database of these settings and brings it to the shipped migrations.
 * @throws {StartRefusal} unreachable, too old, damaged, read-only, or prepared by another version.
 */
export async function openDatabase(env: Pick<Env, 'DATABASE_URL'>, dataDir: string): Promise<Database> {
  const database = env.DATABASE_URL
    ? await reachPostgres(env.DATABASE_URL)
    : await reachPglite(join(dataDir, 'database'));
  try {
    await migrate(database);
  } catch (error) {
    await database.close();
    if (error instanceof MigrationMismatch) throw new StartRefusal(words.migrationMismatch);
    const sentence = words.databaseRefuses[codeOf(error)];
    throw sentence === undefined ? error : new StartRefusal(sentence);
  }
  return database;
}

/**
 * Opens this PostgreSQL as it is.
 * @throws {StartRefusal} unreachable, too old, or made for other letters than ours.
 */
export async function reachPostgres(url: string): Promise<Database> {
  const database = openPostgres(url);
  try {
    const { rows } = await database.run(
      `select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding,
        lower('É') = 'é' as knows_letters`,
      [],
    );
    const { version, encoding, knowsLetters } = Server.parse(rows[0]);
    if (version < 150_000) throw new StartRefusal(words.databaseTooOld(String(Math.floor(version / 10_000))));
    if (encoding !== 'UTF8') throw new StartRefusal(words.databaseEncoding(encoding));
    if (!knowsLetters) throw new StartRefusal(words.databaseLocale);
    return database;
  } catch (error) {
    await database.close();
    if (error instanceof StartRefusal) throw error;
    const code = codeOf(error);
    throw new StartRefusal(words.databaseRefuses[code] ?? words.databaseUnreachable(code));
  }
}

const Server = z
  .object({ version: z.number(), encoding: z.string(), knows_letters: z.boolean() })
  .transform(({ knows_letters: knowsLetters, ...rest }) => ({ ...rest, knowsLetters }));

/** What PostgreSQL, or the network, calls what went wrong; Drizzle wraps it. */
function codeOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
}

/**
 * A first initialisation that is interrupted leaves a folder that PGlite can never open. So it is made under another
 * name and takes its own only once it is whole; what an interrupted start left is empty of data and is removed.
 *
 * Opens the embedded database of this folder as it is; makes an empty one where there is none.
 * @throws {StartRefusal} when it is damaged, or its disk is full.
 */
export async function reachPglite(folder: string): Promise<Database> {
  if (!existsSync(folder)) {
    const making = `${folder}.making`;
    await rm(making, { recursive: true, force: true });
    const first = openPglite({ dataDir: making });
    await first.ping().catch(async () => {
      throw new StartRefusal((await isFull(folder)) ? words.diskFull(folder) : words.databaseNotMade(folder));
    });
    await first.close();
    await rename(making, folder);
  }
  const database = openPglite({ dataDir: folder });
  try {
    await database.ping();
    return database;
  } catch {
    throw new StartRefusal((await isFull(folder)) ? words.diskFull(folder) : words.databaseDamaged(folder));
  }
}

/** Less than that, and PGlite cannot open: it says so in no way that can be told from a damage. */
const NEEDED_BYTES = 16 * 1024 * 1024;

async function isFull(folder: string): Promise<boolean> {
  const { bavail, bsize } = await statfs(dirname(folder));
  return bavail * bsize < NEEDED_BYTES;
}
