import { Search } from 'lucide-react';
import { Form, Link } from 'react-router';
import { dates } from '#shared/kernel/dates.fr.ts';
import { dataset as words } from '#shared/library/dataset/dataset.fr.ts';
import { ACCESS_STATUSES, PRODUCER_KINDS } from '#shared/library/dataset/dataset.ts';
import type { DatasetFilter } from '#shared/library/dataset/dataset-list.ts';
import type { DatasetForMember } from '#shared/library/dataset/dataset-record.ts';
import { paths } from '#shared/paths.ts';
import { SelectField, TextField } from '../../ui/field.tsx';
import { RecordTable } from '../../ui/records/record-table.tsx';
import { AccessBadge } from './access-badge.tsx';

interface FilterFormProps {
  readonly filter: DatasetFilter;
  readonly groups: readonly { readonly id: string; readonly name: string }[];
}

/** A plain GET form: the address carries the filter, so that it can be kept and sent. */
export function DatasetFilterForm({ filter, groups }: FilterFormProps) {
  const isFiltered = Object.values(filter).some((value) => value !== '');
  const choices = [
    {
      label: words.filter.access,
      name: 'acces',
      value: filter.access,
      options: ACCESS_STATUSES.map((key) => [key, words.accessShort[key]] as const),
    },
    {
      label: words.filter.producer,
      name: 'producteur',
      value: filter.producer,
      options: PRODUCER_KINDS.map((key) => [key, words.producerKinds[key]] as const),
    },
    {
      label: words.filter.group,
      name: 'groupe',
      value: filter.group,
      options: groups.map(({ id, name }) => [id, name] as const),
    },
  ];
  return (
    <Form
      key={JSON.stringify(filter)}
      className="mb-6"
      role="search"
      aria-label={words.filter.label}
      action={paths.datasets()}
    >
      <div className="flex flex-wrap items-end gap-4 [&>.field+.field]:mt-0">
        <div className="min-w-0 flex-[2_1_14rem]">
          <TextField
            label={words.filter.query}
            name="texte"
            type="search"
            defaultValue={filter.query}
            maxLength={100}
          />
        </div>
        {choices.map(({ label, name, value, options }) => (
          <div key={name} className="min-w-0 flex-[1_1_10rem]">
            <SelectField label={label} name={name} defaultValue={value}>
              <option value="">{words.filter.all}</option>
              {options.map(([key, said]) => (
                <option key={key} value={key}>
                  {said}
                </option>
              ))}
            </SelectField>
          </div>
        ))}
        <div className="row">
          <button className="btn" type="submit">
            <Search className="icon" aria-hidden="true" />
            {words.filter.submit}
          </button>
          {isFiltered && (
            <Link className="btn quiet" to={paths.datasets()}>
              {words.filter.reset}
            </Link>
          )}
        </div>
      </div>
    </Form>
  );
}

/** The register: what there is, who makes it, and whether one can have it. */
export function DatasetTable({ datasets, now }: { datasets: readonly DatasetForMember[]; now: Date }) {
  return (
    <RecordTable
      caption={words.caption}
      columns={[
        words.columns.title,
        words.columns.producer,
        words.columns.access,
        words.columns.licence,
        words.columns.freshness,
      ]}
      first="w-[38%]"
    >
      {datasets.map((dataset) => (
        <tr key={dataset.id}>
          <th scope="row">
            <Link to={paths.dataset(dataset)}>{dataset.title}</Link>
            <small>{[dataset.group.name, dataset.territory].filter(Boolean).join(' · ')}</small>
          </th>
          <td data-l={words.columns.producer}>
            {dataset.producerName}
            <small>{words.producerKinds[dataset.producerKind]}</small>
          </td>
          <td data-l={words.columns.access}>
            <AccessBadge status={dataset.accessStatus} />
          </td>
          <td data-l={words.columns.licence}>{words.licences[dataset.licence]}</td>
          <td data-l={words.columns.freshness}>
            {words.frequencies[dataset.frequency]}
            <small>
              {`${words.updated} `}
              <time dateTime={dataset.updatedAt.toISOString()}>{dates.relative(dataset.updatedAt, now)}</time>
            </small>
          </td>
        </tr>
      ))}
    </RecordTable>
  );
}
