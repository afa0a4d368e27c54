import { useEffect, useId, useState } from 'react';
import { boardFields } from '#shared/boards/board-fields.fr.ts';
import { boardPage } from '#shared/boards/board-page.fr.ts';
import { boardStructure as words } from '#shared/boards/board-structure.fr.ts';
import {
  type CardFilter,
  DUE_CHOICES,
  MYSELF,
  NOBODY,
  WAITING_CHOICES,
} from '#shared/boards/card/card-filter.ts';
import { withFilter, withLanes } from '#shared/boards/view/board-address.ts';
import type { LaneBy } from '#shared/boards/view/lanes.ts';
import { type Choice, ChoiceButton } from '../../ui/late/menu.tsx';
import { type BoardWorld, useBoardWorld } from '../parts/board-world.ts';
import { LabelTag } from '../parts/label-tag.tsx';
import { isGrouping, lanesName, noneName } from '../parts/lane-names.ts';
import { useBoardAddress } from '../parts/use-board-address.ts';

interface FilterBarProps {
  readonly filter: CardFilter;
  readonly by: LaneBy | null;
  /** Whether this layout of the cards can be cut into lanes. */
  readonly hasLanes: boolean;
}

/** What narrows a board down and cuts it into lanes; all of it goes into the address. */
export function FilterBar({ filter, by, hasLanes }: FilterBarProps) {
  const world = useBoardWorld();
  const { params, change } = useBoardAddress();
  const set = (next: Partial<CardFilter>) => change(withFilter(params, { ...filter, ...next }));
  return (
    <search className="filter-bar" aria-label={boardPage.filterBy}>
      <SearchField text={filter.text} onChange={(text) => set({ text })} />
      <Part
        name={words.people}
        choices={[{ id: MYSELF, label: words.myself }, ...peopleOf(world), noneOf('people', world)]}
        chosen={filter.people}
        onChange={(people) => set({ people })}
      />
      <Part
        name={words.organisations}
        choices={[...citiesOf(world), noneOf('organisations', world)]}
        chosen={filter.organisations}
        onChange={(organisations) => set({ organisations })}
      />
      <Part
        name={words.labels}
        choices={[
          ...[...world.labels.values()].map((label) => ({
            id: label.id,
            label: label.name,
            look: <LabelTag label={label} />,
          })),
          noneOf('labels', world),
        ]}
        chosen={filter.labels}
        onChange={(labels) => set({ labels })}
      />
      <Part
        name={words.due}
        choices={DUE_CHOICES.map((id) => ({ id, label: words.dueChoices[id] }))}
        chosen={filter.due}
        onChange={(ids) => set({ due: DUE_CHOICES.filter((choice) => ids.includes(choice)) })}
      />
      <Part
        name={words.waiting}
        choices={WAITING_CHOICES.map((id) => ({ id, label: words.waitingChoices[id] }))}
        chosen={filter.waiting}
        onChange={(ids) => set({ waiting: WAITING_CHOICES.filter((choice) => ids.includes(choice)) })}
      />
      {world.fields.filter(isGrouping).map((field) => {
        const values = {
          choice: field.options.map(({ id, name }) => ({ id, label: name || boardFields.unnamed })),
          person: peopleOf(world),
          city: citiesOf(world),
        };
        return (
          <Part
            key={field.id}
            name={field.name || boardFields.unnamed}
            choices={[...values[field.kind as keyof typeof values], noneOf(`field:${field.id}`, world)]}
            chosen={filter.fields.get(field.id) ?? []}
            onChange={(ids) => {
              const fields = new Map(filter.fields);
              if (ids.length > 0) fields.set(field.id, ids);
              else fields.delete(field.id);
              set({ fields });
            }}
          />
        );
      })}
      {hasLanes && <LanesField by={by} onChange={(next) => change(withLanes(params, next))} />}
    </search>
  );
}

const peopleOf = ({ people }: BoardWorld): Choice[] =>
  [...people.values()].map(({ id, name }) => ({ id, label: name }));
const citiesOf = ({ organisations }: BoardWorld): Choice[] =>
  [...organisations.values()].map(({ id, name }) => ({ id, label: name }));
const noneOf = (by: LaneBy, { fields }: BoardWorld): Choice => ({ id: NOBODY, label: noneName(by, fields) });

interface PartProps {
  readonly name: string;
  readonly choices: readonly Choice[];
  readonly chosen: readonly string[];
  readonly onChange: (ids: string[]) => void;
}

function Part({ name, choices, chosen, onChange }: PartProps) {
  return (
    <ChoiceButton
      className={chosen.length > 0 ? 'btn sm is-chosen' : 'btn sm'}
      label={chosen.length > 0 ? words.chosen(name, chosen.length) : name}
      choices={choices}
      chosen={chosen}
      empty={words.noChoice}
      onChange={onChange}
    >
      {chosen.length > 0 ? words.chosen(name, chosen.length) : name}
    </ChoiceButton>
  );
}

/** What is typed stays in the field while the address follows; a filter that is cleared elsewhere empties it. */
function SearchField({ text, onChange }: { text: string; onChange: (text: string) => void }) {
  const [typed, setTyped] = useState(text);
  useEffect(() => setTyped(text), [text]);
  return (
    <input
      className="input sm"
      type="search"
      aria-label={words.search}
      placeholder={words.search}
      value={typed}
      onChange={({ target }) => {
        setTyped(target.value);
        onChange(target.value);
      }}
    />
  );
}

const SETS = ['people', 'organisations', 'labels'] as const;

function LanesField({ by, onChange }: { by: LaneBy | null; onChange: (by: LaneBy | null) => void }) {
  const id = useId();
  const { fields } = useBoardWorld();
  const choices: readonly LaneBy[] = [
    ...SETS,
    ...fields.filter(isGrouping).map((field) => `field:${field.id}` as const),
  ];
  return (
    <span className="row nowrap">
      <label className="small" htmlFor={id}>
        {words.lanes}
      </label>
      <select
        className="input sm"
        id={id}
        value={by ?? ''}
        onChange={({ target }) => onChange(choices.find((choice) => choice === target.value) ?? null)}
      >
        <option value="">{words.noLanes}</option>
        {choices.map((choice) => (
          <option key={choice} value={choice}>
            {lanesName(choice, fields)}
          </option>
        ))}
      </select>
    </span>
  );
}
