import { and, asc, countDistinct, eq, isNull, lte, or, type SQL, sql } from 'drizzle-orm';
import { inFrench } from '#shared/kernel/text/order.ts';
import type { CityCounts, CountedCity, DepartmentCount } from '#shared/programme/steering/overview.ts';
import type { Db } from '../../kernel/client.ts';
import {
  agreementMunicipalities,
  agreements,
  departments,
  municipalities,
  regions,
} from '../territory/schema.ts';
import type { SteeringScope } from './steering-scope.ts';

type Where = Pick<SteeringScope, 'day' | 'region' | 'department'>;

/** [PI4] The conventions of the programme’s text that were signed by that day; those whose day nobody knows are of the text too. */
function isSignedBy({ day }: Where): SQL | undefined {
  return and(
    eq(agreements.isInProgramme, true),
    or(isNull(agreements.signedOn), lte(agreements.signedOn, day)),
  );
}

function isWithin({ region, department }: Where): SQL | undefined {
  return and(
    region ? eq(municipalities.regionCode, region) : undefined,
    department ? eq(municipalities.departmentCode, department) : undefined,
  );
}

/** [PI4] Communes and conventions of each department of the territory, those without any included, by code. */
export async function countCitiesByDepartment(db: Db, where: Where): Promise<DepartmentCount[]> {
  const counted = db
    .select({
      code: municipalities.departmentCode,
      communes: sql<number>`count(*)`.mapWith(Number).as('communes'),
      agreements: countDistinct(agreements.id).as('agreements'),
    })
    .from(agreementMunicipalities)
    .innerJoin(agreements, eq(agreements.id, agreementMunicipalities.agreementId))
    .innerJoin(municipalities, eq(municipalities.code, agreementMunicipalities.municipalityCode))
    .where(and(isSignedBy(where), isWithin(where)))
    .groupBy(municipalities.departmentCode)
    .as('counted');
  return db
    .select({
      code: departments.code,
      name: departments.name,
      region: { code: regions.code, name: regions.name },
      communes: sql<number>`coalesce(${counted.communes}, 0)`.mapWith(Number),
      agreements: sql<number>`coalesce(${counted.agreements}, 0)`.mapWith(Number),
    })
    .from(departments)
    .innerJoin(regions, eq(regions.code, departments.regionCode))
    .leftJoin(counted, eq(counted.code, departments.code))
    .where(
      and(
        where.region ? eq(departments.regionCode, where.region) : undefined,
        where.department ? eq(departments.code, where.department) : undefined,
      ),
    )
    .orderBy(asc(departments.code));
}

/** [PI4] The same in four figures: a convention of two departments is one. */
export async function countCities(db: Db, where: Where): Promise<CityCounts> {
  const [counts] = await db
    .select({
      communes: countDistinct(municipalities.code),
      agreements: countDistinct(agreements.id),
      regions: countDistinct(municipalities.regionCode),
      departments: countDistinct(municipalities.departmentCode),
    })
    .from(agreementMunicipalities)
    .innerJoin(agreements, eq(agreements.id, agreementMunicipalities.agreementId))
    .innerJoin(municipalities, eq(municipalities.code, agreementMunicipalities.municipalityCode))
    .where(and(isSignedBy(where), isWithin(where)));
  return counts ?? { communes: 0, agreements: 0, regions: 0, departments: 0 };
}

/** [PI6] The communes that are counted, by name of department and their own code; about 235. */
export function listCountedCities(db: Db, where: Where): Promise<CountedCity[]> {
  return db
    .select({
      code: municipalities.code,
      name: municipalities.name,
      department: { code: departments.code, name: departments.name },
      agreement: { id: agreements.id, name: agreements.name, signedOn: agreements.signedOn },
    })
    .from(agreementMunicipalities)
    .innerJoin(agreements, eq(agreements.id, agreementMunicipalities.agreementId))
    .innerJoin(municipalities, eq(municipalities.code, agreementMunicipalities.municipalityCode))
    .innerJoin(departments, eq(departments.code, municipalities.departmentCode))
    .where(and(isSignedBy(where), isWithin(where)))
    .orderBy(asc(municipalities.code));
}

/** The regions of the register by name, and its departments, or those of one region, by code. */
export async function listPlaces(db: Db, region: string) {
  const rows = await db
    .select({
      code: departments.code,
      name: departments.name,
      region: { code: regions.code, name: regions.name },
    })
    .from(departments)
    .innerJoin(regions, eq(regions.code, departments.regionCode))
    .orderBy(asc(departments.code));
  const byCode = new Map(rows.map((row) => [row.region.code, row.region]));
  return {
    regions: [...byCode.values()].sort((one, other) => inFrench(one.name, other.name)),
    departments: rows
      .filter((row) => region === '' || row.region.code === region)
      .map(({ code, name }) => ({ code, name })),
  };
}
