import { DataTable } from './data-table.tsx';

interface FindingsProps {
  readonly title: string;
  readonly caption?: string;
  readonly columns: readonly [line: string, what: string];
  readonly rows: readonly { readonly line: number | string; readonly sentence: string }[];
  /** That there are others, which are not listed. */
  readonly more?: string | undefined;
}

/** What is wrong in a file that was sent, or worth a look, line by line; nothing where there is none. */
export function Findings({ title, caption = title, columns: [line, what], rows, more }: FindingsProps) {
  if (rows.length === 0) return null;
  return (
    <div>
      <h3 className="mb-2">{title}</h3>
      <DataTable caption={caption}>
        <thead>
          <tr>
            <th scope="col" className="num w-16">
              {line}
            </th>
            <th scope="col">{what}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.line} ${row.sentence}`}>
              <th scope="row" className="num">
                {row.line}
              </th>
              <td className="break-words">{row.sentence}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
      {more && <p className="muted mt-3">{more}</p>}
    </div>
  );
}
