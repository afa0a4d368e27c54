import { z } from 'zod';
import { type Database, openPostgres } from '#db/kernel/client.ts';
import { MigrationMismatch, migrate } from '#db/kernel/migrate.ts';
import { server as words } from '#shared/kernel/start/server.fr.ts';
import { openEmbedded } from './embedded-postgres/embedded-postgres.ts';
import type { Env } from './env.ts';
import { StartRefusal } from './start-refusal.ts';

/**
 * Opens the database of these settings and brings it to the shipped migrations.
 * @throws {StartRefusal} unreachable, too old, damaged, read-only, or prepared by another version.
 */
export async function openDatabase(env: Pick<Env, 'DATABASE_URL'>, dataDir: string): Promise<Database> {
  const database = env.DATABASE_URL ? await reachPostgres(env.DATABASE_URL) : await openEmbedded(dataDir);
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
