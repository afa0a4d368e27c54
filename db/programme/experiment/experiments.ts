import { and, asc, count, desc, eq, exists, ilike, inArray, type SQL, sql } from 'drizzle-orm';
import { asReadable, type Readable } from '#shared/kernel/access/readable.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { ThemeKey } from '#shared/people/group/theme.ts';
import type { OrganisationBadge } from '#shared/people/organisation/organisation.ts';
import type { ExperimentState } from '#shared/programme/experiment/experiment.ts';
import type { ExperimentRole } from '#shared/programme/experiment/experiment-access.ts';
import {
  type CityOfExperiment,
  type ExperimentFacts,
  type FactKey,
  type FactsRefusal,
  ofEachFact,
  parseFacts,
  type TypedFacts,
} from '#shared/programme/experiment/experiment-facts.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { seasons, themes } from '../../people/group/schema.ts';
import { organisationBadge } from '../../people/organisation/organisations.ts';
import { organisations } from '../../people/organisation/schema.ts';
import { municipalities } from '../territory/schema.ts';
import { type ExperimentChange, recordEvent } from './experiment-change.ts';
import { planSeason } from './experiment-milestones.ts';
import { type Asker, findExperimentPerson, isOfTeam, isSeenBy, roleOfPerson } from './experiment-rights.ts';
import { insertCities } from './experiment-settings.ts';
import { experimentOrganisations, experiments } from './schema.ts';

/** A city of an experiment. */
export interface ExperimentCity extends OrganisationBadge {
  readonly isLead: boolean;
}

/** What everybody who sees an experiment sees of it. */
export interface ExperimentForMember extends ExperimentFacts {
  readonly id: Readable<'experiment'>;
  readonly state: ExperimentState;
  readonly applicationId: string | null;
  readonly season: string;
  readonly theme: { readonly id: string; readonly key: ThemeKey; readonly name: string };
  /** The lead first. */
  readonly cities: readonly ExperimentCity[];
  readonly role: ExperimentRole;
}

const shown = {
  ...ofEachFact<Pick<typeof experiments, FactKey>>((key) => experiments[key]),
  id: experiments.id,
  state: experiments.state,
  applicationId: experiments.applicationId,
  season: seasons.name,
  theme: { id: themes.id, key: themes.key, name: themes.name },
};

/** The cities of these experiments, the lead first, then by name. */
export async function citiesOf(db: Db, ids: readonly string[]): Promise<Map<string, ExperimentCity[]>> {
  const cities = new Map<string, ExperimentCity[]>(ids.map((id) => [id, []]));
  if (ids.length === 0) return cities;
  const rows = await db
    .select({
      experimentId: experimentOrganisations.experimentId,
      city: { ...organisationBadge, isLead: experimentOrganisations.isLead },
    })
    .from(experimentOrganisations)
    .innerJoin(organisations, eq(organisations.id, experimentOrganisations.organisationId))
    .where(inArray(experimentOrganisations.experimentId, [...ids]))
    .orderBy(desc(experimentOrganisations.isLead), asc(organisations.name));
  for (const { experimentId, city } of rows) cities.get(experimentId)?.push(city);
  return cities;
}

/** [EX1] The experiment, if this person may see it; null when it must look absent. */
export async function findExperiment(
  db: Db,
  { experimentId, ...asker }: Asker & { experimentId: string },
): Promise<ExperimentForMember | null> {
  const person = await findExperimentPerson(db, asker);
  if (!person) return null;
  const [row] = await db
    .select({ ...shown, isOfTeam: sql<boolean>`${isOfTeam(db, person)}` })
    .from(experiments)
    .innerJoin(themes, eq(themes.id, experiments.themeId))
    .innerJoin(seasons, eq(seasons.id, themes.seasonId))
    .where(eq(experiments.id, experimentId));
  const role = row ? roleOfPerson(person, experimentId, row.isOfTeam) : null;
  if (!row || !role) return null;
  const { isOfTeam: _, ...facts } = row;
  const cities = (await citiesOf(db, [experimentId])).get(experimentId) ?? [];
  return { ...facts, id: asReadable(facts.id), role, cities };
}

/** What a list of experiments was asked for; whatever is null is not asked. */
export interface ExperimentFilter {
  /** Words of the title. */
  readonly query?: string | null;
  readonly theme?: ThemeKey | null;
  readonly state?: ExperimentState | null;
  readonly organisationId?: string | null;
  readonly regionCode?: string | null;
}

function asked(db: Db, { query, theme, state, organisationId, regionCode }: ExperimentFilter): SQL[] {
  const ofCity = (condition: SQL) =>
    exists(
      db
        .select({ one: sql`1` })
        .from(experimentOrganisations)
        .innerJoin(organisations, eq(organisations.id, experimentOrganisations.organisationId))
        .leftJoin(municipalities, eq(municipalities.code, organisations.municipalityCode))
        .where(and(eq(experimentOrganisations.experimentId, experiments.id), condition)),
    );
  const words = (query ?? '').split(/\s+/).filter(Boolean);
  return [
    ...words.map((word) => ilike(experiments.title, `%${word.replace(/[\\%_]/g, '\\$&')}%`)),
    ...(theme ? [eq(themes.key, theme)] : []),
    ...(state ? [eq(experiments.state, state)] : []),
    ...(organisationId ? [ofCity(eq(organisations.id, organisationId))] : []),
    ...(regionCode ? [ofCity(eq(municipalities.regionCode, regionCode))] : []),
  ];
}

/** [EX1] One page of the experiments that this person may see, the latest first, and how many there are. */
export async function listExperiments(
  db: Db,
  {
    filter = {},
    page = 1,
    size = 50,
    ...asker
  }: Asker & { filter?: ExperimentFilter; page?: number; size?: number },
): Promise<{ experiments: ExperimentForMember[]; total: number }> {
  const person = await findExperimentPerson(db, asker);
  if (!person) return { experiments: [], total: 0 };
  const condition = and(isSeenBy(db, person), ...asked(db, filter));
  const [counted] = await db
    .select({ total: count() })
    .from(experiments)
    .innerJoin(themes, eq(themes.id, experiments.themeId))
    .where(condition);
  const rows = await db
    .select({ ...shown, isOfTeam: sql<boolean>`${isOfTeam(db, person)}` })
    .from(experiments)
    .innerJoin(themes, eq(themes.id, experiments.themeId))
    .innerJoin(seasons, eq(seasons.id, themes.seasonId))
    .where(condition)
    .orderBy(desc(experiments.createdAt), asc(experiments.id))
    .limit(size)
    .offset((page - 1) * size);
  const cities = await citiesOf(
    db,
    rows.map(({ id }) => id),
  );
  const found = rows.flatMap(({ isOfTeam: ofTeam, ...row }) => {
    const role = roleOfPerson(person, row.id, ofTeam);
    const id = asReadable<'experiment'>(row.id);
    return role ? [{ ...row, id, role, cities: cities.get(id) ?? [] }] : [];
  });
  return { experiments: found, total: counted?.total ?? 0 };
}

/** Who opens an experiment, which one, and of which application; null when it is opened by hand. */
interface Opening extends ExperimentChange {
  readonly themeId: string;
  readonly applicationId: string | null;
}

/** What a new experiment says, as it is typed. */
export interface NewExperiment extends Opening, TypedFacts {
  readonly organisations: readonly CityOfExperiment[];
}

/** [EX5] Opens an experiment, from an application or by hand, and dates it, once what it says is read. */
export async function createExperiment(
  tx: Tx,
  { organisations: cities, ...experiment }: NewExperiment,
): Promise<Result<{ id: string; title: string }, FactsRefusal | CitiesRefusal | 'experiment.leadNotOne'>> {
  const parsed = parseFacts(experiment);
  if ('faults' in parsed) return fail(Object.values(parsed.faults)[0] ?? 'experiment.textTooLong');
  if (cities.length > 0 && cities.filter(({ isLead }) => isLead).length !== 1)
    return fail('experiment.leadNotOne');
  return openExperiment(tx, { ...experiment, facts: parsed.facts, cities });
}

type CitiesRefusal = 'experiment.citiesMissing' | 'experiment.themeNotFound' | 'experiment.applicationTaken';

/** [EX5] Opens an experiment and dates it. Refused: no such theme, no city or one that is not there, an application that has one. */
export async function openExperiment(
  tx: Tx,
  {
    facts,
    cities,
    themeId,
    applicationId,
    ...change
  }: Opening & { facts: ExperimentFacts; cities: readonly CityOfExperiment[] },
): Promise<Result<{ id: string; title: string }, CitiesRefusal>> {
  const { experimentId: id, userId: createdBy, now: createdAt } = change;
  if (cities.length === 0) return fail('experiment.citiesMissing');
  const [theme] = await tx.select({ id: themes.id }).from(themes).where(eq(themes.id, themeId));
  if (!theme) return fail('experiment.themeNotFound');
  const made = await tx
    .insert(experiments)
    .values({ id, themeId, applicationId, ...facts, createdBy, createdAt })
    .onConflictDoNothing({ target: experiments.applicationId })
    .returning({ id: experiments.id });
  if (made.length === 0) return fail('experiment.applicationTaken');
  const kept = await insertCities(tx, id, cities);
  if (!kept.ok) return kept;
  const { startsOn, endsOn, title } = facts;
  await recordEvent(tx, change, 'experiment.created', {
    to: 'preparing',
    startsOn: startsOn ?? '',
    endsOn: endsOn ?? '',
    ...(applicationId && { applicationId }),
  });
  if (startsOn && endsOn) await planSeason(tx, { ...change, startsOn, endsOn });
  return ok({ id, title });
}
