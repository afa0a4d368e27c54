import { eq, sql } from 'drizzle-orm';
import { canOnPlatform } from '#shared/kernel/access/access.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { AreaMatch } from '#shared/programme/facilitator/area-match.ts';
import type { FacilitatorError } from '#shared/programme/facilitator/facilitator-errors.ts';
import type { FacilitatorRow } from '#shared/programme/facilitator/facilitator-table.ts';
import type { Area, FacilitatorFields } from '#shared/programme/facilitator/territorial-facilitator.ts';
import type { Reader } from '../../documents/listed-documents.ts';
import type { Db } from '../../kernel/client.ts';
import { findAsking } from '../mission/mission-access.ts';
import { serviceAreas, territorialFacilitators } from './schema.ts';
import { listAreas } from './territorial-facilitators.ts';

type Refusal = FacilitatorError | 'access.notFound';
/** What is not found in the register, beside the refusal. */
type Saved =
  | { readonly ok: true; readonly value: { readonly id: string; readonly title: string } }
  | { readonly ok: false; readonly error: Refusal; readonly unknown?: readonly string[] };

/** One change at a time: names are compared with all others. */
function writing<Done>(
  db: Db,
  { userId }: Reader,
  run: (tx: Db) => Promise<Done>,
): Promise<Done | Result<never, 'access.notFound'>> {
  return db.transaction(async (tx) => {
    const person = await findAsking(tx, userId);
    if (!person || !canOnPlatform(person.platformRole, 'programme.coordinate'))
      return fail('access.notFound');
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('cordee.territorial-facilitators'))`);
    return run(tx);
  });
}

/**
 * [AT1] Keeps a structure, new or changed, with the territories of these names. Refused: 'access.notFound' (no coordinator, or no such
 * structure), 'facilitator.nameTaken', 'facilitator.areaNotFound' with the names.
 */
export function saveFacilitator(
  db: Db,
  {
    id,
    isNew,
    fields,
    areas: names,
    ...who
  }: Reader & { id: string; isNew: boolean; fields: FacilitatorFields; areas: readonly string[] },
): Promise<Saved> {
  return writing<Saved>(db, who, async (tx) => {
    const others = await namesIn(tx);
    if (!isNew && ![...others.values()].some((known) => known.id === id && !known.isRemoved))
      return fail('access.notFound');
    const same = others.get(plain(fields.name));
    if (same && same.id !== id) return fail('facilitator.nameTaken');
    const { areas, unknown } = new AreaMatch(await listAreas(tx)).findAll(names);
    if (unknown.length > 0) return { ...fail('facilitator.areaNotFound'), unknown };
    const set = { ...fields, updatedAt: who.now };
    if (isNew)
      await tx
        .insert(territorialFacilitators)
        .values({ id, ...set, createdBy: who.userId, createdAt: who.now });
    else await tx.update(territorialFacilitators).set(set).where(eq(territorialFacilitators.id, id));
    await keepAreas(tx, id, areas);
    return ok({ id, title: fields.name });
  });
}

/** [AT1] Takes a structure out of the network, or puts it back. Refused: 'access.notFound'. */
export function removeFacilitator(
  db: Db,
  { id, isRemoved, ...who }: Reader & { id: string; isRemoved: boolean },
): Promise<Result<void, 'access.notFound'>> {
  return writing<Result<void, 'access.notFound'>>(db, who, async (tx) => {
    const changed = await tx
      .update(territorialFacilitators)
      .set({ removedAt: isRemoved ? who.now : null, updatedAt: who.now })
      .where(eq(territorialFacilitators.id, id))
      .returning({ id: territorialFacilitators.id });
    return changed.length > 0 ? ok() : fail('access.notFound');
  });
}

/** What an import did, and the territories that it did not find, by line. */
export interface FacilitatorImport {
  readonly added: number;
  readonly changed: number;
  readonly unknown: readonly { readonly line: number; readonly name: string; readonly area: string }[];
}

/**
 * [AT4] Keeps every structure of a file, all of them or none. One of a known name is brought up to date: kind, source, certainty and,
 * when the file has some that are found, territories. Refused: 'access.notFound'.
 */
export function importFacilitators(
  db: Db,
  { rows, newId, ...who }: Reader & { rows: readonly FacilitatorRow[]; newId: () => string },
): Promise<Result<FacilitatorImport, 'access.notFound'>> {
  return writing<Result<FacilitatorImport, 'access.notFound'>>(db, who, async (tx) => {
    const match = new AreaMatch(await listAreas(tx));
    const known = await namesIn(tx);
    const unknown: { line: number; name: string; area: string }[] = [];
    let [added, changed] = [0, 0];
    for (const { line, name, kind, areas: names, source, certainty } of rows) {
      const found = match.findAll(names);
      for (const area of found.unknown) unknown.push({ line, name, area });
      const same = known.get(plain(name));
      const id = same?.id ?? newId();
      const set = { name, kind, source, certainty, updatedAt: who.now, removedAt: null };
      if (same) {
        await tx.update(territorialFacilitators).set(set).where(eq(territorialFacilitators.id, id));
        changed++;
      } else {
        await tx.insert(territorialFacilitators).values({
          id,
          ...set,
          ...EMPTY,
          createdBy: who.userId,
          createdAt: who.now,
        });
        known.set(plain(name), { id, isRemoved: false });
        added++;
      }
      if (found.areas.length > 0) await keepAreas(tx, id, found.areas);
    }
    return ok({ added, changed, unknown });
  });
}

const EMPTY = { offer: '', address: '', site: '', contactName: '', contactEmail: '', contactPhone: '' };

const plain = (name: string) =>
  name
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();

async function namesIn(tx: Db): Promise<Map<string, { id: string; isRemoved: boolean }>> {
  const rows = await tx
    .select({
      id: territorialFacilitators.id,
      name: territorialFacilitators.name,
      removedAt: territorialFacilitators.removedAt,
    })
    .from(territorialFacilitators);
  return new Map(rows.map(({ id, name, removedAt }) => [plain(name), { id, isRemoved: removedAt !== null }]));
}

async function keepAreas(tx: Db, facilitatorId: string, areas: readonly Area[]): Promise<void> {
  await tx.delete(serviceAreas).where(eq(serviceAreas.facilitatorId, facilitatorId));
  if (areas.length > 0)
    await tx
      .insert(serviceAreas)
      .values(areas.map(({ level, code }) => ({ facilitatorId, level, code })))
      .onConflictDoNothing();
}
