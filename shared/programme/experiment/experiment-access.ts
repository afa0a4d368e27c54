import type { PlatformRole } from '../../kernel/access/access.ts';
import {
  mayReadEveryExperiment,
  type ProgrammeStanding,
} from '../../people/organisation/organisation-access.ts';

/** What somebody is for one experiment, from the strongest to the weakest. */
export const EXPERIMENT_ROLES = ['coordinator', 'team', 'consultant', 'reviewer', 'programme'] as const;
export type ExperimentRole = (typeof EXPERIMENT_ROLES)[number];

const INSIDE: readonly ExperimentRole[] = ['coordinator', 'team', 'consultant', 'reviewer'];

const EXPERIMENT_RIGHTS = {
  'experiment.read': EXPERIMENT_ROLES,
  'experiment.readInside': INSIDE,
  'experiment.comment': INSIDE,
  'experiment.write': ['coordinator', 'team'],
  'experiment.manage': ['coordinator'],
  'need.read': EXPERIMENT_ROLES,
  'need.write': ['coordinator', 'team', 'consultant'],
  'mission.read': INSIDE,
} as const satisfies Record<string, readonly ExperimentRole[]>;

export type ExperimentAction = keyof typeof EXPERIMENT_RIGHTS;

/** How somebody who may sign in stands towards an experiment. */
interface ExperimentStanding {
  readonly platformRole: PlatformRole;
  /** Of one of its cities now, or named in its team. */
  readonly isOfTeam: boolean;
  /** Holds a running mission for it. */
  readonly isConsultant: boolean;
  readonly standing: ProgrammeStanding;
}

/** [EX1] The role that counts for an experiment; null when it must look absent. */
export function experimentRoleOf(given: ExperimentStanding): ExperimentRole | null {
  const { platformRole, isOfTeam, isConsultant } = given;
  if (platformRole === 'admin' || platformRole === 'coordinator') return 'coordinator';
  if (isOfTeam) return 'team';
  if (isConsultant) return 'consultant';
  if (platformRole === 'reviewer') return 'reviewer';
  return mayReadEveryExperiment(given.standing) ? 'programme' : null;
}

/** [EX2] May somebody with this role (null: it looks absent) do this with an experiment? */
export function canInExperiment(role: ExperimentRole | null, action: ExperimentAction): boolean {
  return role !== null && EXPERIMENT_RIGHTS[action].some((allowed) => allowed === role);
}
