import type { DatasetFields } from './dataset.ts';

/** What the register shows; empty: everything. */
export interface DatasetFilter {
  readonly query: string;
  readonly access: string;
  readonly producer: string;
  readonly group: string;
}

type Listed = Pick<
  DatasetFields,
  'title' | 'description' | 'producerName' | 'producerKind' | 'accessStatus' | 'territory' | 'schemaName'
> & {
  readonly group: { readonly id: string };
};

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** The records that a filter leaves: every word somewhere in what is said of the data, accents aside. */
export function filterDatasets<T extends Listed>(
  all: readonly T[],
  { query, access, producer, group }: DatasetFilter,
): T[] {
  const wanted = plain(query).split(/\s+/).filter(Boolean);
  return all.filter((dataset) => {
    if (access && dataset.accessStatus !== access) return false;
    if (producer && dataset.producerKind !== producer) return false;
    if (group && dataset.group.id !== group) return false;
    const { title, description, producerName, territory, schemaName } = dataset;
    const said = plain([title, description, producerName, territory, schemaName].join(' '));
    return wanted.every((word) => said.includes(word));
  });
}
