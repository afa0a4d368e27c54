import { and, asc, desc, eq, inArray, isNotNull, isNull } from 'drizzle-orm';
import type { Readable } from '#shared/kernel/access/readable.ts';
import { totalEffort } from '#shared/programme/experiment/effort.ts';
import {
  mergeNeeds,
  type SheetFacts,
  type SheetLink,
  type SheetNeed,
} from '#shared/publication/sheet/sheet-facts.ts';
import { type SheetFields, sizeClassOf } from '#shared/publication/sheet/use-case-sheet.ts';
import type { Db } from '../../kernel/client.ts';
import { datasetDistributions, datasets } from '../../library/dataset/schema.ts';
import { listToldNeeds } from '../../library/need/data-need-lists.ts';
import { themes } from '../../people/group/schema.ts';
import { organisations } from '../../people/organisation/schema.ts';
import { listEfforts } from '../../programme/experiment/experiment-efforts.ts';
import { experimentOrganisations, experiments } from '../../programme/experiment/schema.ts';
import { departments, municipalities } from '../../programme/territory/schema.ts';

type ToldNeed = Awaited<ReturnType<typeof listToldNeeds>>[number];

function publicNeed(need: ToldNeed, links: readonly SheetLink[]): SheetNeed {
  return {
    name: need.wanted,
    importance: need.importance,
    producerKind: need.producerKind,
    producerName: need.producerName,
    status: need.accessStatus,
    reason: need.accessReason,
    schemaName: need.schemaName,
    frequency: need.frequency,
    licence: need.licence,
    ...(links.length > 0 ? { links } : {}),
  };
}

/** [OD3] Where the data sets that answer these needs are had by anybody: only of records that say they are open. */
async function openLinks(db: Db, needs: readonly ToldNeed[]): Promise<Map<string, SheetLink[]>> {
  const asked = needs.flatMap(({ datasetId, accessStatus }) =>
    datasetId !== null && accessStatus === 'open' ? [datasetId] : [],
  );
  if (asked.length === 0) return new Map();
  const { datasetId, name, url, format, addedAt, id } = datasetDistributions;
  const rows = await db
    .select({ datasetId, name, url, format })
    .from(datasetDistributions)
    .innerJoin(datasets, eq(datasets.id, datasetId))
    .where(
      and(
        inArray(datasetId, asked),
        isNotNull(url),
        eq(datasets.accessStatus, 'open'),
        isNull(datasets.trashedAt),
      ),
    )
    .orderBy(asc(addedAt), asc(id));
  const links = rows.flatMap((row) => (row.url === null ? [] : [{ ...row, url: row.url }]));
  const byDataset = Map.groupBy(links, (link) => link.datasetId);
  return new Map(
    [...byDataset].map(([key, of]) => [key, of.map(({ name, url, format }) => ({ name, url, format }))]),
  );
}

/**
 * [US4] What the programme's data say today of these experiments, in this order, with what the sheet says itself; null when none
 * is left.
 */
export async function readSheetFacts(
  db: Db,
  {
    experimentIds,
    fields,
  }: {
    experimentIds: readonly Readable<'experiment' | 'told experiment'>[];
    fields: Omit<SheetFields, 'hook'>;
  },
): Promise<SheetFacts | null> {
  if (experimentIds.length === 0) return null;
  const found = await db
    .select({
      id: experiments.id,
      startsOn: experiments.startsOn,
      endsOn: experiments.endsOn,
      theme: { key: themes.key, name: themes.name },
    })
    .from(experiments)
    .innerJoin(themes, eq(themes.id, experiments.themeId))
    .where(inArray(experiments.id, [...experimentIds]));
  const ordered = experimentIds.flatMap((id) => {
    const one = found.find((row) => row.id === id);
    return one ? [{ ...one, id }] : [];
  });
  const [first] = ordered;
  if (!first) return null;
  const cities = await listCities(
    db,
    ordered.map(({ id }) => id),
  );
  const needs: SheetNeed[] = [];
  const efforts: { days: number; cost: number }[] = [];
  for (const { id } of ordered) {
    const said = await listToldNeeds(db, id);
    const links = await openLinks(db, said);
    needs.push(...said.map((need) => publicNeed(need, links.get(need.datasetId ?? '') ?? [])));
    efforts.push(...(await listEfforts(db, id)));
  }
  const { serviceKind, uses, sizeClass } = fields;
  const starts = ordered.flatMap(({ startsOn }) => startsOn ?? []).sort();
  const ends = ordered.flatMap(({ endsOn }) => endsOn ?? []).sort();
  return {
    theme: first.theme,
    cities: cities.map(({ name }) => name),
    places: cities.flatMap(({ commune }) => commune ?? []),
    size: sizeClassOf(cities[0]?.population ?? null) ?? sizeClass,
    serviceKind,
    uses,
    needs: mergeNeeds(needs),
    effort: totalEffort(efforts),
    period: { startsOn: starts[0] ?? null, endsOn: ends.at(-1) ?? null },
  };
}

/** The cities of these experiments, each once, whoever leads first. */
async function listCities(db: Db, experimentIds: readonly string[]) {
  const rows = await db
    .select({
      experimentId: experimentOrganisations.experimentId,
      id: organisations.id,
      name: organisations.name,
      population: municipalities.population,
      code: municipalities.code,
      commune: municipalities.name,
      departmentCode: departments.code,
      department: departments.name,
    })
    .from(experimentOrganisations)
    .innerJoin(organisations, eq(organisations.id, experimentOrganisations.organisationId))
    .leftJoin(municipalities, eq(municipalities.code, organisations.municipalityCode))
    .leftJoin(departments, eq(departments.code, municipalities.departmentCode))
    .where(inArray(experimentOrganisations.experimentId, [...experimentIds]))
    .orderBy(desc(experimentOrganisations.isLead), asc(organisations.name));
  const cities = experimentIds.flatMap((id) => rows.filter((row) => row.experimentId === id));
  const each = [...new Map(cities.map((city) => [city.id, city])).values()];
  return each.map(({ name, population, code, commune, departmentCode, department }) => ({
    name,
    population,
    commune:
      code && commune && departmentCode && department
        ? { code, name: commune, department: { code: departmentCode, name: department } }
        : null,
  }));
}
