import { Link } from 'react-router';
import { facilitator as words } from '#shared/programme/facilitator/facilitator.fr.ts';
import type { FacilitatorForReader } from '#shared/programme/facilitator/territorial-facilitator.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { Plate } from '../../ui/page/plate.tsx';

/** [AT3] Who helps this city with its data, the nearest first. */
export function FacilitatorsOfCity({ facilitators }: { facilitators: readonly FacilitatorForReader[] }) {
  return (
    <Plate id="atd" title={words.ofCity.title} className="mt-8">
      {facilitators.length === 0 && <p className="muted small">{words.ofCity.none}</p>}
      <ul className="ruled">
        {facilitators.map(({ id, name, kind, contact }) => (
          <li key={id}>
            <Link to={programmePaths.facilitator({ id, title: name })}>{name}</Link>
            <p className="muted small">{words.kinds[kind]}</p>
            {contact?.email && (
              <a className="small break-all" href={`mailto:${contact.email}`}>
                {contact.email}
              </a>
            )}
          </li>
        ))}
      </ul>
      <p className="small mt-2">
        <Link to={programmePaths.facilitators()}>{words.ofCity.all}</Link>
      </p>
    </Plate>
  );
}
