import { eq, sql } from 'drizzle-orm';
import { ok, type Result } from '#shared/kernel/result.ts';
import {
  type CityPlacing,
  cityOfProgramme,
  type PlacedOrganisation,
  placeCities,
} from '#shared/programme/territory/city-organisation.ts';
import { municipalityCodeOf } from '#shared/programme/territory/municipality-code.ts';
import type { CityError } from '#shared/programme/territory/territory-errors.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { organisationBadge } from '../../people/organisation/organisations.ts';
import { organisations } from '../../people/organisation/schema.ts';
import { agreementMunicipalities, agreements, departments, municipalities } from './schema.ts';

/** What a new organisation takes its identity and its day from. */
export interface Making {
  readonly newId: () => string;
  readonly now: Date;
}

/** The organisation that a commune is; `isNew` when it was made for it. */
export interface OrganisationOfCity {
  readonly id: string;
  readonly name: string;
  readonly isNew: boolean;
}

/**
 * [T12] The organisation of a commune of the programme, by its Insee code (five characters): the one that is tied to it, or the municipality of
 * its name, which is tied now, or one that is made. Two who ask at once get one. Refuses 'city.unknown', 'city.merged' and 'city.outOfProgramme'.
 */
export async function organisationOfCity(
  tx: Tx,
  inseeCode: string,
  making: Making,
): Promise<Result<OrganisationOfCity, CityError>> {
  const code = municipalityCodeOf(inseeCode);
  const [found] = await tx
    .select({
      code: municipalities.code,
      name: municipalities.name,
      department: sql<string>`coalesce(${departments.name}, '')`,
      isMerged: sql<boolean>`${municipalities.replacedBy} is not null`,
      isInProgramme: sql<boolean>`coalesce(${agreements.isInProgramme}, false)`,
    })
    .from(municipalities)
    .leftJoin(departments, eq(departments.code, municipalities.departmentCode))
    .leftJoin(agreementMunicipalities, eq(agreementMunicipalities.municipalityCode, municipalities.code))
    .leftJoin(agreements, eq(agreements.id, agreementMunicipalities.agreementId))
    .where(eq(municipalities.code, code ?? ''));
  const city = cityOfProgramme(found ?? null);
  if (!city.ok) return city;
  await lockOrganisations(tx);
  const [placed] = await writePlacings(
    tx,
    placeCities([city.value], await listPlacedOrganisations(tx)),
    making,
  );
  return placed ? ok(placed) : Promise.reject(new Error(`No place was made for ${city.value.code}`));
}

/** One after the other: who makes, ties or renames organisations. */
export async function lockOrganisations(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('cordee.organisations'))`);
}

/** Every organisation, the oldest first, as `placeCities` looks at them. */
export function listPlacedOrganisations(db: Db): Promise<PlacedOrganisation[]> {
  return db
    .select({
      ...organisationBadge,
      kind: organisations.kind,
      municipalityCode: organisations.municipalityCode,
    })
    .from(organisations)
    .orderBy(organisations.createdAt, organisations.id);
}

/** Writes what was decided, under `lockOrganisations`; gives the organisation of each city, in order. */
export async function writePlacings(
  tx: Tx,
  placings: readonly CityPlacing[],
  { newId, now }: Making,
): Promise<OrganisationOfCity[]> {
  const done = placings.map((placing) => ({
    placing,
    id: placing.does === 'make' ? newId() : placing.id,
  }));
  const made = done.flatMap(({ placing, id }) =>
    placing.does === 'make'
      ? [
          {
            ...{ id, name: placing.name, shortName: placing.shortName, colour: placing.colour },
            ...{ kind: 'municipality' as const, municipalityCode: placing.city.code, createdAt: now },
          },
        ]
      : [],
  );
  if (made.length > 0) await tx.insert(organisations).values(made);
  for (const { placing, id } of done) {
    if (placing.does !== 'tie') continue;
    await tx
      .update(organisations)
      .set({ municipalityCode: placing.city.code })
      .where(eq(organisations.id, id));
  }
  return done.map(({ placing, id }) => ({ id, name: placing.name, isNew: placing.does === 'make' }));
}
