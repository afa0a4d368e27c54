import { openData as words } from '#shared/publication/open-data/open-data.fr.ts';
import { openDataPaths } from '#shared/publication/open-data/open-data-paths.ts';
import type { OpenColumn, OpenTableKey } from '#shared/publication/open-data/open-table.ts';
import { DataTable } from '../../ui/records/data-table.tsx';

const FORMATS = [
  { format: 'csv', name: 'CSV' },
  { format: 'ods', name: 'ODS' },
  { format: 'json', name: 'JSON' },
] as const;

/** [OD1] A table that anybody may take: what it holds, its files and what each column means. */
export function TablePlate({
  tableKey,
  title,
  description,
  columns,
  rows,
  updated,
}: {
  tableKey: OpenTableKey;
  title: string;
  description: string;
  columns: readonly OpenColumn[];
  rows: number;
  /** When it last changed, in words. */
  updated: string;
}) {
  return (
    <section className="plate mb-6" aria-labelledby={tableKey}>
      <h3 id={tableKey}>{title}</h3>
      <p className="mt-2">{description}</p>
      <p className="muted small mt-1">
        {words.rows(rows)} · {updated}
      </p>
      <ul className="row mt-4">
        {FORMATS.map(({ format, name }) => (
          <li key={format}>
            <a
              className="btn"
              href={openDataPaths.table(tableKey, format)}
              download={`${tableKey}.${format}`}
              aria-label={words.download(name, title)}
            >
              {name}
            </a>
          </li>
        ))}
        <li>
          <a href={openDataPaths.tableSchema(tableKey)} aria-label={words.schemaOf(title)}>
            {words.schema}
          </a>
        </li>
      </ul>
      <details className="mt-4">
        <summary>{words.columnsOf(columns.length)}</summary>
        <DataTable caption={title} box="mt-3">
          <thead>
            <tr>
              <th scope="col">{words.columnName}</th>
              <th scope="col">{words.columnMeaning}</th>
            </tr>
          </thead>
          <tbody>
            {columns.map((column) => (
              <tr key={column.name}>
                <th scope="row">
                  <code>{column.name}</code>
                </th>
                <td>{column.title}</td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      </details>
    </section>
  );
}
