import { Link } from 'react-router';
import { experiment as experimentWords } from '#shared/programme/experiment/experiment.fr.ts';
import type { ExperimentState } from '#shared/programme/experiment/experiment.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { space } from '#shared/publication/space/space.fr.ts';
import { City } from '../../ui/city.tsx';
import { Plate } from '../../ui/page/plate.tsx';

const words = space.experiments;

/** [MV4] What the city tries out, and with whom. */
export function SpaceExperiments({
  experiments,
  organisationId,
}: {
  readonly experiments: readonly {
    readonly id: string;
    readonly title: string;
    readonly state: ExperimentState;
    readonly cities: readonly { readonly id: string; readonly name: string; readonly colour: number }[];
  }[];
  readonly organisationId: string;
}) {
  return (
    <Plate id="experiments" title={words.title(experiments.length)}>
      {experiments.length === 0 && (
        <>
          <p className="muted">{words.empty}</p>
          <p className="mt-3">
            <Link className="btn sm" to={programmePaths.applications()}>
              {words.calls}
            </Link>
          </p>
        </>
      )}
      <ul className="links">
        {experiments.map(({ id, title, state, cities }) => {
          const others = cities.filter((city) => city.id !== organisationId);
          return (
            <li key={id}>
              <Link to={programmePaths.experiment({ id, title })}>{title}</Link>
              <p>
                {experimentWords.states[state]}
                {others.length > 0 && `, ${words.with} `}
                {others.map((city) => (
                  <span key={city.id}>
                    <City {...city} />{' '}
                  </span>
                ))}
              </p>
            </li>
          );
        })}
      </ul>
    </Plate>
  );
}
