import { ArrowRight, FilePlus, Search } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { search } from '#shared/search/search.fr.ts';
import { ListOption } from '../ui/late/list-option.tsx';
import { KindIcon } from './kind-icon.tsx';
import { Marked } from './marked.tsx';
import type { PaletteOption, PaletteSection } from './palette-options.ts';

const ICONS = { page: ArrowRight, new: FilePlus, all: Search };

/** The options under the field; the focus stays in the field, which says which one is chosen. */
export function PaletteList({
  id,
  sections,
  chosen,
  onChoose,
}: {
  id: string;
  sections: readonly PaletteSection[];
  chosen: number;
  onChoose: (option: PaletteOption) => void;
}) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector(`[id="${id}-${chosen}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [id, chosen]);
  let place = 0;
  return (
    <div className="palette-list" ref={list} role="listbox" id={id} aria-label={search.palette.options}>
      {sections.map(({ key, title, options }) => (
        <fieldset key={key} aria-labelledby={`${id}-${key}`}>
          <p className="palette-title" id={`${id}-${key}`}>
            {title}
          </p>
          {options.map((option) => {
            const index = place++;
            return (
              <ListOption
                key={option.key}
                id={`${id}-${index}`}
                isMeant={index === chosen}
                onChoose={() => onChoose(option)}
              >
                <OptionIcon icon={option.icon} />
                <span className="palette-label">
                  <Marked {...option.label} />
                </span>
                {option.detail && <span className="muted xs palette-detail">{option.detail}</span>}
              </ListOption>
            );
          })}
        </fieldset>
      ))}
    </div>
  );
}

function OptionIcon({ icon }: Pick<PaletteOption, 'icon'>) {
  if (icon !== 'page' && icon !== 'new' && icon !== 'all') return <KindIcon kind={icon} />;
  const Icon = ICONS[icon];
  return <Icon className="icon" aria-hidden="true" />;
}
