import { adoption as words } from '#shared/publication/adoption/adoption.fr.ts';
import type { SimilarCity } from '#shared/publication/adoption/similar-cities.ts';
import { useCaseSheet } from '#shared/publication/sheet/use-case-sheet.fr.ts';

/** [RP9] Who did it, the likest first. */
export function SimilarCities({ cities }: { cities: readonly SimilarCity[] }) {
  if (cities.length === 0) return null;
  return (
    <section className="plate" aria-labelledby="qui-l-a-fait">
      <header>
        <h2 id="qui-l-a-fait">{words.didIt}</h2>
      </header>
      <ul className="ruled">
        {cities.map(({ name, isOfSheet, size, isSameSize }) => (
          <li key={name}>
            {name}
            <span className="muted block small">
              {[isOfSheet ? words.ofSheet : words.repeated, size && useCaseSheet.sizes[size]]
                .filter(Boolean)
                .join(' · ')}
            </span>
            {isSameSize && <span className="badge info">{words.sameSize}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
