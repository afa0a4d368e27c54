import { facilitator } from '#shared/programme/facilitator/facilitator.fr.ts';
import type { FacilitatorKind } from '#shared/programme/facilitator/territorial-facilitator.ts';
import { adoption as words } from '#shared/publication/adoption/adoption.fr.ts';

interface KnownFacilitatorsProps {
  /** Null while no department was chosen. */
  readonly facilitators:
    | readonly { readonly name: string; readonly kind: FacilitatorKind; readonly site: string }[]
    | null;
}

/** [RP4] Who helps with data in a department: names and sites, which anybody may know. */
export function KnownFacilitators({ facilitators }: KnownFacilitatorsProps) {
  if (facilitators === null) return <p className="mt-3">{words.whichDepartment}</p>;
  if (facilitators.length === 0) return <p className="mt-3">{words.noFacilitator}</p>;
  return (
    <>
      <p className="mt-3">{words.facilitators}</p>
      <ul>
        {facilitators.map(({ name, kind, site }) => (
          <li key={name}>
            {site ? <a href={site}>{name}</a> : name}
            <span className="muted block small">{facilitator.kinds[kind]}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
