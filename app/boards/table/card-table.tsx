import { ArrowDown, ArrowUp } from 'lucide-react';
import { Fragment } from 'react';
import { board as boardWords } from '#shared/boards/board.fr.ts';
import type { Board } from '#shared/boards/board.ts';
import { boardLayouts } from '#shared/boards/board-layouts.fr.ts';
import { CARD_PROPERTIES, isDay, propertyIn } from '#shared/boards/card/property/card-properties.ts';
import { urgencies } from '#shared/boards/task/urgency.fr.ts';
import { URGENCIES } from '#shared/boards/task/urgency.ts';
import {
  type Grouping,
  nextSort,
  type SortField,
  type TableSettings,
  withTable,
} from '#shared/boards/view/layout-address.ts';
import type { GroupRow, TableRow } from '#shared/boards/view/table-rows.ts';
import { useSay } from '../../ui/announcer.tsx';
import { useBoardWorld } from '../parts/board-world.ts';
import { useBoardAddress } from '../parts/use-board-address.ts';
import { useWindow } from '../use-window.ts';
import { CardCell } from './card-cell.tsx';
import { type CellAt, type Grid, HEAD } from './use-grid.ts';

const words = boardLayouts.table;
/** Height of a row: `.card-table tr` in the style says the same. */
const ROW_REM = 2.75;

interface CardTableProps {
  readonly name: string;
  readonly columns: Board['columns'];
  readonly rows: readonly TableRow[];
  readonly settings: TableSettings;
  readonly grid: Grid;
  readonly onChange: (next: URLSearchParams) => void;
}

/** The list itself: one stop for Tab, arrows inside. Only rows in sight are drawn. */
export function CardTable({ name, columns, rows, settings, grid, onChange }: CardTableProps) {
  const { edit } = useBoardWorld();
  const { fields, active, box, onKeyDown } = grid;
  const activeIndex = rows.findIndex(({ key }) => key === active.row);
  const { segments, rest } = useWindow(box, ROW_REM, rows.length, activeIndex < 0 ? undefined : activeIndex);
  return (
    <div className="card-table-box" ref={box} data-rows={rows.length}>
      <table
        className="card-table"
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table gone through cell by cell is a grid
        role="grid"
        aria-label={name}
        aria-describedby="table-help"
        aria-rowcount={rows.length + 1}
        aria-colcount={fields.length}
        aria-readonly={edit ? undefined : true}
        onKeyDown={onKeyDown}
      >
        <colgroup>
          {fields.map((field) => (
            <col key={field} className={`of-${field}`} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            {fields.map((field) => (
              <HeadCell key={field} field={field} settings={settings} grid={grid} onChange={onChange} />
            ))}
          </tr>
        </thead>
        <tbody>
          {segments.map(({ index, gap }) => {
            const row = rows[index];
            if (!row) return null;
            return (
              <Fragment key={row.key}>
                {gap > 0 && <Gap height={gap} />}
                <tr aria-rowindex={index + 2} className={row.kind === 'group' ? 'is-group' : undefined}>
                  {row.kind === 'group' ? (
                    <GroupCell
                      row={row}
                      grouping={settings.grouping ?? 'column'}
                      columns={columns}
                      grid={grid}
                    />
                  ) : (
                    fields.map((field) => (
                      <CardCell key={field} row={row} field={field} columns={columns} grid={grid} />
                    ))
                  )}
                </tr>
              </Fragment>
            );
          })}
          {rest > 0 && <Gap height={rest} />}
        </tbody>
      </table>
    </div>
  );
}

/** Room for rows that are not drawn. */
function Gap({ height }: { height: number }) {
  // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a row without a cell cannot take the focus
  return <tr className="gap" aria-hidden="true" style={{ height }} />;
}

function HeadCell({
  field,
  settings,
  grid,
  onChange,
}: Pick<CardTableProps, 'settings' | 'grid' | 'onChange'> & { field: SortField }) {
  const { params } = useBoardAddress();
  const say = useSay();
  const { sort } = settings;
  const isSorted = sort?.field === field;
  const at: CellAt = { row: HEAD, field };
  const isActive = grid.active.row === HEAD && grid.active.field === field;
  const Arrow = isSorted && sort.isDescending ? ArrowDown : ArrowUp;
  return (
    <th scope="col" aria-sort={isSorted ? (sort.isDescending ? 'descending' : 'ascending') : undefined}>
      <button
        type="button"
        tabIndex={isActive ? 0 : -1}
        data-active={isActive || undefined}
        title={words.sortBy(words.fields[field])}
        onFocus={() => grid.onFocus(at)}
        onClick={() => {
          const next = nextSort(sort, field);
          onChange(withTable(params, { ...settings, sort: next }));
          say(next ? words.sorted(words.fields[field], next.isDescending) : words.unsorted);
        }}
      >
        {words.fields[field]}
        {isSorted && <Arrow className="icon" aria-hidden="true" />}
      </button>
    </th>
  );
}

function GroupCell({
  row,
  grouping,
  columns,
  grid,
}: Pick<CardTableProps, 'columns' | 'grid'> & { row: GroupRow; grouping: Grouping }) {
  const isActive = grid.active.row === row.key;
  return (
    <th
      scope="rowgroup"
      colSpan={grid.fields.length}
      tabIndex={isActive ? 0 : -1}
      data-active={isActive || undefined}
      onFocus={() => grid.onFocus({ row: row.key, field: grid.active.field })}
    >
      <span className="row nowrap">
        <GroupName row={row} grouping={grouping} columns={columns} />
        <span className="count">
          <span aria-hidden="true">{row.count}</span>
          <span className="vh">{words.count(row.count)}</span>
        </span>
      </span>
    </th>
  );
}

function GroupName({
  row: { value },
  grouping,
  columns,
}: Pick<CardTableProps, 'columns'> & { row: GroupRow; grouping: Grouping }) {
  const world = useBoardWorld();
  const key = propertyIn(grouping);
  if (!key) return columns.find(({ id }) => id === value)?.name || boardWords.unnamedColumn;
  if (isDay(key)) {
    const urgency = URGENCIES.find((known) => known === value);
    return urgency ? urgencies[urgency] : words.done;
  }
  return (value !== null && world[CARD_PROPERTIES[key].of].get(value)?.name) || words.without[grouping];
}
