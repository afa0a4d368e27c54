import { publicSite as words } from '#shared/messages/fr/public-site.ts';
import { useCaseSheet } from '#shared/messages/fr/use-case-sheet.ts';
import { sheetPaths } from '#shared/sheet-paths.ts';
import type { SheetFacts } from '#shared/use-case-sheet/sheet-facts.ts';
import { ThemeChip } from '../ui/theme-chip.tsx';

interface SheetListProps {
  readonly sheets: readonly {
    readonly address: string;
    readonly title: string;
    readonly hook: string;
    readonly facts: SheetFacts;
  }[];
}

/** Published sheets, as a visitor runs through them. */
export function SheetList({ sheets }: SheetListProps) {
  return (
    <ul className="public-sheets">
      {sheets.map(({ address, title, hook, facts }) => {
        const essential = facts.needs.filter(({ importance }) => importance === 'essential').length;
        return (
          <li key={address} className="plate">
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
          </li>
        );
      })}
    </ul>
  );
}
