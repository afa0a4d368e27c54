import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { TERRITORY_KINDS } from '#shared/people/organisation/organisation.ts';
import type { TerritoryCity } from '#shared/publication/support/territory.ts';
import { documents } from '../../documents/schema.ts';
import type { Db } from '../../kernel/client.ts';
import {
  type Asker,
  type ExperimentPerson,
  findExperimentPerson,
  isSeenBy,
} from '../../programme/experiment/experiment-rights.ts';
import { experimentOrganisations, experiments } from '../../programme/experiment/schema.ts';
import { facilitatorsCovering } from '../../programme/facilitator/department-facilitators.ts';
import { territorialFacilitators } from '../../programme/facilitator/schema.ts';
import { rowsOf } from '../../search/search-terms.ts';
import { saidDepartment } from '../adoption/said-department.ts';
import { adoptions } from '../adoption/schema.ts';
import { useCaseSheets } from '../sheet/schema.ts';
import { listAsks } from './asks.ts';
import { listSupportsOf } from './supports.ts';

/** A structure of the network, as those who work for it know it. */
export interface OwnStructure {
  readonly id: string;
  readonly name: string;
}

/** [AT5] The structures that this person works for: those in the network whose organisation is theirs. */
export async function listOwnStructures(
  db: Db,
  asker: Asker,
): Promise<{ person: ExperimentPerson; structures: OwnStructure[] } | null> {
  const person = await findExperimentPerson(db, asker);
  if (!person?.organisationId) return null;
  const { id, name, organisationId, removedAt } = territorialFacilitators;
  const structures = await db
    .select({ id, name })
    .from(territorialFacilitators)
    .where(and(eq(organisationId, person.organisationId), isNull(removedAt)))
    .orderBy(asc(name));
  return { person, structures };
}

interface CityRow {
  readonly id: string | null;
  readonly name: string;
  readonly code: string | null;
  readonly department: string | null;
  readonly departmentName: string | null;
  readonly isHere: boolean;
}

/** More than the cities of the programme and their agglomerations. */
const CITIES_MAX = 1_000;

/** [AT5] The cities that these structures cover: those that have an organisation here, then communes of the programme that have none yet; by name. */
function listCities(
  db: Db,
  { facilitatorIds, cityId }: { facilitatorIds: readonly string[]; cityId?: string | undefined },
): Promise<CityRow[]> {
  const own = sql`any(${sql.param(facilitatorIds)}::text[])`;
  const city = sql`o.id`;
  const covered = facilitatorsCovering(city, saidDepartment(city));
  return rowsOf<CityRow>(
    db,
    sql`select * from (
      select o.id, o.name, o.municipality_code as code, d.code as department, d.name as "departmentName",
        exists (select from "user" u where u.organisation_id = o.id and u.suspended_at is null) as "isHere"
      from organisation o left join municipality m on m.code = o.municipality_code
      left join department d on d.code = coalesce(m.department_code, ${saidDepartment(city)})
      where o.kind = any(${sql.param(TERRITORY_KINDS)}::text[]) and ${cityId ? sql`o.id = ${cityId}` : sql`true`}
        and exists (select from (${covered}) f where f.id = ${own})
      union all
      select null, m.name, m.code, d.code, d.name, false
      from agreement_municipality am join municipality m on m.code = am.municipality_code
      left join department d on d.code = m.department_code
      where ${cityId ? sql`false` : sql`true`}
        and exists (select from service_area a where a.facilitator_id = ${own} and (a.level, a.code) in
          (('region', m.region_code), ('department', m.department_code), ('intermunicipality', m.intermunicipality_siren)))
        and not exists (select from organisation o join municipality old on old.code = o.municipality_code
          where m.code in (old.code, old.replaced_by))
    ) found order by public.name_key(name), code limit ${CITIES_MAX}`,
  );
}

/** [AT5] [AT6] [AT7] The desk of whoever works for these structures: every city of their territory, or this one. */
export async function listTerritory(
  db: Db,
  given: {
    person: ExperimentPerson;
    structures: readonly OwnStructure[];
    now: Date;
    cityId?: string | undefined;
  },
): Promise<TerritoryCity[]> {
  const { person, structures, now } = given;
  const facilitatorIds = structures.map(({ id }) => id);
  if (facilitatorIds.length === 0) return [];
  const rows = await listCities(db, { facilitatorIds, cityId: given.cityId });
  const cityIds = rows.flatMap(({ id }) => id ?? []);
  const [tried, repeated, asks, supports] = await Promise.all([
    listTried(db, person, cityIds),
    listRepeated(db, cityIds),
    listAsks(db, { cityIds, facilitatorIds, now }),
    listSupportsOf(db, { cityIds, facilitatorIds }),
  ]);
  return rows.map(({ id, name, code, department, departmentName, isHere }) => {
    const own = <T>(of: ReadonlyMap<string, T[]>) => (id && of.get(id)) || [];
    const known = own(tried);
    const isTrying = known.some(({ isOpen }) => isOpen);
    return {
      ...{ id, name, code },
      department: department && departmentName ? { code: department, name: departmentName } : null,
      standing: isTrying ? 'trying' : isHere ? 'here' : 'listed',
      experiments: known.map(({ id: experimentId, title }) => ({ id: experimentId, title })),
      adoptions: own(repeated),
      asks: own(asks),
      supports: own(supports),
    };
  });
}

/** The experiments of these cities that the person may see, by city. */
async function listTried(db: Db, person: ExperimentPerson, cityIds: readonly string[]) {
  const found = new Map<string, { id: string; title: string; isOpen: boolean }[]>();
  if (cityIds.length === 0) return found;
  const rows = await db
    .select({
      city: experimentOrganisations.organisationId,
      id: experiments.id,
      title: experiments.title,
      state: experiments.state,
    })
    .from(experimentOrganisations)
    .innerJoin(experiments, eq(experiments.id, experimentOrganisations.experimentId))
    .where(and(inArray(experimentOrganisations.organisationId, [...cityIds]), isSeenBy(db, person)))
    .orderBy(asc(experiments.title), asc(experiments.id));
  for (const { city, id, title, state } of rows)
    found.set(city, [
      ...(found.get(city) ?? []),
      { id, title, isOpen: state === 'preparing' || state === 'running' },
    ]);
  return found;
}

/** What these cities repeat or check, unless given up, by city: the sheet and the state, nothing of the answers ([RP5]). */
async function listRepeated(db: Db, cityIds: readonly string[]) {
  const found = new Map<string, TerritoryCity['adoptions'][number][]>();
  if (cityIds.length === 0) return found;
  const rows = await db
    .select({ city: adoptions.organisationId, title: documents.title, interest: adoptions.interest })
    .from(adoptions)
    .innerJoin(useCaseSheets, eq(useCaseSheets.id, adoptions.sheetId))
    .innerJoin(documents, eq(documents.id, useCaseSheets.documentId))
    .where(
      and(
        inArray(adoptions.organisationId, [...cityIds]),
        sql`${adoptions.interest} is distinct from 'givenUp'`,
      ),
    )
    .orderBy(asc(documents.title), asc(adoptions.id));
  for (const { city, ...row } of rows) found.set(city, [...(found.get(city) ?? []), row]);
  return found;
}
