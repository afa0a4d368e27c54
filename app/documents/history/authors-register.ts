import type { PersonBadge } from '#shared/people/organisation/organisation.ts';
import type { AuthorRegister } from '#shared/realtime/lineage/authorship.ts';

/** Whose the letters of a document are; accounts that are gone are not among the people. */
export interface AuthorsRegister extends AuthorRegister {
  readonly people: readonly PersonBadge[];
}
