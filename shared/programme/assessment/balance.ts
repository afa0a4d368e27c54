/** Somebody who may assess. */
export interface AvailableAssessor {
  readonly id: string;
  readonly organisationId: string | null;
  /** How many applications of the call they have already. */
  readonly load: number;
}

/** An application that wants assessors. */
export interface UnassignedApplication {
  readonly id: string;
  readonly assessorIds: readonly string[];
  readonly recusedIds: readonly string[];
}

export interface Pairing {
  readonly applicationId: string;
  readonly userId: string;
}

/** How many assessors an application has at least. */
export const ASSESSORS_MIN = 2;

/**
 * [AS2] Who is proposed for which application, until each has two: never a recused person, first an organisation that is not there
 * yet, then whoever has least. Applications that few can assess come first. The same input gives the same answer.
 */
export function proposePairings(
  applications: readonly UnassignedApplication[],
  assessors: readonly AvailableAssessor[],
): readonly Pairing[] {
  const loads = new Map(assessors.map(({ id, load }) => [id, load]));
  const organisationOf = new Map(assessors.map(({ id, organisationId }) => [id, organisationId]));
  const free = (application: UnassignedApplication) =>
    assessors.filter(
      ({ id }) => !application.recusedIds.includes(id) && !application.assessorIds.includes(id),
    );
  const queue = applications
    .map((application) => ({ application, choice: free(application).length }))
    .sort((a, b) => a.choice - b.choice || (a.application.id < b.application.id ? -1 : 1));
  const pairings: Pairing[] = [];
  for (const { application } of queue) {
    const chosen = [...application.assessorIds];
    while (chosen.length < ASSESSORS_MIN) {
      const present = new Set(chosen.map((id) => organisationOf.get(id)));
      const [next] = free(application)
        .filter(({ id }) => !chosen.includes(id))
        .map(({ id, organisationId }) => ({
          id,
          isSame: present.has(organisationId) ? 1 : 0,
          load: loads.get(id) ?? 0,
        }))
        .sort((a, b) => a.isSame - b.isSame || a.load - b.load || (a.id < b.id ? -1 : 1));
      if (!next) break;
      chosen.push(next.id);
      loads.set(next.id, next.load + 1);
      pairings.push({ applicationId: application.id, userId: next.id });
    }
  }
  return pairings;
}
