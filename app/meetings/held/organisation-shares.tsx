import { inFrench } from '#shared/kernel/text/order.ts';
import { meetingFigures as words } from '#shared/meetings/held/minutes.fr.ts';
import type { OrganisationBadge } from '#shared/people/organisation/organisation.ts';
import { City } from '../../ui/city.tsx';

interface OrganisationSharesProps {
  readonly held: readonly { readonly organisations: readonly OrganisationBadge[] }[];
}

/** At how many of the meetings each organisation was. */
export function OrganisationShares({ held }: OrganisationSharesProps) {
  const counts = new Map<string, { organisation: OrganisationBadge; count: number }>();
  for (const organisation of held.flatMap(({ organisations }) => organisations)) {
    const count = (counts.get(organisation.id)?.count ?? 0) + 1;
    counts.set(organisation.id, { organisation, count });
  }
  const rows = [...counts.values()].sort(
    (a, b) => b.count - a.count || inFrench(a.organisation.name, b.organisation.name),
  );
  return (
    <ul className="ruled held-shares">
      {rows.map(({ organisation, count }) => (
        <li key={organisation.id}>
          <City name={organisation.name} colour={organisation.colour} />
          <span className="bar" aria-hidden="true">
            <span style={{ width: `${(100 * count) / held.length}%` }} />
          </span>
          <span>{words.share(count, held.length)}</span>
        </li>
      ))}
    </ul>
  );
}
