import { useId } from 'react';
import { board as words } from '#shared/messages/fr/board.ts';
import { boardPage } from '#shared/messages/fr/board-page.ts';
import { useBoardWorld } from './board-world.ts';
import { type CardFilter, isFiltering, noFilter } from './card-filter.ts';

interface FilterBarProps {
  readonly filter: CardFilter;
  readonly shown: number;
  readonly total: number;
  readonly onChange: (filter: CardFilter) => void;
}

/** Shows the cards of one person, one label or one city. */
export function FilterBar({ filter, shown, total, onChange }: FilterBarProps) {
  const id = useId();
  const { people, labels, organisations } = useBoardWorld();
  const parts = [
    ['personId', words.assignees, boardPage.anyone, [...people.values()]],
    ['labelId', words.labels, boardPage.anyLabel, [...labels.values()]],
    ['organisationId', boardPage.city, boardPage.anyCity, [...organisations.values()]],
  ] as const;
  return (
    <search className="filter-bar" aria-label={boardPage.filterBy}>
      {parts.map(([key, label, any, options]) => (
        <span key={key}>
          <label className="vh" htmlFor={id + key}>
            {label}
          </label>
          <select
            className="input sm"
            id={id + key}
            value={filter[key] ?? ''}
            onChange={(event) => onChange({ ...filter, [key]: event.target.value || null })}
          >
            <option value="">{any}</option>
            {options.map((option) => (
              <option key={option.id} value={option.id}>
                {option.name}
              </option>
            ))}
          </select>
        </span>
      ))}
      {isFiltering(filter) && (
        <>
          <span className="muted small" role="status">
            {boardPage.filtered(shown, total)}
          </span>
          <button className="btn quiet sm" type="button" onClick={() => onChange(noFilter)}>
            {boardPage.clearFilter}
          </button>
        </>
      )}
    </search>
  );
}
