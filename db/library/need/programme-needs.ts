import { and, asc, desc, eq, inArray, isNull, ne, type SQL, sql } from 'drizzle-orm';
import { inFrench } from '#shared/kernel/text/order.ts';
import type { AccessStatus, ProducerKind } from '#shared/library/dataset/dataset.ts';
import type { Importance } from '#shared/library/need/data-need.ts';
import type { OrganisationBadge } from '#shared/people/organisation/organisation.ts';
import type { Db } from '../../kernel/client.ts';
import { themes } from '../../people/group/schema.ts';
import { organisationBadge } from '../../people/organisation/organisations.ts';
import { organisations } from '../../people/organisation/schema.ts';
import { type ExperimentPerson, isSeenBy } from '../../programme/experiment/experiment-rights.ts';
import { experimentOrganisations, experiments } from '../../programme/experiment/schema.ts';
import { municipalities, regions } from '../../programme/territory/schema.ts';
import { datasets } from '../dataset/schema.ts';
import { type NeedFilters, ofNeeds } from './data-need-filter.ts';
import { dataNeeds, wantedDatasets } from './schema.ts';

/** A need in the list of the whole programme: nothing of whom to write to, nor of what answers it. */
export interface ProgrammeNeed {
  readonly id: string;
  readonly wantedId: string;
  readonly wanted: string;
  readonly producerKind: ProducerKind;
  readonly producerName: string;
  readonly accessStatus: AccessStatus;
  readonly importance: Importance;
  readonly updatedAt: Date;
  readonly experiment: { readonly id: string; readonly title: string };
  readonly cities: readonly OrganisationBadge[];
}

/** [DN7] One page of the needs that a filter leaves, the last changed first; one more than asked says that there is another page. */
export async function listProgrammeNeeds(
  db: Db,
  { filters, page, size }: { filters: NeedFilters; page: number; size: number },
): Promise<{ needs: ProgrammeNeed[]; hasMore: boolean }> {
  const rows = await db
    .select({
      id: dataNeeds.id,
      wantedId: dataNeeds.wantedId,
      wanted: wantedDatasets.name,
      producerKind: dataNeeds.producerKind,
      producerName: dataNeeds.producerName,
      accessStatus: dataNeeds.accessStatus,
      importance: dataNeeds.importance,
      updatedAt: dataNeeds.updatedAt,
      experiment: { id: experiments.id, title: experiments.title },
    })
    .from(dataNeeds)
    .innerJoin(wantedDatasets, eq(wantedDatasets.id, dataNeeds.wantedId))
    .innerJoin(experiments, eq(experiments.id, dataNeeds.experimentId))
    .where(ofNeeds(db, filters))
    .orderBy(desc(dataNeeds.updatedAt), desc(dataNeeds.id))
    .limit(size + 1)
    .offset((page - 1) * size);
  const needs = rows.slice(0, size);
  const cities = await citiesOfNeeds(
    db,
    needs.map(({ experiment }) => experiment.id),
  );
  return {
    needs: needs.map((need) => ({ ...need, cities: cities.get(need.experiment.id) ?? [] })),
    hasMore: rows.length > size,
  };
}

async function citiesOfNeeds(db: Db, ids: readonly string[]): Promise<Map<string, OrganisationBadge[]>> {
  const cities = new Map<string, OrganisationBadge[]>();
  if (ids.length === 0) return cities;
  const rows = await db
    .select({ experimentId: experimentOrganisations.experimentId, city: organisationBadge })
    .from(experimentOrganisations)
    .innerJoin(organisations, eq(organisations.id, experimentOrganisations.organisationId))
    .where(inArray(experimentOrganisations.experimentId, [...new Set(ids)]))
    .orderBy(desc(experimentOrganisations.isLead), asc(organisations.name));
  for (const { experimentId, city } of rows)
    if (city) cities.set(experimentId, [...(cities.get(experimentId) ?? []), city]);
  return cities;
}

/** A wanted dataset, and what it would give to open it. */
export interface RankedWanted {
  readonly id: string;
  readonly name: string;
  /** Cities that wait for it. */
  readonly cities: number;
  /** Needs that are not open, and how many of them are essential. */
  readonly needs: number;
  readonly essential: number;
}

/** [DN9] Which wanted datasets unblock the most cities: those that wait for it, first where it is essential. */
export async function rankWanted(
  db: Db,
  { filters, size }: { filters: NeedFilters; size: number },
): Promise<RankedWanted[]> {
  // By experiment first, then each city once: what is counted twice is sorted, and sorting takes most of the time.
  const waiting = db.$with('waiting').as(
    db
      .select({
        wantedId: dataNeeds.wantedId,
        experimentId: dataNeeds.experimentId,
        needs: sql<number>`count(*)`.as('needs'),
        essential: sql<number>`count(*) filter (where ${dataNeeds.importance} = 'essential')`.as('essential'),
      })
      .from(dataNeeds)
      .where(and(ofNeeds(db, filters), ne(dataNeeds.accessStatus, 'open')))
      .groupBy(dataNeeds.wantedId, dataNeeds.experimentId),
  );
  const pairs = db
    .selectDistinct({ wantedId: waiting.wantedId, organisationId: experimentOrganisations.organisationId })
    .from(waiting)
    .innerJoin(experimentOrganisations, eq(experimentOrganisations.experimentId, waiting.experimentId))
    .as('pairs');
  const cities = db
    .select({ wantedId: pairs.wantedId, cities: sql<number>`count(*)`.as('cities') })
    .from(pairs)
    .groupBy(pairs.wantedId)
    .as('by_city');
  const totals = db
    .select({
      wantedId: waiting.wantedId,
      needs: sql<number>`sum(${waiting.needs})`.as('all_needs'),
      essential: sql<number>`sum(${waiting.essential})`.as('all_essential'),
    })
    .from(waiting)
    .groupBy(waiting.wantedId)
    .as('totals');
  const number = (column: SQL.Aliased<number>) => sql<number>`${column}`.mapWith(Number);
  return db
    .with(waiting)
    .select({
      id: wantedDatasets.id,
      name: wantedDatasets.name,
      cities: number(cities.cities),
      needs: number(totals.needs),
      essential: number(totals.essential),
    })
    .from(cities)
    .innerJoin(totals, eq(totals.wantedId, cities.wantedId))
    .innerJoin(wantedDatasets, eq(wantedDatasets.id, cities.wantedId))
    .orderBy(desc(cities.cities), desc(totals.essential), asc(wantedDatasets.name))
    .limit(size);
}

type Option = readonly [code: string, name: string];

/** What the table can be filtered by: themes, regions and cities of the experiments that this person sees, by name. */
export async function listNeedPlaces(
  db: Db,
  { seenBy }: { seenBy: ExperimentPerson },
): Promise<{ themes: Option[]; regions: Option[]; cities: Option[] }> {
  const seen = isSeenBy(db, seenBy);
  const ofThemes = await db
    .selectDistinct({ code: themes.key, name: themes.name })
    .from(experiments)
    .innerJoin(themes, eq(themes.id, experiments.themeId))
    .where(seen);
  const ofCities = await db
    .selectDistinct({ code: organisations.id, name: organisations.name })
    .from(experimentOrganisations)
    .innerJoin(experiments, eq(experiments.id, experimentOrganisations.experimentId))
    .innerJoin(organisations, eq(organisations.id, experimentOrganisations.organisationId))
    .where(seen);
  const ofRegions = await db
    .selectDistinct({ code: regions.code, name: regions.name })
    .from(experimentOrganisations)
    .innerJoin(experiments, eq(experiments.id, experimentOrganisations.experimentId))
    .innerJoin(organisations, eq(organisations.id, experimentOrganisations.organisationId))
    .innerJoin(municipalities, eq(municipalities.code, organisations.municipalityCode))
    .innerJoin(regions, eq(regions.code, municipalities.regionCode))
    .where(seen);
  const byName = (rows: readonly { code: string; name: string }[]): Option[] =>
    [...new Map(rows.map(({ code, name }) => [code, name]))].sort((a, b) => inFrench(a[1], b[1]));
  return { themes: byName(ofThemes), regions: byName(ofRegions), cities: byName(ofCities) };
}

/** The records that answer these needs, by id, those included that the reader may not see: only to be counted. */
export async function listAnsweringIds(db: Db, { filters }: { filters: NeedFilters }): Promise<string[]> {
  const rows = await db
    .selectDistinct({ id: dataNeeds.datasetId })
    .from(dataNeeds)
    .innerJoin(datasets, and(eq(datasets.id, dataNeeds.datasetId), isNull(datasets.trashedAt)))
    .where(ofNeeds(db, filters))
    .limit(200);
  return rows.flatMap(({ id }) => id ?? []);
}
