import { and, desc, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { mayChangeSupport, type SupportKind } from '#shared/publication/support/support.ts';
import type { Support } from '#shared/publication/support/territory.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { organisations } from '../../people/organisation/schema.ts';
import { users } from '../../people/person/schema.ts';
import type { Asker } from '../../programme/experiment/experiment-rights.ts';
import { territorialFacilitators } from '../../programme/facilitator/schema.ts';
import { supports } from './schema.ts';

/** More of one city, or of one structure, than somebody reads. */
const SUPPORTS_MAX = 500;

/** [AT7] What was done, the last first, for whoever asked by `which`: never what was withdrawn. */
async function selectSupports(
  db: Db,
  which: SQL | undefined,
  limit: number,
): Promise<(Support & { cityId: string; city: string })[]> {
  return db
    .select({
      id: supports.id,
      cityId: supports.cityId,
      kind: supports.kind,
      what: supports.what,
      day: supports.doneOn,
      by: users.name,
      structure: territorialFacilitators.name,
      city: organisations.name,
    })
    .from(supports)
    .innerJoin(territorialFacilitators, eq(territorialFacilitators.id, supports.facilitatorId))
    .innerJoin(organisations, eq(organisations.id, supports.cityId))
    .leftJoin(users, eq(users.id, supports.authorId))
    .where(and(which, isNull(supports.withdrawnAt)))
    .orderBy(desc(supports.doneOn), desc(supports.createdAt), supports.id)
    .limit(limit);
}

/** [AT7] What these structures did for these cities, by city. */
export async function listSupportsOf(
  db: Db,
  { cityIds, facilitatorIds }: { cityIds: readonly string[]; facilitatorIds: readonly string[] },
): Promise<Map<string, Support[]>> {
  const found = new Map<string, Support[]>();
  if (cityIds.length === 0 || facilitatorIds.length === 0) return found;
  const which = and(
    inArray(supports.cityId, [...cityIds]),
    inArray(supports.facilitatorId, [...facilitatorIds]),
  );
  for (const { cityId, city: _, ...row } of await selectSupports(db, which, SUPPORTS_MAX))
    found.set(cityId, [...(found.get(cityId) ?? []), row]);
  return found;
}

/** [AT7] What was done for this city by any structure, for the people of the city itself. */
export const listSupportsForCity = (db: Db, cityId: string): Promise<Support[]> =>
  selectSupports(db, eq(supports.cityId, cityId), SUPPORTS_MAX);

/** [AT7] What a structure did, for its own people and the coordination. */
export const listSupportsByStructure = (db: Db, facilitatorId: string) =>
  selectSupports(db, eq(supports.facilitatorId, facilitatorId), SUPPORTS_MAX);

/** [AT7] Keeps what was done. */
export async function keepSupport(
  tx: Tx,
  { now, ...said }: Omit<typeof supports.$inferInsert, 'createdAt' | 'updatedAt'> & { now: Date },
): Promise<void> {
  await tx.insert(supports).values({ ...said, createdAt: now, updatedAt: now });
}

/** Something that was done, which nobody else changes until the end of the transaction. */
export interface HeldSupport {
  readonly id: string;
  readonly kind: SupportKind;
  readonly cityId: string;
  readonly isWithdrawn: boolean;
}

/** [AT7] Holds it for a person of the organisation of its structure; null for everybody else, and when the structure left the network. */
export async function holdSupport(
  tx: Tx,
  { supportId, userId }: Asker & { supportId: string },
): Promise<HeldSupport | null> {
  const own = sql`exists (select from territorial_facilitator f join "user" u on u.organisation_id = f.organisation_id
    where f.id = ${supports.facilitatorId} and f.removed_at is null and u.id = ${userId} and u.suspended_at is null)`;
  const [row] = await tx
    .select({
      id: supports.id,
      kind: supports.kind,
      cityId: supports.cityId,
      withdrawnAt: supports.withdrawnAt,
    })
    .from(supports)
    .where(and(eq(supports.id, supportId), own))
    .for('update');
  if (!row) return null;
  const { withdrawnAt, ...held } = row;
  return { ...held, isWithdrawn: withdrawnAt !== null };
}

/** [AT7] Changes what is said of it. */
export async function changeSupport(
  tx: Tx,
  { support, now, ...said }: { support: HeldSupport; what: string; doneOn: string; now: Date },
): Promise<Result<void, 'support.wasSent' | 'access.notFound'>> {
  if (support.isWithdrawn) return fail('access.notFound');
  const may = mayChangeSupport(support.kind);
  if (!may.ok) return may;
  await tx
    .update(supports)
    .set({ ...said, updatedAt: now })
    .where(eq(supports.id, support.id));
  return ok();
}

/** [AT7] Takes it away, or puts it back. */
export async function withdrawSupport(
  tx: Tx,
  { support: { id }, isWithdrawn, now }: { support: HeldSupport; isWithdrawn: boolean; now: Date },
): Promise<void> {
  const set = { withdrawnAt: isWithdrawn ? now : null, updatedAt: now };
  await tx.update(supports).set(set).where(eq(supports.id, id));
}
