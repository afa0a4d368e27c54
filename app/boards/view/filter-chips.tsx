import { X } from 'lucide-react';
import { boardStructure as words } from '#shared/boards/board-structure.fr.ts';
import { type CardFilter, isFiltering, MYSELF, NOBODY, noFilter } from '#shared/boards/card/card-filter.ts';
import { withFilter, withLanes } from '#shared/boards/view/board-address.ts';
import type { LaneBy } from '#shared/boards/view/lanes.ts';
import { type BoardWorld, useBoardWorld } from '../parts/board-world.ts';
import { isGrouping, lanesName, noneName, valueName } from '../parts/lane-names.ts';
import { useBoardAddress } from '../parts/use-board-address.ts';

interface FilterChipsProps {
  readonly filter: CardFilter;
  readonly by: LaneBy | null;
  readonly shown: number;
  readonly total: number;
}

/** What narrows the board down now, each part to be taken away, and how much is left: there even when the bar is closed. */
export function FilterChips({ filter, by, shown, total }: FilterChipsProps) {
  const world = useBoardWorld();
  const { params, change } = useBoardAddress();
  const isNarrowed = isFiltering(filter);
  return (
    <div className={isNarrowed || by ? 'filter-chips' : 'filter-chips is-empty'}>
      {(isNarrowed || by) && (
        <ul className="row" aria-label={words.filters}>
          {chipsOf(filter, world).map(({ key, text, rest }) => (
            <Chip
              key={key}
              text={text}
              label={words.removeChip(text)}
              onRemove={() => change(withFilter(params, rest))}
            />
          ))}
          {by && (
            <Chip
              text={words.lanesChip(lanesName(by, world.fields))}
              label={words.removeLanes(words.lanesChip(lanesName(by, world.fields)))}
              onRemove={() => change(withLanes(params, null))}
            />
          )}
        </ul>
      )}
      {/* There before its text: a screen reader reads what comes into it. */}
      <span className="muted small" role="status">
        {isNarrowed && words.shown(shown, total)}
      </span>
      {isNarrowed && (
        <button className="btn quiet sm" type="button" onClick={() => change(withFilter(params, noFilter))}>
          {words.clear}
        </button>
      )}
    </div>
  );
}

function Chip({ text, label, onRemove }: { text: string; label: string; onRemove: () => void }) {
  return (
    <li>
      <button className="chip" type="button" aria-label={label} onClick={onRemove}>
        <span>{text}</span>
        <X className="icon" aria-hidden="true" />
      </button>
    </li>
  );
}

/** Each value of a filter in words, with the filter that is left without it. */
function chipsOf(filter: CardFilter, world: BoardWorld) {
  const chips: { key: string; text: string; rest: CardFilter }[] = [];
  if (filter.text.trim() !== '') {
    chips.push({ key: 'text', text: words.textChip(filter.text), rest: { ...filter, text: '' } });
  }
  for (const by of ['people', 'organisations', 'labels'] as const) {
    for (const id of filter[by]) {
      const rest = { ...filter, [by]: filter[by].filter((other) => other !== id) };
      chips.push({ key: `${by} ${id}`, text: nameOf(by, id, world), rest });
    }
  }
  for (const choice of filter.due) {
    const rest = { ...filter, due: filter.due.filter((other) => other !== choice) };
    chips.push({ key: `due ${choice}`, text: words.dueChoices[choice], rest });
  }
  for (const choice of filter.waiting) {
    const rest = { ...filter, waiting: filter.waiting.filter((other) => other !== choice) };
    chips.push({ key: `waiting ${choice}`, text: words.waitingChoices[choice], rest });
  }
  for (const field of world.fields.filter(isGrouping)) {
    const values = filter.fields.get(field.id) ?? [];
    for (const id of values) {
      const left = values.filter((other) => other !== id);
      const fields = new Map(filter.fields);
      if (left.length > 0) fields.set(field.id, left);
      else fields.delete(field.id);
      const by = `field:${field.id}` as const;
      const text =
        id === NOBODY
          ? noneName(by, world.fields)
          : words.chip(lanesName(by, world.fields), nameOf(by, id, world));
      chips.push({ key: `${by} ${id}`, text, rest: { ...filter, fields } });
    }
  }
  return chips;
}

function nameOf(by: LaneBy, id: string, world: BoardWorld): string {
  if (id === NOBODY) return noneName(by, world.fields);
  if (by === 'people' && id === MYSELF) return words.myself;
  return valueName(by, id, world);
}
