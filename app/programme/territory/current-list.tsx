import { Link } from 'react-router';
import { paths } from '#shared/paths.ts';
import { territory } from '#shared/programme/territory/territory.fr.ts';

const words = territory.admin;

interface CurrentListProps {
  readonly cities: number;
  readonly agreements: number;
  readonly laterCities: number;
  /** Of the national register; null before the first import. */
  readonly vintage: string | null;
}

/** What the platform holds now. */
export function CurrentList({ cities, agreements, laterCities, vintage }: CurrentListProps) {
  const { population: figure } = territory;
  return (
    <section className="plate mt-8" aria-labelledby="current">
      <header>
        <h2 id="current">{words.current}</h2>
        {cities + laterCities > 0 && <Link to={paths.cities()}>{words.seeList}</Link>}
      </header>
      <dl className="facts grid-cols-2 sm:grid-cols-[14rem_minmax(0,1fr)] text-base [&>dt]:pt-0">
        <dt>{words.cities}</dt>
        <dd>{figure(cities)}</dd>
        <dt>{words.agreements}</dt>
        <dd>{figure(agreements)}</dd>
        <dt>{words.later}</dt>
        <dd>{figure(laterCities)}</dd>
        <dt>{words.register}</dt>
        <dd>{vintage ? words.registerVersion(vintage) : words.registerMissing}</dd>
      </dl>
    </section>
  );
}
