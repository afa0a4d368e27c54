import type { Visibility } from '#shared/documents/document-access.ts';

/** [MV4] Who sees something that a person may read: from oneself to the public. */
export type Sight =
  | { readonly kind: 'self' | 'chosen' | 'organisation' | 'programme' | 'public' }
  | { readonly kind: 'group'; readonly name: string };

/** How a document stands towards whoever reads the list. */
export interface Seen {
  readonly visibility: Visibility;
  /** It is in the space of their organisation. */
  readonly isInSpace: boolean;
  readonly group: string;
  /** How many people and organisations beside them were given it by name. */
  readonly others: number;
  /** A published state of it is there for everybody. */
  readonly isPublic: boolean;
}

/**
 * [MV4] Who sees a document, the widest first. Restricted and named to its reader alone, it is theirs alone in the space of an organisation, which
 * nobody facilitates; in a working group its facilitators read it too.
 */
export function sightOf({ visibility, isInSpace, group, others, isPublic }: Seen): Sight {
  if (isPublic) return { kind: 'public' };
  if (visibility === 'programme') return { kind: 'programme' };
  if (visibility === 'restricted') return { kind: isInSpace && others === 0 ? 'self' : 'chosen' };
  return isInSpace ? { kind: 'organisation' } : { kind: 'group', name: group };
}
