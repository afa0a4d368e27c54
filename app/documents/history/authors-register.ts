import type { PersonBadge } from '#shared/people/organisation/organisation.ts';

/** Whose each Yjs clientID of a document is; accounts that are gone are not among the people. */
export interface AuthorsRegister {
  readonly owners: readonly (readonly [clientId: number, userId: string])[];
  readonly people: readonly PersonBadge[];
}
