import { Link } from 'react-router';
import { paths } from '#shared/paths.ts';
import { adoptionPaths } from '#shared/publication/adoption/adoption-paths.ts';
import type { InterestState } from '#shared/publication/adoption/interest.ts';
import { sheetPaths } from '#shared/publication/sheet/sheet-paths.ts';
import { space } from '#shared/publication/space/space.fr.ts';
import { InterestBadge } from './interest-badge.tsx';

const words = space.adoptions;

interface Repeated {
  readonly id: string;
  readonly title: string;
  readonly cities: readonly string[];
  readonly asked: number;
  readonly ready: number;
  readonly interest: InterestState | null;
  readonly board: { readonly id: string; readonly title: string } | null;
}

/** [RP12] What a city checks and reproduces, with the way to its board. */
export function RepeatedCases({ adoptions }: { readonly adoptions: readonly Repeated[] }) {
  const isEmpty = adoptions.length === 0;
  return (
    <section className="plate" aria-labelledby="repeated">
      <header>
        <h2 id="repeated">{words.title}</h2>
        {!isEmpty && <a href={sheetPaths.publicSheets()}>{words.check}</a>}
      </header>
      {isEmpty && (
        <>
          <p className="muted">{words.empty}</p>
          <p className="mt-3">
            <a className="btn sm" href={sheetPaths.publicSheets()}>
              {words.first}
            </a>
          </p>
        </>
      )}
      <ul className="repeated">
        {adoptions.map(({ id, title, cities, asked, ready, interest, board }) => (
          <li key={id}>
            <div>
              <Link className="t" to={adoptionPaths.adoption({ id, title })}>
                {title}
              </Link>{' '}
              {interest && <InterestBadge interest={interest} />}
              <p className="why">
                {words.of(cities.join(', '))} {asked > 0 && words.ready(ready, asked)}
              </p>
            </div>
            {board ? (
              <Link className="btn sm" to={paths.board(board)} aria-label={words.boardOf(title)}>
                {words.board}
              </Link>
            ) : (
              <Link
                className="btn sm"
                to={adoptionPaths.adoption({ id, title })}
                aria-label={words.againOf(title)}
              >
                {words.again}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
