import { Globe, Landmark, Lock, UserLock, Users } from 'lucide-react';
import type { OrganisationKind } from '#shared/people/organisation/organisation.ts';
import type { Sight } from '#shared/publication/space/sight.ts';
import { space as words } from '#shared/publication/space/space.fr.ts';

const SIGNS = {
  self: Lock,
  chosen: UserLock,
  organisation: Landmark,
  group: Users,
  programme: Users,
  public: Globe,
} as const satisfies Record<Sight['kind'], typeof Lock>;

/** [MV4] Who sees something: a sign and its word. */
export function SightMark({ sight, kind }: { readonly sight: Sight; readonly kind: OrganisationKind }) {
  const Icon = SIGNS[sight.kind];
  return (
    <span className="vis">
      <Icon className="icon" aria-hidden="true" />
      {words.sights(sight, kind)}
    </span>
  );
}
