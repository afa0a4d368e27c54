import { publicHome } from '#shared/publication/public-site/public-home.fr.ts';
import type { PublicHome } from '#shared/publication/public-site/public-home.ts';
import { sheetPaths } from '#shared/publication/sheet/sheet-paths.ts';
import { Plate } from '../../../ui/page/plate.tsx';
import { ThemeChip } from '../../../ui/theme-chip.tsx';
import { SheetPicture } from '../picture.tsx';

const words = publicHome.cases;

/** [PS10] The latest use cases, each with its picture. */
export function Cases({ sheets, count }: { sheets: PublicHome['sheets']; count: number }) {
  if (sheets.length === 0) return null;
  return (
    <Plate id="cas" title={words.title} beside={<a href={sheetPaths.publicSheets()}>{words.all(count)}</a>}>
      <ul className="public-sheets mt-4">
        {sheets.map(({ address, title, hook, facts, photo }) => (
          <li key={address} className="usecase">
            <ThemeChip theme={facts.theme} />
            <h3 className="break-words">
              <a href={sheetPaths.publicSheet(address)}>{title}</a>
            </h3>
            <p className="break-words">{hook}</p>
            <p className="small muted">{facts.cities.join(', ')}</p>
            <SheetPicture sheet={{ address, facts, photo }} isSmall />
          </li>
        ))}
      </ul>
    </Plate>
  );
}
