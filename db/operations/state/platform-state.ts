import { gt, sql } from 'drizzle-orm';
import { canOnPlatform } from '#shared/kernel/access/access.ts';
import type { Database, Db } from '../../kernel/client.ts';
import { appliedMigrations, shippedMigrations } from '../../kernel/migrate.ts';
import { findPerson } from '../../people/person/people.ts';
import { sessions } from '../../people/person/schema.ts';

/** [EP1] May this person read in what state the platform is? */
export async function mayReadPlatformState(db: Db, userId: string): Promise<boolean> {
  const person = await findPerson(db, userId);
  return person !== null && !person.suspendedAt && canOnPlatform(person.platformRole, 'site.manage');
}

/** Which database it is, how large, and which migrations it has seen. */
export interface DatabaseState {
  readonly isEmbedded: boolean;
  readonly version: string;
  readonly bytes: number;
  readonly applied: number;
  readonly shipped: number;
  /** [S5] The same ones, in the same order. */
  readonly isUpToDate: boolean;
}

/** [EP4] Looks at the database itself. */
export async function readDatabaseState({
  run,
  isEmbedded,
}: Pick<Database, 'run' | 'isEmbedded'>): Promise<DatabaseState> {
  const { rows } = await run(
    "select current_setting('server_version') as version, pg_database_size(current_database())::text as bytes",
    [],
  );
  const applied = await appliedMigrations(run);
  const shipped = shippedMigrations();
  return {
    isEmbedded,
    version: String(rows[0]?.version),
    bytes: Number(rows[0]?.bytes),
    applied: applied.length,
    shipped: shipped.length,
    isUpToDate: applied.length === shipped.length && applied.every((hash, at) => hash === shipped[at]),
  };
}

/** [EP4] How many sessions are open at this moment, and of how many people. */
export async function countSessions(
  db: Db,
  { now }: { now: Date },
): Promise<{ readonly sessions: number; readonly people: number }> {
  const [counted] = await db
    .select({
      sessions: sql<number>`count(*)::int`,
      people: sql<number>`count(distinct ${sessions.userId})::int`,
    })
    .from(sessions)
    .where(gt(sessions.expiresAt, now));
  return counted ?? { sessions: 0, people: 0 };
}
