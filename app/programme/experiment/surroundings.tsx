import { Link } from 'react-router';
import { experiment as words } from '#shared/programme/experiment/experiment.fr.ts';
import type { TeamRole } from '#shared/programme/experiment/experiment.ts';
import { experimentPage } from '#shared/programme/experiment/experiment-page.fr.ts';
import { Plate } from '../../ui/page/plate.tsx';

interface SurroundingsProps {
  readonly team: readonly {
    readonly id: string;
    readonly name: string;
    readonly role: TeamRole;
    readonly hasLeft: boolean;
    readonly organisation: { readonly name: string } | null;
  }[];
  readonly partners: readonly { readonly id: string; readonly name: string; readonly part: string }[];
  readonly linked: readonly {
    readonly key: string;
    readonly kind: string;
    readonly name: string;
    readonly href: string;
  }[];
  readonly hidden: number;
}

/** Who does it, who helps, and where the work is. */
export function Surroundings({ team, partners, linked, hidden }: SurroundingsProps) {
  return (
    <>
      <Plate id="team" title={experimentPage.team}>
        {team.length === 0 && <p className="muted">{experimentPage.noTeam}</p>}
        <ul className="ruled">
          {team.map(({ id, name, role, organisation, hasLeft }) => (
            <li key={`${id} ${role}`}>
              {name}
              <small className="muted block">
                {[words.roles[role], hasLeft ? experimentPage.left : organisation?.name]
                  .filter(Boolean)
                  .join(', ')}
              </small>
            </li>
          ))}
        </ul>
      </Plate>
      {partners.length > 0 && (
        <Plate id="partners" title={experimentPage.partners}>
          <ul className="ruled">
            {partners.map(({ id, name, part }) => (
              <li key={id}>
                {name}
                {part && <small className="muted block">{part}</small>}
              </li>
            ))}
          </ul>
        </Plate>
      )}
      <Plate id="linked" title={experimentPage.linked}>
        {linked.length === 0 && hidden === 0 && <p className="muted">{experimentPage.noLinked}</p>}
        <ul className="ruled">
          {linked.map(({ key, kind, name, href }) => (
            <li key={key}>
              <Link to={href}>{name}</Link>
              <small className="muted block">{experimentPage.kinds[kind]}</small>
            </li>
          ))}
        </ul>
        {hidden > 0 && <p className="small muted">{experimentPage.hidden(hidden)}</p>}
      </Plate>
    </>
  );
}
