import { and, eq, inArray, or } from 'drizzle-orm';
import { rankCities, type SimilarCity } from '#shared/publication/adoption/similar-cities.ts';
import type { Db } from '../../kernel/client.ts';
import { organisations } from '../../people/organisation/schema.ts';
import { experimentOrganisations } from '../../programme/experiment/schema.ts';
import { municipalities } from '../../programme/territory/schema.ts';
import { useCaseSheetExperiments } from '../sheet/schema.ts';
import type { AdoptionForReader } from './adoptions.ts';
import { adoptions } from './schema.ts';

/**
 * [RP9] The cities that did what a sheet tells, or repeated it, the likest first; without the city that asks.
 */
export async function listSimilarCities(
  db: Db,
  { city, sheet }: Pick<AdoptionForReader, 'id' | 'city' | 'sheet'>,
): Promise<SimilarCity[]> {
  const ofSheet = db
    .select({ id: experimentOrganisations.organisationId })
    .from(experimentOrganisations)
    .innerJoin(
      useCaseSheetExperiments,
      eq(useCaseSheetExperiments.experimentId, experimentOrganisations.experimentId),
    )
    .where(eq(useCaseSheetExperiments.sheetId, sheet.id));
  const told = new Set((await ofSheet).map(({ id }) => id));
  const repeated = db
    .select({ id: adoptions.organisationId })
    .from(adoptions)
    .where(and(eq(adoptions.sheetId, sheet.id), eq(adoptions.interest, 'done')));
  const place = {
    population: municipalities.population,
    departmentCode: municipalities.departmentCode,
    regionCode: municipalities.regionCode,
  };
  const rows = await db
    .select({ id: organisations.id, name: organisations.name, ...place })
    .from(organisations)
    .leftJoin(municipalities, eq(municipalities.code, organisations.municipalityCode))
    .where(
      or(
        inArray(organisations.id, ofSheet),
        inArray(organisations.id, repeated),
        eq(organisations.id, city.id),
      ),
    );
  const own = rows.find(({ id }) => id === city.id) ?? { ...city, regionCode: null };
  const others = rows
    .filter(({ id }) => id !== city.id)
    .map((row) => ({ ...row, isOfSheet: told.has(row.id) }));
  return rankCities(own, others, sheet.facts.size);
}
