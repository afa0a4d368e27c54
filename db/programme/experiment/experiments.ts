import { and, asc, count, desc, eq, exists, ilike, inArray, type SQL, sql } from 'drizzle-orm';
import type { TitleError } from '#shared/errors.ts';
import { canOnPlatform } from '#shared/kernel/access/access.ts';
import { parsePeriod } from '#shared/kernel/day/days.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { parseTitle } from '#shared/kernel/title.ts';
import type { ThemeKey } from '#shared/people/group/theme.ts';
import type { OrganisationBadge } from '#shared/people/organisation/organisation.ts';
import type { ExperimentState } from '#shared/programme/experiment/experiment.ts';
import type { ExperimentRole } from '#shared/programme/experiment/experiment-access.ts';
import type { ExperimentError } from '#shared/programme/experiment/experiment-errors.ts';
import type { Db } from '../../kernel/client.ts';
import { seasons, themes } from '../../people/group/schema.ts';
import { organisationBadge } from '../../people/organisation/organisations.ts';
import { organisations } from '../../people/organisation/schema.ts';
import { municipalities } from '../territory/schema.ts';
import { recordEvent } from './experiment-change.ts';
import { planSeason } from './experiment-milestones.ts';
import { type Asker, findExperimentPerson, isOfTeam, isSeenBy, roleOfPerson } from './experiment-rights.ts';
import { experimentOrganisations, experiments } from './schema.ts';

/** A city of an experiment. */
export interface ExperimentCity extends OrganisationBadge {
  readonly isLead: boolean;
}

/** What everybody who sees an experiment sees of it. */
export interface ExperimentForMember {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly state: ExperimentState;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly applicationId: string | null;
  readonly season: string;
  readonly theme: { readonly id: string; readonly key: ThemeKey; readonly name: string };
  /** The lead first. */
  readonly cities: readonly ExperimentCity[];
  readonly role: ExperimentRole;
}

const shown = {
  id: experiments.id,
  title: experiments.title,
  summary: experiments.summary,
  state: experiments.state,
  startsOn: experiments.startsOn,
  endsOn: experiments.endsOn,
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
  return { ...facts, role, cities: (await citiesOf(db, [experimentId])).get(experimentId) ?? [] };
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
    return role ? [{ ...row, role, cities: cities.get(row.id) ?? [] }] : [];
  });
  return { experiments: found, total: counted?.total ?? 0 };
}

/** What a new experiment says. */
export interface NewExperiment extends Asker {
  readonly experimentId: string;
  readonly title: string;
  readonly summary: string;
  readonly themeId: string;
  /** The application that was selected; null when it is opened by hand. */
  readonly applicationId: string | null;
  readonly organisations: readonly { readonly organisationId: string; readonly isLead: boolean }[];
  /** ISO days; empty when they are not known yet. */
  readonly startsOn: string;
  readonly endsOn: string;
  readonly newId: () => string;
}

/**
 * [EX5] Opens an experiment, from an application or by hand, and dates it. Whoever does is of the coordination. Refused:
 * 'access.forbidden', a title, days, no theme, no city, not exactly one lead, an application that already has one.
 */
export async function createExperiment(
  db: Db,
  input: NewExperiment,
): Promise<Result<{ id: string; title: string }, 'access.forbidden' | TitleError | ExperimentError>> {
  const { experimentId: id, themeId, applicationId, userId, now, newId } = input;
  const title = parseTitle(input.title);
  if (!title.ok) return title;
  if (input.summary.length > 2_000) return fail('experiment.textTooLong');
  const period = parsePeriod(input.startsOn, input.endsOn);
  if (typeof period === 'string') return fail(period);
  const cities = [...new Map(input.organisations.map((city) => [city.organisationId, city])).values()];
  if (cities.length === 0) return fail('experiment.citiesMissing');
  if (cities.filter(({ isLead }) => isLead).length !== 1) return fail('experiment.leadNotOne');
  return db.transaction(async (tx) => {
    const person = await findExperimentPerson(tx, { userId, now });
    if (!person || !canOnPlatform(person.platformRole, 'experiment.create')) return fail('access.forbidden');
    const [theme] = await tx.select({ id: themes.id }).from(themes).where(eq(themes.id, themeId));
    if (!theme) return fail('experiment.themeNotFound');
    const known = await tx
      .select({ id: organisations.id })
      .from(organisations)
      .where(
        inArray(
          organisations.id,
          cities.map(({ organisationId }) => organisationId),
        ),
      );
    if (known.length !== cities.length) return fail('experiment.citiesMissing');
    const made = await tx
      .insert(experiments)
      .values({
        id,
        themeId,
        applicationId,
        title: title.value,
        summary: input.summary.trim(),
        ...period,
        createdBy: userId,
        createdAt: now,
      })
      .onConflictDoNothing({ target: experiments.applicationId })
      .returning({ id: experiments.id });
    if (made.length === 0) return fail('experiment.applicationTaken');
    await tx.insert(experimentOrganisations).values(cities.map((city) => ({ experimentId: id, ...city })));
    const { startsOn, endsOn } = period;
    const change = { experimentId: id, userId, now, newId };
    await recordEvent(tx, change, 'experiment.created', {
      to: 'preparing',
      startsOn: startsOn ?? '',
      endsOn: endsOn ?? '',
      ...(applicationId && { applicationId }),
    });
    if (startsOn && endsOn) await planSeason(tx, { ...change, startsOn, endsOn });
    return ok({ id, title: title.value });
  });
}
