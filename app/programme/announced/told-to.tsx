import { Globe, Users } from 'lucide-react';
import { toldTo as words } from '#shared/programme/told-to.fr.ts';
import type { ToldTo } from '#shared/programme/told-to.ts';

/** Who sees something of the programme: icon and word. */
export function ToldToBadge({ toldTo }: { toldTo: ToldTo }) {
  const Icon = toldTo === 'public' ? Globe : Users;
  return (
    <span className="badge">
      <Icon className="icon" aria-hidden="true" />
      {words.names[toldTo]}
    </span>
  );
}
