import { publicSite as words } from '#shared/publication/public-site/public-site.fr.ts';
import type { SheetFacts } from '#shared/publication/sheet/sheet-facts.ts';
import { sheetPaths } from '#shared/publication/sheet/sheet-paths.ts';
import type { SheetPhoto } from '#shared/publication/sheet/sheet-photo.ts';
import { useCaseSheet } from '#shared/publication/sheet/use-case-sheet.fr.ts';
import { ThemeChip } from '../../ui/theme-chip.tsx';
import { SheetPicture } from './picture.tsx';

interface SheetListProps {
  readonly sheets: readonly {
    readonly address: string;
    readonly title: string;
    readonly hook: string;
    readonly facts: SheetFacts;
    readonly photo: SheetPhoto | null;
  }[];
}

/** Published sheets, as a visitor runs through them. */
export function SheetList({ sheets }: SheetListProps) {
  return (
    <ul className="public-sheets">
      {sheets.map(({ address, title, hook, facts, photo }) => {
        const essential = facts.needs.filter(({ importance }) => importance === 'essential').length;
        return (
          <li key={address} className="usecase">
            <p className="row small">
              <ThemeChip theme={facts.theme} />
              <span className="muted">
                {[
                  facts.serviceKind && useCaseSheet.serviceKinds[facts.serviceKind],
                  essential > 0 && words.essentialOnly(essential),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </p>
            <h2 className="break-words">
              <a href={sheetPaths.publicSheet(address)}>{title}</a>
            </h2>
            <p className="break-words">{hook}</p>
            <p className="small muted">
              {words.by(facts.cities.join(', '))}
              {facts.size && ` · ${useCaseSheet.sizes[facts.size]}`}
            </p>
            <SheetPicture sheet={{ address, facts, photo }} isSmall />
          </li>
        );
      })}
    </ul>
  );
}
