import { facilitator } from '#shared/programme/facilitator/facilitator.fr.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { FilterForm } from '../../ui/late/filter-form.tsx';

interface FacilitatorFilterFormProps {
  readonly filter: { readonly query: string; readonly region: string; readonly view: string };
  readonly regions: readonly { readonly code: string; readonly name: string }[];
}

/** Narrows the list of facilitators, or shows it by territory; the address carries it. */
export function FacilitatorFilterForm({ filter, regions }: FacilitatorFilterFormProps) {
  const { filter: said } = facilitator;
  return (
    <FilterForm
      address={programmePaths.facilitators()}
      isFiltered={Object.values(filter).some((value) => value !== '')}
      words={said}
      search={{ label: said.query, name: 'texte', value: filter.query }}
      selects={[
        {
          label: said.region,
          name: 'region',
          value: filter.region,
          any: said.all,
          choices: regions.map(({ code, name }) => ({ id: code, name })),
        },
        {
          label: said.view,
          name: 'vue',
          value: filter.view,
          any: said.list,
          choices: [{ id: 'territoires', name: said.byArea }],
        },
      ]}
    />
  );
}
