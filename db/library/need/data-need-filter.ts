import { and, eq, exists, type SQL, sql } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import type { AccessStatus, ProducerKind } from '#shared/library/dataset/dataset.ts';
import type { Importance } from '#shared/library/need/data-need.ts';
import type { ThemeKey } from '#shared/people/group/theme.ts';
import type { Db } from '../../kernel/client.ts';
import { themes } from '../../people/group/schema.ts';
import { organisations } from '../../people/organisation/schema.ts';
import { type ExperimentPerson, isSeenBy } from '../../programme/experiment/experiment-rights.ts';
import { experimentOrganisations, experiments } from '../../programme/experiment/schema.ts';
import { municipalities } from '../../programme/territory/schema.ts';
import { dataNeeds } from './schema.ts';

/** Which needs are counted and listed; what is absent leaves all. */
export interface NeedFilters {
  readonly theme?: ThemeKey;
  /** Code of a region: of the communes among the cities of the experiment. */
  readonly region?: string;
  /** One of the cities of the experiment. */
  readonly organisationId?: string;
  readonly importance?: Importance;
  readonly producerKind?: ProducerKind;
  readonly accessStatus?: AccessStatus;
  readonly wantedId?: string;
  /** [EX1] Only needs of experiments that this person sees; absent: of all. */
  readonly seenBy?: ExperimentPerson;
}

/** The experiments that a filter leaves, as a condition on a column that holds their id. */
export function ofExperiments(
  db: Db,
  column: AnyPgColumn,
  { theme, region, organisationId, seenBy }: NeedFilters,
): SQL | undefined {
  const one = { one: sql`1` };
  const ofTheme =
    theme &&
    exists(
      db
        .select(one)
        .from(experiments)
        .innerJoin(themes, eq(themes.id, experiments.themeId))
        .where(and(eq(experiments.id, column), eq(themes.key, theme))),
    );
  const ofCity =
    organisationId &&
    exists(
      db
        .select(one)
        .from(experimentOrganisations)
        .where(
          and(
            eq(experimentOrganisations.experimentId, column),
            eq(experimentOrganisations.organisationId, organisationId),
          ),
        ),
    );
  const ofRegion =
    region &&
    exists(
      db
        .select(one)
        .from(experimentOrganisations)
        .innerJoin(organisations, eq(organisations.id, experimentOrganisations.organisationId))
        .innerJoin(municipalities, eq(municipalities.code, organisations.municipalityCode))
        .where(and(eq(experimentOrganisations.experimentId, column), eq(municipalities.regionCode, region))),
    );
  const isSeen = seenBy && isSeenBy(db, seenBy);
  const seen =
    isSeen &&
    exists(
      db
        .select(one)
        .from(experiments)
        .where(and(eq(experiments.id, column), isSeen)),
    );
  return and(ofTheme || undefined, ofCity || undefined, ofRegion || undefined, seen);
}

/** The same on rows of `data_need`, with what the needs themselves say. */
export function ofNeeds(db: Db, filters: NeedFilters): SQL | undefined {
  const { importance, producerKind, accessStatus, wantedId } = filters;
  return and(
    sql`${dataNeeds.removedAt} is null`,
    importance ? eq(dataNeeds.importance, importance) : undefined,
    producerKind ? eq(dataNeeds.producerKind, producerKind) : undefined,
    accessStatus ? eq(dataNeeds.accessStatus, accessStatus) : undefined,
    wantedId ? eq(dataNeeds.wantedId, wantedId) : undefined,
    ofExperiments(db, dataNeeds.experimentId, filters),
  );
}
