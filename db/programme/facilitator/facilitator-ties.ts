import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { TERRITORY_KINDS } from '#shared/people/organisation/organisation.ts';
import { checkTie } from '#shared/programme/facilitator/tie.ts';
import type { Db } from '../../kernel/client.ts';
import { nameKey } from '../../kernel/columns.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { organisations } from '../../people/organisation/schema.ts';
import { facilitatorCities, territorialFacilitators } from './schema.ts';

/** [AT5] What ties a structure to this workspace, by name. */
export interface FacilitatorTie {
  readonly organisation: string;
  readonly cities: readonly string[];
}

/** [AT5] The organisation of a structure and the cities that it names. */
export async function findFacilitatorTie(db: Db, id: string): Promise<FacilitatorTie> {
  const [own] = await db
    .select({ name: organisations.name })
    .from(territorialFacilitators)
    .innerJoin(organisations, eq(organisations.id, territorialFacilitators.organisationId))
    .where(eq(territorialFacilitators.id, id));
  const cities = await db
    .select({ name: organisations.name })
    .from(facilitatorCities)
    .innerJoin(organisations, eq(organisations.id, facilitatorCities.organisationId))
    .where(eq(facilitatorCities.facilitatorId, id))
    .orderBy(asc(nameKey(organisations.name)));
  return { organisation: own?.name ?? '', cities: cities.map(({ name }) => name) };
}

/** [AT5] Those of these names that no commune or agglomeration of the workspace has. */
export async function findUnknownCities(db: Db, names: readonly string[]): Promise<string[]> {
  const known = await citiesNamed(db, names);
  return names.filter((name) => !known.has(name));
}

/** The organisations of cities by these names, as they were typed: neither case nor accents count ([O1]). */
async function citiesNamed(db: Db, names: readonly string[]): Promise<Map<string, string>> {
  if (names.length === 0) return new Map();
  const typed = sql`(select given.name, public.name_key(given.name) as key from unnest(${sql.param(names)}::text[]) as given(name)) typed`;
  const rows = await db
    .select({ name: sql<string>`typed.name`, id: organisations.id })
    .from(organisations)
    .innerJoin(typed, sql`typed.key = ${nameKey(organisations.name)}`)
    .where(inArray(organisations.kind, [...TERRITORY_KINDS]));
  return new Map(rows.map(({ name, id }) => [name, id]));
}

/** [AT5] Ties a structure to its organisation, and to cities by name, all of it or nothing. An empty name unties it. */
export async function tieFacilitator(
  tx: Tx,
  { id, organisation, cities, now }: FacilitatorTie & { id: string; now: Date },
): Promise<
  Result<void, 'facilitator.organisationNotFound' | 'facilitator.cityNotFound' | 'access.notFound'>
> {
  const found = await citiesNamed(tx, cities);
  const [own] = organisation
    ? await tx
        .select({ id: organisations.id })
        .from(organisations)
        .where(sql`${nameKey(organisations.name)} = public.name_key(${organisation}::text)`)
    : [];
  const may = checkTie({
    isOrganisationKnown: !organisation || own !== undefined,
    unknownCities: cities.filter((name) => !found.has(name)).length,
  });
  if (!may.ok) return may;
  const changed = await tx
    .update(territorialFacilitators)
    .set({ organisationId: own?.id ?? null, updatedAt: now })
    .where(and(eq(territorialFacilitators.id, id), isNull(territorialFacilitators.removedAt)))
    .returning({ id: territorialFacilitators.id });
  if (changed.length === 0) return fail('access.notFound');
  await tx.delete(facilitatorCities).where(eq(facilitatorCities.facilitatorId, id));
  const ids = [...new Set(found.values())];
  if (ids.length > 0)
    await tx
      .insert(facilitatorCities)
      .values(ids.map((organisationId) => ({ facilitatorId: id, organisationId })));
  return ok();
}
