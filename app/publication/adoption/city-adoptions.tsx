import { adoption as words } from '#shared/publication/adoption/adoption.fr.ts';
import type { ListedAdoption } from '#shared/publication/adoption/adoption-list.ts';
import { sheetPaths } from '#shared/publication/sheet/sheet-paths.ts';
import { Plate } from '../../ui/page/plate.tsx';
import { InterestBadge } from './interest-badge.tsx';

/** [RP10] The use cases that a city repeats, or wants to. */
export function CityAdoptions({ adoptions }: { adoptions: readonly ListedAdoption[] }) {
  const told = adoptions.flatMap(({ interest, ...one }) => (interest ? [{ ...one, interest }] : []));
  if (told.length === 0) return null;
  return (
    <Plate id="reprises" title={words.ofCity}>
      <ul className="ruled">
        {told.map(({ id, sheet, interest }) => (
          <li key={id}>
            {sheet.isPublic ? (
              <a className="break-words" href={sheetPaths.publicSheet(sheet.address)}>
                {sheet.title}
              </a>
            ) : (
              <span className="break-words">{sheet.title}</span>
            )}{' '}
            <InterestBadge interest={interest} />
          </li>
        ))}
      </ul>
    </Plate>
  );
}
