import { and, asc, eq, getTableColumns, ne } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { City } from '#shared/programme/territory/city.ts';
import type { ListedCity } from '#shared/programme/territory/city-list.ts';
import type { Db } from '../../kernel/client.ts';
import { organisationBadge } from '../../people/organisation/organisations.ts';
import { organisations } from '../../people/organisation/schema.ts';
import {
  agreementMunicipalities,
  agreements,
  departments,
  intermunicipalities,
  municipalities,
  regions,
} from './schema.ts';

const successors = alias(municipalities, 'successor');

const listed = {
  code: municipalities.code,
  name: municipalities.name,
  population: municipalities.population,
  department: { code: departments.code, name: departments.name },
  region: { code: regions.code, name: regions.name },
  intermunicipality: intermunicipalities.name,
  agreement: getTableColumns(agreements),
};

const paged = {
  ...listed,
  intermunicipalityPopulation: intermunicipalities.population,
  postalCodes: municipalities.postalCodes,
  replacedBy: { code: successors.code, name: successors.name },
};

/** Every commune with a convention, those that signed after the 2022 call included, by code. About 250. */
export async function listCities(db: Db): Promise<ListedCity[]> {
  return db
    .select(listed)
    .from(agreementMunicipalities)
    .innerJoin(agreements, eq(agreements.id, agreementMunicipalities.agreementId))
    .innerJoin(municipalities, eq(municipalities.code, agreementMunicipalities.municipalityCode))
    .innerJoin(departments, eq(departments.code, municipalities.departmentCode))
    .innerJoin(regions, eq(regions.code, municipalities.regionCode))
    .leftJoin(intermunicipalities, eq(intermunicipalities.siren, municipalities.intermunicipalitySiren))
    .orderBy(asc(municipalities.code));
}

/** One commune with a convention, or null: the rest of the register has no page. */
export async function findCity(db: Db, code: string): Promise<City | null> {
  const [city] = await db
    .select(paged)
    .from(agreementMunicipalities)
    .innerJoin(agreements, eq(agreements.id, agreementMunicipalities.agreementId))
    .innerJoin(municipalities, eq(municipalities.code, agreementMunicipalities.municipalityCode))
    .innerJoin(departments, eq(departments.code, municipalities.departmentCode))
    .innerJoin(regions, eq(regions.code, municipalities.regionCode))
    .leftJoin(intermunicipalities, eq(intermunicipalities.siren, municipalities.intermunicipalitySiren))
    .leftJoin(successors, eq(successors.code, municipalities.replacedBy))
    .where(eq(municipalities.code, code));
  if (!city) return null;
  const twins = await db
    .select({ code: municipalities.code, name: municipalities.name })
    .from(agreementMunicipalities)
    .innerJoin(municipalities, eq(municipalities.code, agreementMunicipalities.municipalityCode))
    .where(and(eq(agreementMunicipalities.agreementId, city.agreement.id), ne(municipalities.code, code)))
    .orderBy(asc(municipalities.code));
  const present = await db
    .select(organisationBadge)
    .from(organisations)
    .where(eq(organisations.municipalityCode, code))
    .orderBy(asc(organisations.name));
  return { ...city, twins, organisations: present };
}
