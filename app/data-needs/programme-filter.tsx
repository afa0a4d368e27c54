import { IMPORTANCES } from '#shared/data-need/data-need.ts';
import { ACCESS_STATUSES, PRODUCER_KINDS } from '#shared/dataset/dataset.ts';
import { dataNeed } from '#shared/messages/fr/data-need.ts';
import { dataset } from '#shared/messages/fr/dataset.ts';
import { programmeNeeds } from '#shared/messages/fr/programme-needs.ts';
import type { NeedsAddress } from '#shared/need-paths.ts';
import { programmePaths } from '#shared/programme-paths.ts';
import { TextField } from '../ui/field.tsx';
import { FilterForm } from '../ui/filter-form.tsx';

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
