import { type SQL, type SQLWrapper, sql } from 'drizzle-orm';

/** [RP5] The department that a city said itself in one of its checks, where the register does not know it. */
export const saidDepartment = (city: SQLWrapper): SQL =>
  sql`(select max(said.department_code) from adoption said where said.organisation_id = ${city})`;
