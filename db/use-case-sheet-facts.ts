import { asc, desc, eq, inArray } from 'drizzle-orm';
import { totalEffort } from '#shared/experiment/effort.ts';
import { mergeNeeds, type SheetFacts, type SheetNeed } from '#shared/use-case-sheet/sheet-facts.ts';
import { type SheetFields, sizeClassOf } from '#shared/use-case-sheet/use-case-sheet.ts';
import type { Db } from './client.ts';
import { type ListedNeed, listDataNeedsOf } from './data-need-lists.ts';
import { listEfforts } from './experiment-efforts.ts';
import { experimentOrganisations, experiments } from './schema/experiment.ts';
import { themes } from './schema/group.ts';
import { organisations } from './schema/organisation.ts';
import { municipalities } from './schema/territory.ts';

function publicNeed(need: ListedNeed): SheetNeed {
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
  };
}

/**
 * [US4] What the programme's data say today of these experiments, in this order, with what the sheet says itself; null when none
 * is left. The caller has checked who reads.
 */
export async function readSheetFacts(
  db: Db,
  { experimentIds, fields }: { experimentIds: readonly string[]; fields: Omit<SheetFields, 'hook'> },
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
  const ordered = experimentIds.flatMap((id) => found.find((one) => one.id === id) ?? []);
  const [first] = ordered;
  if (!first) return null;
  const cities = await listCities(
    db,
    ordered.map(({ id }) => id),
  );
  const needs: SheetNeed[] = [];
  const efforts: { days: number; cost: number }[] = [];
  for (const { id } of ordered) {
    needs.push(...(await listDataNeedsOf(db, id)).map(publicNeed));
    efforts.push(...(await listEfforts(db, id)));
  }
  const { serviceKind, uses, sizeClass } = fields;
  const starts = ordered.flatMap(({ startsOn }) => startsOn ?? []).sort();
  const ends = ordered.flatMap(({ endsOn }) => endsOn ?? []).sort();
  return {
    theme: first.theme,
    cities: cities.map(({ name }) => name),
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
    })
    .from(experimentOrganisations)
    .innerJoin(organisations, eq(organisations.id, experimentOrganisations.organisationId))
    .leftJoin(municipalities, eq(municipalities.code, organisations.municipalityCode))
    .where(inArray(experimentOrganisations.experimentId, [...experimentIds]))
    .orderBy(desc(experimentOrganisations.isLead), asc(organisations.name));
  const cities = experimentIds.flatMap((id) => rows.filter((row) => row.experimentId === id));
  return [...new Map(cities.map((city) => [city.id, city])).values()];
}
