import { mission as words } from '#shared/programme/mission/mission.fr.ts';
import { MISSION_STATES } from '#shared/programme/mission/mission.ts';
import type { MissionFilter } from '#shared/programme/mission/mission-list.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { FilterForm } from '../../ui/late/filter-form.tsx';

/** Narrows the list of missions; the address carries it. */
export function MissionFilterForm({
  filter,
  firms,
}: {
  filter: MissionFilter;
  firms: readonly { readonly id: string; readonly name: string }[];
}) {
  const { filter: said } = words;
  return (
    <FilterForm
      address={programmePaths.missions()}
      isFiltered={Object.values(filter).some((value) => value !== '')}
      words={said}
      search={{ label: said.query, name: 'texte', value: filter.query }}
      selects={[
        { label: said.firm, name: 'cabinet', value: filter.firm, any: said.all, choices: firms },
        {
          label: said.state,
          name: 'etat',
          value: filter.state,
          any: said.all,
          choices: MISSION_STATES.map((state) => ({ id: state, name: words.states[state] })),
        },
      ]}
    />
  );
}
