import { Link } from 'react-router';
import { dates } from '#shared/kernel/dates.fr.ts';
import { sheetPaths } from '#shared/publication/sheet/sheet-paths.ts';
import type { SheetState } from '#shared/publication/sheet/sheet-state.ts';
import { useCaseSheet as words } from '#shared/publication/sheet/use-case-sheet.fr.ts';
import { RecordTable } from '../../ui/records/record-table.tsx';
import { SheetBadge } from './sheet-badge.tsx';

interface SheetTableProps {
  readonly sheets: readonly {
    readonly id: string;
    readonly title: string;
    readonly state: SheetState;
    readonly isOld: boolean;
    readonly hook: string;
    readonly experiments: readonly { readonly id: string; readonly title: string }[];
    readonly publishedAt: Date | null;
  }[];
}

/** The sheets that one may see. */
export function SheetTable({ sheets }: SheetTableProps) {
  const { columns } = words;
  return (
    <RecordTable
      caption={words.caption}
      columns={[columns.title, columns.cities, columns.state, columns.changed]}
      first="w-[40%]"
    >
      {sheets.map(({ id, title, hook, state, isOld, experiments, publishedAt }) => (
        <tr key={id}>
          <th scope="row">
            <Link to={sheetPaths.sheet({ id, title })}>{title}</Link>
            {hook && <small>{hook}</small>}
          </th>
          <td data-l={columns.cities}>{experiments.map((experiment) => experiment.title).join(', ')}</td>
          <td data-l={columns.state}>
            <SheetBadge state={state} isOld={isOld} />
          </td>
          <td data-l={columns.changed}>{publishedAt ? dates.short(publishedAt) : '–'}</td>
        </tr>
      ))}
    </RecordTable>
  );
}
