import { adoption as words } from '#shared/messages/fr/adoption.ts';
import { facilitator } from '#shared/messages/fr/facilitator.ts';
import type { FacilitatorKind } from '#shared/territorial-facilitator/territorial-facilitator.ts';

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
