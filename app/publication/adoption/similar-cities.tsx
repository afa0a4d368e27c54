import { Link } from 'react-router';
import { adoption as words } from '#shared/publication/adoption/adoption.fr.ts';
import { letter } from '#shared/publication/adoption/letter.fr.ts';
import type { SimilarCity } from '#shared/publication/adoption/similar-cities.ts';
import { useCaseSheet } from '#shared/publication/sheet/use-case-sheet.fr.ts';
import { Plate } from '../../ui/page/plate.tsx';

/** [RP9] Who did it, the likest first. */
export function SimilarCities({
  cities,
  writeAt,
}: {
  cities: readonly SimilarCity[];
  /** Where they are written to; null once the sheet is gone. */
  writeAt: string | null;
}) {
  if (cities.length === 0) return null;
  return (
    <Plate id="qui-l-a-fait" title={words.didIt}>
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
      {writeAt && (
        <p className="mt-3">
          <Link className="btn sm" to={writeAt}>
            {letter.write}
          </Link>
        </p>
      )}
    </Plate>
  );
}
