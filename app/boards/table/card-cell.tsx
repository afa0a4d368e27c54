import { Pencil } from 'lucide-react';
import type { KeyboardEvent, ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import { board as boardWords } from '#shared/boards/board.fr.ts';
import type { Board } from '#shared/boards/board.ts';
import { boardLayouts } from '#shared/boards/board-layouts.fr.ts';
import { progressOf } from '#shared/boards/card/checklist-progress.ts';
import { CARD_PROPERTIES, isDay, propertyIn } from '#shared/boards/card/property/card-properties.ts';
import type { SortField } from '#shared/boards/view/layout-address.ts';
import type { CardRow } from '#shared/boards/view/table-rows.ts';
import { useOpenCardId } from '../card/open-card.ts';
import { useBoardWorld } from '../parts/board-world.ts';
import { DAY_VIEWS, SET_VIEWS } from '../property/property-views.tsx';
import { CellEditor } from './cell-editor.tsx';
import type { CellAt, Grid } from './use-grid.ts';

const words = boardLayouts.table;

interface CardCellProps {
  readonly row: CardRow;
  readonly field: SortField;
  readonly columns: Board['columns'];
  readonly grid: Grid;
}

/** One cell of the list: read as it stands; Enter opens the card from its title, and changes any other cell. */
export function CardCell({ row, field, columns, grid }: CardCellProps) {
  const { edit, cardPath } = useBoardWorld();
  const navigate = useNavigate();
  const at: CellAt = { row: row.key, field };
  const isActive = grid.active.row === row.key && grid.active.field === field;
  const isEditing = grid.editing?.row === row.key && grid.editing.field === field;
  const isTitle = field === 'title';
  const canEdit = edit !== null && field !== 'steps';

  function onKeyDown(event: KeyboardEvent<HTMLTableCellElement>) {
    const key = propertyIn(field);
    if (isEditing && key && isDay(key) && (event.key === 'Enter' || event.key === 'Escape')) {
      event.preventDefault();
      grid.endEdit();
    }
    // What a control inside the cell does with its other keys is its own.
    if (isEditing || event.target !== event.currentTarget) return;
    if (event.key !== 'Enter' && event.key !== 'F2') return;
    event.preventDefault();
    if (isTitle && event.key === 'Enter') void navigate(cardPath(row.card.id), { preventScrollReset: true });
    else if (canEdit) grid.startEdit(at);
  }

  const props = {
    tabIndex: isActive ? 0 : -1,
    'data-active': isActive || undefined,
    'aria-readonly': edit && !canEdit ? true : undefined,
    onFocus: () => grid.onFocus(at),
    onKeyDown,
  };
  const inside = isEditing ? (
    <CellEditor row={row} field={field} columns={columns} onEnd={grid.endEdit} />
  ) : (
    <CellFace row={row} field={field} />
  );
  if (isTitle) {
    return (
      <th
        scope="row"
        {...props}
        aria-label={isEditing ? undefined : row.card.title || boardWords.untitledCard}
        data-card={row.card.id}
        className={isEditing ? 'is-edited' : undefined}
      >
        {isEditing ? inside : <Title row={row} onRename={canEdit ? () => grid.startEdit(at) : null} />}
      </th>
    );
  }
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Enter and F2 do the same
    <td
      {...props}
      className={[`of-${field}`, isEditing && 'is-edited', canEdit && 'can-edit'].filter(Boolean).join(' ')}
      onClick={canEdit && !isEditing ? () => grid.startEdit(at) : undefined}
    >
      {inside}
    </td>
  );
}

function Title({ row: { card }, onRename }: { row: CardRow; onRename: (() => void) | null }) {
  const { cardPath } = useBoardWorld();
  const isOpen = useOpenCardId() === card.id;
  const title = card.title || boardWords.untitledCard;
  return (
    <span className="cell-title">
      <Link
        to={cardPath(card.id)}
        preventScrollReset
        tabIndex={-1}
        title={title}
        aria-current={isOpen ? 'true' : undefined}
      >
        {title}
      </Link>
      {onRename && (
        <button
          className="btn quiet sm icon-only"
          type="button"
          tabIndex={-1}
          aria-label={words.rename(title)}
          onClick={onRename}
        >
          <Pencil className="icon" aria-hidden="true" />
        </button>
      )}
    </span>
  );
}

/** What a cell shows, and a word for screen readers where there is nothing to see. */
function CellFace({ row: { card, column }, field }: { row: CardRow; field: SortField }): ReactNode {
  const world = useBoardWorld();
  const nothing = <span className="vh">{words.none}</span>;
  if (field === 'title') return card.title;
  if (field === 'column') return column.name || boardWords.unnamedColumn;
  const key = propertyIn(field);
  if (!key) {
    const { done, total } = progressOf(card);
    return total === 0 ? nothing : boardWords.checklistProgress(done, total);
  }
  if (isDay(key)) {
    const day = card[key];
    return day ? DAY_VIEWS[key]({ day, today: world.today, isDone: column.done }) : nothing;
  }
  const known = card[key].some(
    (id) => CARD_PROPERTIES[key].of === 'people' || world[CARD_PROPERTIES[key].of].has(id),
  );
  return known ? SET_VIEWS[key].cell(card[key], world) : nothing;
}
