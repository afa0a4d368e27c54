import { Mail } from 'lucide-react';
import { Link } from 'react-router';
import { ownFacilitator as words } from '#shared/programme/facilitator/own-facilitator.fr.ts';
import type { FacilitatorForReader } from '#shared/programme/facilitator/territorial-facilitator.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { Plate } from '../../ui/page/plate.tsx';

/** [AT3] The structure nearest to the city, with a way to write to it where that is told. */
export function OwnFacilitator({
  facilitators,
  title,
  help = null,
}: {
  readonly facilitators: readonly Pick<FacilitatorForReader, 'id' | 'name' | 'contact'>[];
  readonly title: string;
  /** Where help is asked for, and what was done is read; null where that is not. */
  readonly help?: string | null;
}) {
  const [nearest] = facilitators;
  return (
    <Plate id="facilitator" title={title}>
      {nearest ? (
        <>
          <p>
            {nearest.contact?.name && (
              <>
                <strong>{nearest.contact.name}</strong>
                <br />
              </>
            )}
            <Link to={programmePaths.facilitator({ id: nearest.id, title: nearest.name })}>
              {nearest.name}
            </Link>
          </p>
          <p className="row mt-3">
            {nearest.contact?.email && (
              <a
                className="btn sm"
                href={`mailto:${nearest.contact.email}`}
                aria-label={words.writeTo(nearest.contact.name || nearest.name)}
              >
                <Mail className="icon" aria-hidden="true" />
                {words.write}
              </a>
            )}
            {help && (
              <Link className="btn sm quiet" to={help}>
                {words.ask}
              </Link>
            )}
          </p>
        </>
      ) : (
        <>
          <p className="muted">{words.empty}</p>
          <p className="mt-3">
            <Link className="btn sm" to={programmePaths.facilitators()}>
              {words.all}
            </Link>
          </p>
        </>
      )}
    </Plate>
  );
}
