import type { PlatformRole } from '../../kernel/access/access.ts';
import { isOfMarket, type OrganisationKind } from './organisation.ts';

/**
 * [A13] What somebody is to the programme. `own`: has a part in running it. `member`: of an organisation that takes part.
 * `consultant`: of a consultancy, and named on a mission that runs. `guest`: anybody else.
 */
export type ProgrammeStanding = 'own' | 'member' | 'consultant' | 'guest';

/** [A13] What somebody is to the programme at a moment. */
export function programmeStandingOf({
  platformRole,
  organisationKind,
  hasMission,
}: {
  readonly platformRole: PlatformRole;
  /** Null for somebody of no organisation. */
  readonly organisationKind: OrganisationKind | null;
  /** Named on a mission that runs now ([MS2]). */
  readonly hasMission: boolean;
}): ProgrammeStanding {
  if (platformRole !== 'member') return 'own';
  if (organisationKind !== null && !isOfMarket(organisationKind)) return 'member';
  return organisationKind === 'consultancy' && hasMission ? 'consultant' : 'guest';
}

/** [A13] May somebody read what is the programme’s: tracks ([ST3]), challenges ([LI1]), contacts of the network ([AT2])? */
export function mayReadProgramme(standing: ProgrammeStanding): boolean {
  return standing !== 'guest';
}

/** [A13] [EX1] Is every experiment there for them, or only those in which they have a part? */
export function mayReadEveryExperiment(standing: ProgrammeStanding): boolean {
  return standing === 'own' || standing === 'member';
}
