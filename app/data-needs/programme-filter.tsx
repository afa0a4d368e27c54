import { Search } from 'lucide-react';
import { Form, Link } from 'react-router';
import { IMPORTANCES } from '#shared/data-need/data-need.ts';
import { ACCESS_STATUSES, PRODUCER_KINDS } from '#shared/dataset/dataset.ts';
import { dataNeed } from '#shared/messages/fr/data-need.ts';
import { dataset } from '#shared/messages/fr/dataset.ts';
import { programmeNeeds as words } from '#shared/messages/fr/programme-needs.ts';
import type { NeedsAddress } from '#shared/need-paths.ts';
import { programmePaths } from '#shared/programme-paths.ts';
import { SelectField, TextField } from '../ui/field.tsx';

type Option = readonly [string, string];

/** A plain GET form: the address carries the filter, so that it can be kept and sent. */
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
  const { filters } = words;
  const choices: readonly (readonly [string, string, string | undefined, readonly Option[]])[] = [
    [filters.theme, 'theme', asked.theme, themes],
    [filters.region, 'region', asked.region, regions],
    [filters.city, 'ville', asked.organisationId, cities],
    [
      filters.importance,
      'importance',
      asked.importance,
      IMPORTANCES.map((key) => [key, dataNeed.importances[key]]),
    ],
    [
      filters.status,
      'statut',
      asked.accessStatus,
      ACCESS_STATUSES.map((key) => [key, dataset.accessShort[key]]),
    ],
    [
      filters.producer,
      'producteur',
      asked.producerKind,
      PRODUCER_KINDS.map((key) => [key, dataset.producerKinds[key]]),
    ],
  ];
  const { page: _page, ...given } = asked;
  const isFiltered = Object.values(given).some(Boolean);
  return (
    <Form
      key={JSON.stringify(asked)}
      className="mb-8"
      role="search"
      aria-label={filters.label}
      action={programmePaths.programmeNeeds()}
    >
      <div className="flex flex-wrap items-end gap-4 [&>.field+.field]:mt-0">
        {choices.map(
          ([label, name, value, options]) =>
            options.length > 0 && (
              <div key={name} className="min-w-0 flex-[1_1_10rem]">
                <SelectField label={label} name={name} defaultValue={value ?? ''}>
                  <option value="">{filters.all}</option>
                  {options.map(([key, said]) => (
                    <option key={key} value={key}>
                      {said}
                    </option>
                  ))}
                </SelectField>
              </div>
            ),
        )}
        <div className="min-w-0 flex-[1_1_10rem]">
          <TextField label={filters.day} name="jour" type="date" defaultValue={asked.day ?? ''} />
        </div>
        <div className="row">
          <button className="btn" type="submit">
            <Search className="icon" aria-hidden="true" />
            {filters.submit}
          </button>
          {isFiltered && (
            <Link className="btn quiet" to={programmePaths.programmeNeeds()}>
              {filters.reset}
            </Link>
          )}
        </div>
      </div>
    </Form>
  );
}
