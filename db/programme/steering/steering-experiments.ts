import { and, asc, desc, eq, exists, lt, sql } from 'drizzle-orm';
import type { ExperimentState } from '#shared/programme/experiment/experiment.ts';
import type { SteeredExperiment } from '#shared/programme/steering/overview.ts';
import type { Db } from '../../kernel/client.ts';
import { themes } from '../../people/group/schema.ts';
import { organisations } from '../../people/organisation/schema.ts';
import { experimentEvents, experimentOrganisations, experiments } from '../experiment/schema.ts';
import { isOfSeason, isOfTerritory, type SteeringScope } from './steering-scope.ts';

/** Of rows of `experiment`: the season’s, the theme’s, and those of one of the territory’s cities. */
function isSteeredExperiment(db: Db, scope: SteeringScope) {
  const within = isOfTerritory(db, scope, experimentOrganisations.organisationId);
  return and(
    isOfSeason(scope),
    lt(experiments.createdAt, scope.end),
    within &&
      exists(
        db
          .select({ one: sql`1` })
          .from(experimentOrganisations)
          .where(and(eq(experimentOrganisations.experimentId, experiments.id), within)),
      ),
  );
}

/** The ids of the same, for what hangs on experiments. */
export function steeredExperimentIds(db: Db, scope: SteeringScope) {
  return db
    .select({ id: experiments.id })
    .from(experiments)
    .innerJoin(themes, eq(themes.id, experiments.themeId))
    .where(isSteeredExperiment(db, scope));
}

/** [PI1] Every experiment that was there that day, with the state that its last change of that day had given it, by title. */
export async function listSteeredExperiments(db: Db, scope: SteeringScope): Promise<SteeredExperiment[]> {
  const last = db
    .selectDistinctOn([experimentEvents.experimentId], {
      experimentId: experimentEvents.experimentId,
      state: sql<ExperimentState>`${experimentEvents.data} ->> 'to'`.as('state_then'),
    })
    .from(experimentEvents)
    .where(and(eq(experimentEvents.kind, 'state.changed'), lt(experimentEvents.at, scope.end)))
    .orderBy(experimentEvents.experimentId, desc(experimentEvents.at), desc(experimentEvents.rank))
    .as('last_state');
  return db
    .select({
      id: experiments.id,
      title: experiments.title,
      theme: { key: themes.key, name: themes.name },
      // One that never changed is still in preparation.
      state: sql<ExperimentState>`coalesce(${last.state}, 'preparing')`,
      endsOn: experiments.endsOn,
      lead: organisations.name,
    })
    .from(experiments)
    .innerJoin(themes, eq(themes.id, experiments.themeId))
    .leftJoin(last, eq(last.experimentId, experiments.id))
    .leftJoin(
      experimentOrganisations,
      and(eq(experimentOrganisations.experimentId, experiments.id), eq(experimentOrganisations.isLead, true)),
    )
    .leftJoin(organisations, eq(organisations.id, experimentOrganisations.organisationId))
    .where(isSteeredExperiment(db, scope))
    .orderBy(asc(experiments.title), asc(experiments.id));
}
