import { EXPERIMENT_STATES, type ExperimentState } from '#shared/experiment/experiment.ts';
import { INDICATORS, standingOf } from '#shared/steering/openness.ts';
import type { Share, SteeredExperiment, SteeringOverview, ThemeCount } from '#shared/steering/overview.ts';
import { percentOf } from '#shared/steering/steering.ts';
import type { Db } from './client.ts';
import { listTargets } from './openness-targets.ts';
import { countCities, countCitiesByDepartment } from './steering-cities.ts';
import { countDatasetShares } from './steering-datasets.ts';
import { listSteeredExperiments } from './steering-experiments.ts';
import { countApprovedDocuments, listDocumentsInReview } from './steering-reviews.ts';
import { listThemesOfSeason, type SteeringScope } from './steering-scope.ts';
import { listLateSignals } from './steering-signals.ts';

/**
 * [PI1] What the page of steering shows of a day: read from rows that carry their dates, so that a past day says what it said.
 * The caller may read the steering page (`steering.read`); documents that this person may not read are not counted.
 */
export async function readSteering(db: Db, scope: SteeringScope): Promise<SteeringOverview> {
  const { day } = scope;
  const experiments = await listSteeredExperiments(db, scope);
  const themes = await listThemesOfSeason(db, scope.seasonId);
  const targets = await listTargets(db, scope);
  const shares: Partial<Record<(typeof INDICATORS)[number], Share>> = await countDatasetShares(db, scope);
  return {
    cities: await countCities(db, scope),
    departments: await countCitiesByDepartment(db, scope),
    themes: countByTheme(
      themes.filter(({ key }) => scope.theme === '' || key === scope.theme),
      experiments,
    ),
    signals: await listLateSignals(db, scope, experiments),
    inReview: await listDocumentsInReview(db, scope),
    approved: await countApprovedDocuments(db, scope),
    openness: INDICATORS.flatMap((indicator) => {
      const share = shares[indicator];
      if (!share) return [];
      const target = targets.find((wanted) => wanted.indicator === indicator) ?? null;
      return [
        {
          ...share,
          indicator,
          target,
          percent: percentOf(share.part, share.whole),
          standing: standingOf(share, target, day),
        },
      ];
    }),
  };
}

function countByTheme(
  themes: readonly Pick<ThemeCount, 'key' | 'name'>[],
  experiments: readonly SteeredExperiment[],
): ThemeCount[] {
  return themes.map(({ key, name }) => {
    const own = experiments.filter(({ theme }) => theme.key === key);
    const states = Object.fromEntries(
      EXPERIMENT_STATES.map((state) => [
        state,
        own.filter((experiment) => experiment.state === state).length,
      ]),
    ) as Record<ExperimentState, number>;
    return { key, name, total: own.length, states };
  });
}
