import { and, asc, eq, inArray, isNotNull, isNull, type SQL, sql } from 'drizzle-orm';
import { canOnPlatform, type PlatformRole } from '#shared/kernel/access/access.ts';
import { inFrench } from '#shared/kernel/text/order.ts';
import { AreaMatch } from '#shared/programme/facilitator/area-match.ts';
import type { Area, FacilitatorForReader } from '#shared/programme/facilitator/territorial-facilitator.ts';
import type { Reader } from '../../documents/listed-documents.ts';
import type { Db } from '../../kernel/client.ts';
import { rowsOf } from '../../search/search-terms.ts';
import { findProgrammeReader } from '../experiment/experiment-rights.ts';
import {
  agreementMunicipalities,
  departments,
  intermunicipalities,
  municipalities,
  regions,
} from '../territory/schema.ts';
import { serviceAreas, territorialFacilitators } from './schema.ts';

/** [AT2] Every structure, or these, in French alphabetical order; its contact for those whom it is told. */
async function selectFacilitators(
  db: Db,
  reader: Reader | null,
  where: SQL | undefined,
): Promise<FacilitatorForReader[]> {
  const person = reader && (await findProgrammeReader(db, reader));
  const isTold = person !== null;
  const rows = await db.select().from(territorialFacilitators).where(where);
  const areas = await areasOf(
    db,
    rows.map(({ id }) => id),
  );
  return rows
    .map(
      ({
        contactName,
        contactEmail,
        contactPhone,
        createdBy,
        createdAt,
        removedAt,
        organisationId,
        ...row
      }) => ({
        ...row,
        areas: areas.get(row.id) ?? [],
        contact: isTold ? { name: contactName, email: contactEmail, phone: contactPhone } : null,
      }),
    )
    .sort((a, b) => inFrench(a.name, b.name));
}

/** The territories of structures with their names, the widest first. */
async function areasOf(db: Db, ids: readonly string[]): Promise<Map<string, Area[]>> {
  const found = new Map<string, Area[]>();
  if (ids.length === 0) return found;
  const rows = await db
    .select({
      id: serviceAreas.facilitatorId,
      level: serviceAreas.level,
      code: serviceAreas.code,
      name: sql<string>`coalesce(${regions.name}, ${departments.name}, ${intermunicipalities.name}, ${serviceAreas.code})`,
    })
    .from(serviceAreas)
    .leftJoin(regions, and(eq(serviceAreas.level, 'region'), eq(regions.code, serviceAreas.code)))
    .leftJoin(departments, and(eq(serviceAreas.level, 'department'), eq(departments.code, serviceAreas.code)))
    .leftJoin(
      intermunicipalities,
      and(eq(serviceAreas.level, 'intermunicipality'), eq(intermunicipalities.siren, serviceAreas.code)),
    )
    .where(inArray(serviceAreas.facilitatorId, [...ids]))
    .orderBy(asc(serviceAreas.code));
  for (const { id, ...area } of rows) found.set(id, [...(found.get(id) ?? []), area]);
  return found;
}

/** [AT1] The structures of the network; those that cover a part of a region when it is named. */
export function listFacilitators(
  db: Db,
  { reader, region = null }: { reader: Reader | null; region?: string | null },
): Promise<FacilitatorForReader[]> {
  return selectFacilitators(
    db,
    reader,
    and(
      isNull(territorialFacilitators.removedAt),
      region === null ? undefined : inArray(territorialFacilitators.id, coversPartOf(region)),
    ),
  );
}

/** By index: the areas of the region, of its departments, and of the intermunicipalities that have a commune in it. */
function coversPartOf(region: string): SQL {
  return sql`(select facilitator_id from service_area where (level = 'region' and code = ${region})
    or (level = 'department' and code in (select code from department where region_code = ${region}))
    or (level = 'intermunicipality' and code in (select intermunicipality_siren from municipality where department_code in
      (select code from department where region_code = ${region}))))`;
}

/** One structure; null when it is absent or was taken out of the network. */
export async function findFacilitator(
  db: Db,
  { id, reader }: { id: string; reader: Reader | null },
): Promise<FacilitatorForReader | null> {
  const [found] = await selectFacilitators(
    db,
    reader,
    and(eq(territorialFacilitators.id, id), isNull(territorialFacilitators.removedAt)),
  );
  return found ?? null;
}

/** [AT3] The structures that cover a commune, the nearest first. Three look-ups of an index, however many there are. */
export async function listFacilitatorsOfCity(
  db: Db,
  { code, reader }: { code: string; reader: Reader },
): Promise<FacilitatorForReader[]> {
  const rows = await rowsOf<{ id: string; nearness: number }>(
    db,
    sql`select a.facilitator_id as id, min(case a.level when 'intermunicipality' then 0 when 'department' then 1 else 2 end)::int as nearness
      from municipality m
      join service_area a on (a.level, a.code) in
        (('region', m.region_code), ('department', m.department_code), ('intermunicipality', m.intermunicipality_siren))
      where m.code = ${code} group by a.facilitator_id`,
  );
  return listFacilitatorsByIds(db, { nearness: new Map(rows.map((row) => [row.id, row.nearness])), reader });
}

/** [AT3] These structures where they are in the network, the nearest first. */
export async function listFacilitatorsByIds(
  db: Db,
  { nearness, reader }: { nearness: ReadonlyMap<string, number>; reader: Reader },
): Promise<FacilitatorForReader[]> {
  if (nearness.size === 0) return [];
  const found = await selectFacilitators(
    db,
    reader,
    and(inArray(territorialFacilitators.id, [...nearness.keys()]), isNull(territorialFacilitators.removedAt)),
  );
  return found.sort((a, b) => (nearness.get(a.id) ?? 0) - (nearness.get(b.id) ?? 0));
}

/** The programme’s cities of a structure’s territory, by name, computed from the register. */
export function listCitiesOfFacilitator(
  db: Db,
  id: string,
): Promise<{ code: string; name: string; department: string }[]> {
  return db
    .select({ code: municipalities.code, name: municipalities.name, department: departments.name })
    .from(agreementMunicipalities)
    .innerJoin(municipalities, eq(municipalities.code, agreementMunicipalities.municipalityCode))
    .innerJoin(departments, eq(departments.code, municipalities.departmentCode))
    .where(
      sql`exists (select from service_area a where a.facilitator_id = ${id} and (a.level, a.code) in (('region', ${municipalities.regionCode}),
        ('department', ${municipalities.departmentCode}), ('intermunicipality', ${municipalities.intermunicipalitySiren})))`,
    )
    .orderBy(asc(municipalities.name));
}

/** The regions of the register, for a filter. */
export function listRegions(db: Db): Promise<{ code: string; name: string }[]> {
  return db.select().from(regions).orderBy(asc(regions.name));
}

/** Every territory that a structure may cover, from the widest: some fourteen hundred. */
export async function listAreas(db: Db): Promise<Area[]> {
  const [ofRegions, ofDepartments, ofIntermunicipalities] = [
    await db.select().from(regions).orderBy(asc(regions.code)),
    await db.select().from(departments).orderBy(asc(departments.code)),
    await db
      .select({ code: intermunicipalities.siren, name: intermunicipalities.name })
      .from(intermunicipalities)
      .orderBy(asc(intermunicipalities.siren)),
  ];
  return [
    ...ofRegions.map(({ code, name }) => ({ level: 'region' as const, code, name })),
    ...ofDepartments.map(({ code, name }) => ({ level: 'department' as const, code, name })),
    ...ofIntermunicipalities.map(({ code, name }) => ({ level: 'intermunicipality' as const, code, name })),
  ];
}

/** [AT1] Those of these names that no territory of the register has. */
export async function findUnknownAreas(db: Db, names: readonly string[]): Promise<readonly string[]> {
  const given = names.map((name) => name.trim()).filter(Boolean);
  return new AreaMatch(await listAreas(db)).findAll(given).unknown;
}

/** Structures that were taken out of the network, for those who may put them back; for others none. */
export async function listRemovedFacilitators(
  db: Db,
  role: PlatformRole,
): Promise<{ id: string; name: string }[]> {
  if (!canOnPlatform(role, 'programme.coordinate')) return [];
  return db
    .select({ id: territorialFacilitators.id, name: territorialFacilitators.name })
    .from(territorialFacilitators)
    .where(isNotNull(territorialFacilitators.removedAt))
    .orderBy(asc(territorialFacilitators.name));
}
