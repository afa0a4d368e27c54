import { THEME_KEYS } from '#shared/people/group/theme.ts';
import { experiment as words } from '#shared/programme/experiment/experiment.fr.ts';
import { EXPERIMENT_STATES } from '#shared/programme/experiment/experiment.ts';
import { experimentPage } from '#shared/programme/experiment/experiment-page.fr.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { FilterForm } from '../../ui/late/filter-form.tsx';
import type { ListFilter } from './list-filter.ts';

interface ExperimentFilterFormProps {
  readonly filter: ListFilter;
  readonly isFiltered: boolean;
  readonly organisations: readonly { readonly id: string; readonly name: string }[];
  readonly regions: readonly { readonly code: string; readonly name: string }[];
}

/** Narrows the list of experiments; the address carries it. */
export function ExperimentFilterForm({
  filter,
  isFiltered,
  organisations,
  regions,
}: ExperimentFilterFormProps) {
  const said = experimentPage.filter;
  const { themes } = experimentPage;
  return (
    <FilterForm
      address={programmePaths.experiments()}
      isFiltered={isFiltered}
      words={said}
      search={{ label: said.query, name: 'texte', value: filter.query ?? '' }}
      selects={[
        {
          label: said.theme,
          name: 'theme',
          value: filter.theme ?? '',
          any: said.all,
          choices: THEME_KEYS.map((key) => ({ id: key, name: themes[key] })),
        },
        {
          label: said.state,
          name: 'etat',
          value: filter.state ?? '',
          any: said.all,
          choices: EXPERIMENT_STATES.map((state) => ({ id: state, name: words.states[state] })),
        },
        {
          label: said.organisation,
          name: 'organisme',
          value: filter.organisationId ?? '',
          any: said.allFeminine,
          choices: organisations,
        },
        {
          label: said.region,
          name: 'region',
          value: filter.regionCode ?? '',
          any: said.allFeminine,
          choices: regions.map(({ code, name }) => ({ id: code, name })),
        },
      ]}
    />
  );
}
