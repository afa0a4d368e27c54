import { dataset } from '#shared/library/dataset/dataset.fr.ts';
import { ACCESS_STATUSES, PRODUCER_KINDS } from '#shared/library/dataset/dataset.ts';
import { dataNeed } from '#shared/library/need/data-need.fr.ts';
import { IMPORTANCES } from '#shared/library/need/data-need.ts';
import type { NeedsAddress } from '#shared/library/need/need-paths.ts';
import { programmeNeeds } from '#shared/library/need/programme-needs.fr.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { TextField } from '../../ui/field.tsx';
import { FilterForm } from '../../ui/late/filter-form.tsx';

type Option = readonly [string, string];

/** Narrows the needs of the programme, and shows them as of a day; the address carries it. */
export function NeedsFilterForm({
  asked,
  themes,
  regions,
  cities,
}: {
  asked: NeedsAddress;
  themes: readonly Option[];
  regions: readonly Option[];
  cities: readonly Option[];
}) {
  const { filters } = programmeNeeds;
  const { page: _page, ...given } = asked;
  const select = (label: string, name: string, value: string | undefined, options: readonly Option[]) => ({
    label,
    name,
    value: value ?? '',
    any: filters.all,
    choices: options.map(([id, said]) => ({ id, name: said })),
  });
  return (
    <FilterForm
      address={programmePaths.programmeNeeds()}
      isFiltered={Object.values(given).some(Boolean)}
      words={filters}
      selects={[
        select(filters.theme, 'theme', asked.theme, themes),
        select(filters.region, 'region', asked.region, regions),
        select(filters.city, 'ville', asked.organisationId, cities),
        select(
          filters.importance,
          'importance',
          asked.importance,
          IMPORTANCES.map((key) => [key, dataNeed.importances[key]]),
        ),
        select(
          filters.status,
          'statut',
          asked.accessStatus,
          ACCESS_STATUSES.map((key) => [key, dataset.accessShort[key]]),
        ),
        select(
          filters.producer,
          'producteur',
          asked.producerKind,
          PRODUCER_KINDS.map((key) => [key, dataset.producerKinds[key]]),
        ),
      ]}
      day={
        <TextField
          key={asked.day}
          label={filters.day}
          name="jour"
          type="date"
          defaultValue={asked.day ?? ''}
        />
      }
    />
  );
}
