import { and, eq, isNull, sql } from 'drizzle-orm';
import { type OrganisationKind, TERRITORY_KINDS } from '#shared/people/organisation/organisation.ts';
import type { FacilitatorForReader } from '#shared/programme/facilitator/territorial-facilitator.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { organisations } from '../../people/organisation/schema.ts';
import { users } from '../../people/person/schema.ts';
import type { Asker } from '../../programme/experiment/experiment-rights.ts';
import { facilitatorsCovering } from '../../programme/facilitator/department-facilitators.ts';
import { listFacilitatorsByIds } from '../../programme/facilitator/territorial-facilitators.ts';
import { rowsOf } from '../../search/search-terms.ts';
import { saidDepartment } from '../adoption/said-department.ts';
import { listPeople, worksForFacilitatorOf } from '../adoption/sheet-letters.ts';

/** A structure that covers a city. */
export interface Covering {
  readonly id: string;
  readonly name: string;
}

/** [AT6] The structures that cover this city and have an organisation here, by name. */
export function listCovering(db: Db, cityId: string): Promise<Covering[]> {
  const city = sql`${cityId}`;
  return rowsOf<Covering>(
    db,
    sql`select c.id, c.name from (${facilitatorsCovering(city, saidDepartment(city))}) c
      where c.organisation_id is not null order by c.name, c.id`,
  );
}

/** Somebody who writes, as a mail names them. */
export interface Writer {
  readonly name: string;
  readonly email: string;
  readonly jobTitle: string;
  readonly organisationId: string | null;
  readonly organisation: string | null;
  readonly kind: OrganisationKind | null;
}

/** Whoever writes; null for nobody and for a suspended account. */
export async function findWriter(tx: Tx, userId: string): Promise<Writer | null> {
  const [found] = await tx
    .select({
      name: users.name,
      email: users.email,
      jobTitle: users.jobTitle,
      organisationId: users.organisationId,
      organisation: organisations.name,
      kind: organisations.kind,
    })
    .from(users)
    .leftJoin(organisations, eq(organisations.id, users.organisationId))
    .where(and(eq(users.id, userId), isNull(users.suspendedAt)));
  return found ?? null;
}

/** [AT7] The structure that this person works for and that covers the city; null for all others. */
export async function findStructureFor(
  tx: Tx,
  { cityId, userId }: Asker & { cityId: string },
): Promise<(Covering & { city: string }) | null> {
  const writer = await findWriter(tx, userId);
  if (!writer?.organisationId) return null;
  const city = sql`o.id`;
  const [found] = await rowsOf<Covering & { city: string }>(
    tx,
    sql`select c.id, c.name, o.name as city from organisation o, lateral (${facilitatorsCovering(city, saidDepartment(city))}) c
      where o.id = ${cityId} and o.kind = any(${sql.param(TERRITORY_KINDS)}::text[]) and c.organisation_id = ${writer.organisationId} order by c.name, c.id limit 1`,
  );
  return found ?? null;
}

/** [AT7] The people of a city whom a message reaches, thirty at most, the writer excepted. */
export const listPeopleOfCity = (tx: Tx, { cityId, userId }: { cityId: string; userId: string }) =>
  listPeople(tx, userId, eq(users.organisationId, cityId));

/** [AT6] The people of the structures that cover a city, thirty at most, the writer excepted. */
export const listFacilitatorsPeople = (tx: Tx, { cityId, userId }: { cityId: string; userId: string }) =>
  listPeople(tx, userId, worksForFacilitatorOf(cityId));

/** [AT3] [AT5] The structures that cover this city, by name or by place, the nearest first, for its own people. */
export async function listFacilitatorsForCity(
  db: Db,
  { cityId, reader }: { cityId: string; reader: Asker },
): Promise<FacilitatorForReader[]> {
  const city = sql`${cityId}`;
  const rows = await rowsOf<{ id: string; nearness: number }>(
    db,
    sql`select c.id, case when exists (select from facilitator_city n where n.facilitator_id = c.id and n.organisation_id = ${city}) then 0
        else coalesce((select min(case a.level when 'intermunicipality' then 1 when 'department' then 2 else 3 end) from service_area a
          where a.facilitator_id = c.id), 3) end as nearness
      from (${facilitatorsCovering(city, saidDepartment(city))}) c`,
  );
  return listFacilitatorsByIds(db, { nearness: new Map(rows.map((row) => [row.id, row.nearness])), reader });
}

/** How many people of a city a message would reach. */
export const countPeopleOf = (db: Db, cityId: string): Promise<number> =>
  db.$count(users, and(eq(users.organisationId, cityId), isNull(users.suspendedAt)));
