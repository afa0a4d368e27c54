import { eq, sql } from 'drizzle-orm';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { fold } from '#shared/kernel/text/fold.ts';
import { AreaMatch } from '#shared/programme/facilitator/area-match.ts';
import type { FacilitatorRow } from '#shared/programme/facilitator/facilitator-table.ts';
import type { Area, FacilitatorFields } from '#shared/programme/facilitator/territorial-facilitator.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { serviceAreas, territorialFacilitators } from './schema.ts';
import { listAreas } from './territorial-facilitators.ts';

/** One change at a time: names are compared with all others. */
async function takeTurn(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('cordee.territorial-facilitators'))`);
}

/** What is said of a structure, with the names of its territories. */
interface Structure {
  readonly id: string;
  readonly fields: FacilitatorFields;
  readonly areas: readonly string[];
  readonly now: Date;
}
type Unsaved = 'facilitator.nameTaken' | 'facilitator.areaNotFound';
type Saved = { readonly id: string; readonly title: string };

/** [AT1] Keeps a new structure. Refused: a name that another has, a territory that is not in the register. */
export async function createFacilitator(
  tx: Tx,
  { id, fields, areas: names, by, now }: Structure & { by: string },
): Promise<Result<Saved, Unsaved>> {
  await takeTurn(tx);
  const areas = await areasOf(tx, { id, fields, names, others: await namesIn(tx) });
  if (!areas.ok) return areas;
  await tx
    .insert(territorialFacilitators)
    .values({ id, ...fields, updatedAt: now, createdBy: by, createdAt: now });
  await keepAreas(tx, id, areas.value);
  return ok({ id, title: fields.name });
}

/** [AT1] Changes a structure. Refused: as `createFacilitator`, and one that is not in the network. */
export async function changeFacilitator(
  tx: Tx,
  { id, fields, areas: names, now }: Structure,
): Promise<Result<Saved, Unsaved | 'access.notFound'>> {
  await takeTurn(tx);
  const others = await namesIn(tx);
  if (![...others.values()].some((known) => known.id === id && !known.isRemoved))
    return fail('access.notFound');
  const areas = await areasOf(tx, { id, fields, names, others });
  if (!areas.ok) return areas;
  await tx
    .update(territorialFacilitators)
    .set({ ...fields, updatedAt: now })
    .where(eq(territorialFacilitators.id, id));
  await keepAreas(tx, id, areas.value);
  return ok({ id, title: fields.name });
}

async function areasOf(
  tx: Tx,
  given: {
    id: string;
    fields: FacilitatorFields;
    names: readonly string[];
    others: Awaited<ReturnType<typeof namesIn>>;
  },
): Promise<Result<readonly Area[], Unsaved>> {
  const same = given.others.get(fold(given.fields.name));
  if (same && same.id !== given.id) return fail('facilitator.nameTaken');
  const { areas, unknown } = new AreaMatch(await listAreas(tx)).findAll(given.names);
  return unknown.length > 0 ? fail('facilitator.areaNotFound') : ok(areas);
}

/** [AT1] Takes a structure out of the network, or puts it back. Refused: one that is not there. */
export async function removeFacilitator(
  tx: Tx,
  { id, isRemoved, now }: { id: string; isRemoved: boolean; now: Date },
): Promise<Result<void, 'access.notFound'>> {
  await takeTurn(tx);
  const changed = await tx
    .update(territorialFacilitators)
    .set({ removedAt: isRemoved ? now : null, updatedAt: now })
    .where(eq(territorialFacilitators.id, id))
    .returning({ id: territorialFacilitators.id });
  return changed.length > 0 ? ok() : fail('access.notFound');
}

/** What an import did, and the territories that it did not find, by line. */
export interface FacilitatorImport {
  readonly added: number;
  readonly changed: number;
  readonly unknown: readonly { readonly line: number; readonly name: string; readonly area: string }[];
}

/**
 * [AT4] Keeps every structure of a file, all of them or none. One of a known name is brought up to date: kind, source, certainty and,
 * when the file has some that are found, territories.
 */
export async function importFacilitators(
  tx: Tx,
  { rows, newId, by, now }: { rows: readonly FacilitatorRow[]; newId: () => string; by: string; now: Date },
): Promise<FacilitatorImport> {
  await takeTurn(tx);
  const match = new AreaMatch(await listAreas(tx));
  const known = await namesIn(tx);
  const unknown: { line: number; name: string; area: string }[] = [];
  let [added, changed] = [0, 0];
  for (const { line, name, kind, areas: names, source, certainty } of rows) {
    const found = match.findAll(names);
    for (const area of found.unknown) unknown.push({ line, name, area });
    const same = known.get(fold(name));
    const id = same?.id ?? newId();
    const set = { name, kind, source, certainty, updatedAt: now, removedAt: null };
    if (same) {
      await tx.update(territorialFacilitators).set(set).where(eq(territorialFacilitators.id, id));
      changed++;
    } else {
      await tx.insert(territorialFacilitators).values({
        id,
        ...set,
        ...EMPTY,
        createdBy: by,
        createdAt: now,
      });
      known.set(fold(name), { id, isRemoved: false });
      added++;
    }
    if (found.areas.length > 0) await keepAreas(tx, id, found.areas);
  }
  return { added, changed, unknown };
}

const EMPTY = { offer: '', address: '', site: '', contactName: '', contactEmail: '', contactPhone: '' };

async function namesIn(tx: Tx): Promise<Map<string, { id: string; isRemoved: boolean }>> {
  const rows = await tx
    .select({
      id: territorialFacilitators.id,
      name: territorialFacilitators.name,
      removedAt: territorialFacilitators.removedAt,
    })
    .from(territorialFacilitators);
  return new Map(rows.map(({ id, name, removedAt }) => [fold(name), { id, isRemoved: removedAt !== null }]));
}

async function keepAreas(tx: Tx, facilitatorId: string, areas: readonly Area[]): Promise<void> {
  await tx.delete(serviceAreas).where(eq(serviceAreas.facilitatorId, facilitatorId));
  if (areas.length > 0)
    await tx
      .insert(serviceAreas)
      .values(areas.map(({ level, code }) => ({ facilitatorId, level, code })))
      .onConflictDoNothing();
}
