import { recordOf } from '#shared/kernel/record-of.ts';
import { EXPERIMENT_STATES } from '#shared/programme/experiment/experiment.ts';
import { INDICATORS, type Indicator, standingOf } from '#shared/programme/steering/openness.ts';
import type {
  Share,
  SteeredExperiment,
  SteeringOverview,
  ThemeCount,
} from '#shared/programme/steering/overview.ts';
import { percentOf } from '#shared/programme/steering/steering.ts';
import type { Db } from '../../kernel/client.ts';
import { atOneMoment } from '../../kernel/transaction.ts';
import { listTargets } from './openness-targets.ts';
import { countCities, countCitiesByDepartment } from './steering-cities.ts';
import { countDatasetShares } from './steering-datasets.ts';
import { listSteeredExperiments } from './steering-experiments.ts';
import { listSteeredMissions } from './steering-missions.ts';
import { countSteeredNeeds } from './steering-needs.ts';
import { countApprovedDocuments, listDocumentsInReview } from './steering-reviews.ts';
import { listThemesOfSeason, type SeasonTheme, type SteeringScope } from './steering-scope.ts';
import { listLateSignals } from './steering-signals.ts';
import { findSteeredSynthesis } from './steering-synthesis.ts';

/**
 * [PI1] What the page of steering shows of a day: read from rows that carry their dates, so that a past day says what it said.
 * Documents that this person may not read are not counted.
 */
export function readSteering(
  db: Db,
  scope: SteeringScope,
  /** Of its season, where they are known already. */
  known?: readonly SeasonTheme[],
): Promise<SteeringOverview> {
  // One reading of the database, so that no figure knows of what another does not.
  return atOneMoment(db, (tx) => readParts(tx, scope, known));
}

async function readParts(
  db: Db,
  scope: SteeringScope,
  known: readonly SeasonTheme[] | undefined,
): Promise<SteeringOverview> {
  const { day } = scope;
  const themes = known ?? (await listThemesOfSeason(db, scope.seasonId));
  const experiments = await listSteeredExperiments(db, scope);
  const targets = await listTargets(db, scope);
  const needs = await countSteeredNeeds(db, scope);
  const ofDatasets = await countDatasetShares(db, scope);
  const cities = await countCities(db, scope);
  const departments = await countCitiesByDepartment(db, scope);
  const missions = await listSteeredMissions(db, scope);
  const inReview = await listDocumentsInReview(db, scope);
  const approved = await countApprovedDocuments(db, scope);
  const shares: Readonly<Record<Indicator, Share>> = {
    needsOpen: {
      part: countOf(needs.filter(({ access }) => access === 'open')),
      whole: countOf(needs),
    },
    ...ofDatasets,
  };
  return {
    cities,
    departments,
    themes: countByTheme(
      themes.filter(({ key }) => scope.theme === '' || key === scope.theme),
      experiments,
    ),
    needs,
    missions,
    signals: await listLateSignals(db, scope, experiments),
    inReview,
    approved,
    synthesis: await findSteeredSynthesis(db, scope),
    openness: INDICATORS.map((indicator) => {
      const share = shares[indicator];
      const target = targets.find((wanted) => wanted.indicator === indicator) ?? null;
      const percent = percentOf(share.part, share.whole);
      return { ...share, indicator, target, percent, standing: standingOf(share, target, day) };
    }),
  };
}

const countOf = (cells: readonly { readonly count: number }[]) =>
  cells.reduce((sum, { count }) => sum + count, 0);

function countByTheme(
  themes: readonly Pick<ThemeCount, 'key' | 'name'>[],
  experiments: readonly SteeredExperiment[],
): ThemeCount[] {
  return themes.map(({ key, name }) => {
    const own = experiments.filter(({ theme }) => theme.key === key);
    const states = recordOf(
      EXPERIMENT_STATES,
      (state) => own.filter((experiment) => experiment.state === state).length,
    );
    return { key, name, total: own.length, states };
  });
}
