import type { ReactNode } from 'react';
import { DataTable } from './data-table.tsx';

/**
 * Records, a row each; where it is narrow, a card each, whose cells say their column by `data-l`. `caption` names it for whoever
 * listens; `first` is the width of the first column, as a class.
 */
export function RecordTable({
  caption,
  columns,
  first,
  children,
}: {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly first?: string;
  readonly children: ReactNode;
}) {
  return (
    <DataTable caption={caption} className="records">
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col" className={column === columns[0] ? first : undefined}>
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </DataTable>
  );
}
