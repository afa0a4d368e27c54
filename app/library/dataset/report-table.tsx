import { datasetCheck as words } from '#shared/library/dataset/dataset-check.fr.ts';
import { REPORT_LIMITS, type TableReport } from '#shared/library/dataset/table-report.ts';
import type { TableSchema } from '#shared/library/dataset/table-schema.ts';
import { Plate } from '../../ui/page/plate.tsx';
import { DataTable } from '../../ui/records/data-table.tsx';

interface ColumnsProps {
  readonly report: TableReport;
  readonly schema: TableSchema | null;
  readonly size: string;
}

/** How the file is written, and what its columns look like. */
export function ReportColumns({ report: { shape, rows, columns }, schema, size }: ColumnsProps) {
  const said = words.shapeFacts;
  const expected = new Map(schema?.fields.map(({ name, type }) => [name, type]));
  const facts: [string, string][] = [
    [said.format, shape.format.toUpperCase()],
    [said.encoding, words.encoding(shape)],
    [said.separator, shape.separator === null ? '' : words.separator(shape.separator)],
    [said.quotes, shape.format === 'csv' ? words.quoted(shape.isQuoted) : ''],
    [said.sheet, shape.sheet === null ? '' : words.sheetOf(shape.sheet, shape.sheets)],
    [said.size, size],
    [said.rows, new Intl.NumberFormat('fr').format(rows)],
    [said.columns, String(columns.length)],
  ];
  return (
    <Plate id="shape" title={words.shape}>
      <dl className="facts grid-cols-[8rem_minmax(0,1fr)] text-base mb-6">
        {facts
          .filter(([, value]) => value !== '')
          .flatMap(([name, value]) => [<dt key={name}>{name}</dt>, <dd key={`${name} value`}>{value}</dd>])}
      </dl>
      <DataTable caption={words.columnsCaption} className="records">
        <thead>
          <tr>
            <th scope="col">{words.columnHeads.name}</th>
            <th scope="col">{words.columnHeads.type}</th>
            {schema && <th scope="col">{words.columnHeads.expected}</th>}
            <th scope="col" className="num">
              {words.columnHeads.filled}
            </th>
          </tr>
        </thead>
        <tbody>
          {placed(columns).map(({ place, value: { name, type, filled } }) => (
            <tr key={place}>
              <th scope="row" className="break-all">
                {name}
              </th>
              <td data-l={words.columnHeads.type}>{words.types[type]}</td>
              {schema && (
                <td data-l={words.columnHeads.expected}>{words.typeOf(expected.get(name) ?? '')}</td>
              )}
              <td data-l={words.columnHeads.filled} className="num">
                {new Intl.NumberFormat('fr').format(filled)}
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </Plate>
  );
}

/** Each thing with its place: two columns may have one name, and none moves. */
function placed<T>(things: readonly T[]): { readonly place: string; readonly value: T }[] {
  return things.map((value, at) => ({ place: String(at), value }));
}

/** The first lines as they stand in the file. */
export function ReportPreview({ report: { preview, columns } }: { report: TableReport }) {
  if (preview.length === 0) return null;
  return (
    <details className="plate">
      <summary className="mb-3">
        <strong>{words.preview}</strong>
      </summary>
      <DataTable caption={words.previewCaption} box="max-h-[30rem] overflow-auto">
        <thead>
          <tr>
            <th scope="col">{words.lines}</th>
            {placed(columns.slice(0, REPORT_LIMITS.previewColumns)).map(({ place, value: { name } }) => (
              <th key={place} scope="col" className="whitespace-nowrap">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {preview.map(({ line, cells }) => (
            <tr key={line}>
              <th scope="row">{line}</th>
              {placed(cells).map(({ place, value }) => (
                <td key={place} className="whitespace-nowrap">
                  {value}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </DataTable>
    </details>
  );
}
