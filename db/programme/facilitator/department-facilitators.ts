import { asc, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import type { FacilitatorKind } from '#shared/programme/facilitator/territorial-facilitator.ts';
import type { Db } from '../../kernel/client.ts';
import { rowsOf } from '../../search/search-terms.ts';
import { departments } from '../territory/schema.ts';

/** A structure as anybody may know it: no contact, no id. */
export interface KnownFacilitator {
  readonly name: string;
  readonly kind: FacilitatorKind;
  /** Address of its site; empty when it has none. */
  readonly site: string;
}

/** [RP4] The structures that cover a department or its region, the nearest first; none for a code that is not of the register. */
export function listFacilitatorsOfDepartment(db: Db, code: string): Promise<KnownFacilitator[]> {
  return rowsOf<KnownFacilitator>(
    db,
    sql`select f.name, f.kind, f.site from department d
      join service_area a on (a.level, a.code) in (('department', d.code), ('region', d.region_code))
      join territorial_facilitator f on f.id = a.facilitator_id and f.removed_at is null
      where d.code = ${code}
      group by f.id order by min(case a.level when 'department' then 0 else 1 end), f.name`,
  );
}

/**
 * [AT3] [AT5] The structures in the network that cover a city (an organisation): by name, by where the register places its commune, or what that
 * became, and by the department that it said itself. Columns `id`, `name` and `organisation_id`. What names the city and the department may be of a row
 * around it, under any alias but `f`, `n`, `a`, `covered`, `old`, `m` and `d`.
 */
export const facilitatorsCovering = (city: SQLWrapper, department: SQLWrapper): SQL =>
  sql`select f.id, f.name, f.organisation_id from territorial_facilitator f where f.removed_at is null and (
    exists (select from facilitator_city n where n.facilitator_id = f.id and n.organisation_id = ${city})
    or exists (select from service_area a join organisation covered on covered.id = ${city}
      join municipality old on old.code = covered.municipality_code
      join municipality m on m.code = coalesce(old.replaced_by, old.code)
      where a.facilitator_id = f.id and (a.level, a.code) in
        (('region', m.region_code), ('department', m.department_code), ('intermunicipality', m.intermunicipality_siren)))
    or exists (select from service_area a join department d on d.code = ${department}
      where a.facilitator_id = f.id and (a.level, a.code) in (('region', d.region_code), ('department', d.code))))`;

/** [AT3] The organisations of those structures, where they have one here. */
export const organisationsCovering = (city: SQLWrapper, department: SQLWrapper): SQL =>
  sql`select c.organisation_id from (${facilitatorsCovering(city, department)}) c where c.organisation_id is not null`;

/** Every department of the register, by code, for a choice. */
export function listDepartmentNames(db: Db): Promise<{ code: string; name: string }[]> {
  return db
    .select({ code: departments.code, name: departments.name })
    .from(departments)
    .orderBy(asc(departments.code));
}
