import { asc, sql } from 'drizzle-orm';
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

/** Every department of the register, by code, for a choice. */
export function listDepartmentNames(db: Db): Promise<{ code: string; name: string }[]> {
  return db
    .select({ code: departments.code, name: departments.name })
    .from(departments)
    .orderBy(asc(departments.code));
}
