import { useImperativeHandle, useMemo } from 'react';
import { boardLayouts as words } from '#shared/boards/board-layouts.fr.ts';
import { readTable } from '#shared/boards/view/layout-address.ts';
import { tableRows } from '#shared/boards/view/table-rows.ts';
import { useBoardWorld } from '../parts/board-world.ts';
import { useBoardAddress } from '../parts/use-board-address.ts';
import { AddToFirstColumn, LayoutEmpty } from '../view/layout-empty.tsx';
import type { LayoutProps } from '../view/layout-props.ts';
import { CardTable } from './card-table.tsx';
import { TableTools } from './table-tools.tsx';
import { useGrid } from './use-grid.ts';

/** The cards as a list: sorted, in groups, changed where they stand. */
export function TableLayout({ columns, isFiltered, ref }: LayoutProps) {
  const { board, edit, people, organisations, labels, today } = useBoardWorld();
  const { params, change } = useBoardAddress();
  const settings = useMemo(() => readTable(params), [params]);
  const rows = useMemo(
    () => tableRows(columns, settings, { people, organisations, labels, today }),
    [columns, settings, people, organisations, labels, today],
  );
  const grid = useGrid(rows, settings.fields);
  useImperativeHandle(ref, () => grid.reveal, [grid.reveal]);
  const count = columns.reduce((sum, { cards }) => sum + cards.length, 0);
  if (count === 0) return <LayoutEmpty columns={columns} isFiltered={isFiltered} />;
  return (
    <div className="layout">
      <TableTools settings={settings} count={count} onChange={change} />
      <CardTable
        name={words.table.name(board.title)}
        columns={columns}
        rows={rows}
        settings={settings}
        grid={grid}
        onChange={change}
      />
      <div className="layout-foot">
        <AddToFirstColumn columns={columns} />
        <p className="muted small" id="table-help">
          {edit ? words.table.help : words.table.helpReadOnly}
        </p>
      </div>
    </div>
  );
}
