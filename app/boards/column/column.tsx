import { ArrowLeft, ArrowRight, Ellipsis, Pencil, Plus, Trash2, TriangleAlert } from 'lucide-react';
import { memo, useState } from 'react';
import { Button } from 'react-aria-components';
import { board as words } from '#shared/boards/board.fr.ts';
import type { Column } from '#shared/boards/board.ts';
import { NO_COLUMN } from '#shared/boards/board.ts';
import { boardGestures } from '#shared/boards/board-gestures.fr.ts';
import { boardPage } from '#shared/boards/board-page.fr.ts';
import type { MenuAction } from '../../ui/late/menu.tsx';
import { MenuButton } from '../../ui/late/menu-button.tsx';
import { CardList } from '../card/card-list.tsx';
import { QuickAdd } from '../card/quick-add.tsx';
import { LateDialog } from '../late-dialog.tsx';
import { useBoardWorld } from '../parts/board-world.ts';
import { ColumnCount } from './column-count.tsx';
import { useColumnDrag } from './column-drag.ts';

const loadDialog = () => import('./column-dialog.tsx');

interface ColumnProps {
  readonly column: Column;
  /** How many cards it has, those that a filter hides included. */
  readonly total: number;
  readonly index: number;
  readonly columnCount: number;
  /** On small screens, the one that is shown. */
  readonly isCurrent: boolean;
  readonly isFiltered: boolean;
  /** Its head alone, over lanes that hold its cards. */
  readonly isHead?: boolean;
}

/** A column: its name and what can be done with it, its cards, and the way to add one. */
export const BoardColumn = memo(function BoardColumn(props: ColumnProps) {
  const { column, total, isCurrent, isFiltered, isHead = false } = props;
  const { edit } = useBoardWorld();
  const [isAdding, setAdding] = useState(false);
  const name = column.name || words.unnamedColumn;
  const isOver = column.limit !== null && total > column.limit;
  const headingId = `column-${column.id}`;
  const drag = useColumnDrag(column.id);
  const classes = ['col', isOver && 'over-limit', isCurrent && 'is-shown'].filter(Boolean).join(' ');
  const canAdd = edit !== null && column.id !== NO_COLUMN;
  return (
    <section
      className={classes}
      aria-labelledby={headingId}
      data-column={isHead ? undefined : column.id}
      data-colour={column.colour ?? undefined}
      data-drop-side={drag.side ?? undefined}
      {...drag.section}
    >
      <header {...(canAdd && drag.head)}>
        <h2 id={headingId}>{name}</h2>
        <ColumnCount count={total} limit={column.limit} />
        {canAdd && (
          <span className="push row nowrap gap-0!">
            {!isHead && (
              <Button
                className="btn quiet sm icon-only add"
                aria-label={words.addCardTo(name)}
                onPress={() => setAdding(true)}
              >
                <Plus className="icon" aria-hidden="true" />
              </Button>
            )}
            <ColumnMenu {...props} name={name} />
          </span>
        )}
      </header>
      {isOver && (
        <p className="note warning small">
          <TriangleAlert className="icon" aria-hidden="true" />
          <span>{words.overLimit(total, column.limit ?? 0)}</span>
        </p>
      )}
      {column.id === NO_COLUMN && <p className="note warning small">{words.strays}</p>}
      {!isHead && (
        <CardList column={column} empty={isFiltered && total > 0 ? boardPage.noMatch : words.emptyColumn} />
      )}
      {canAdd && !isHead && (
        <QuickAdd
          label={words.addCard}
          longLabel={words.addCardTo(name)}
          fieldLabel={words.cardTitle}
          isOpen={isAdding}
          onOpenChange={setAdding}
          onAdd={(title) => edit.actions.addCard(column.id, title)}
        />
      )}
    </section>
  );
});

function ColumnMenu({ column, name, index, columnCount, total }: ColumnProps & { name: string }) {
  const { edit } = useBoardWorld();
  const [isEditing, setEditing] = useState(false);
  if (!edit) return null;
  const { actions } = edit;
  const entries: MenuAction[] = [
    { id: 'edit', label: boardGestures.editColumn, icon: Pencil, onAction: () => setEditing(true) },
    {
      id: 'left',
      label: words.moveColumnLeft,
      icon: ArrowLeft,
      isDisabled: index === 0,
      startsGroup: true,
      keys: '⇧ ←',
      onAction: () => actions.moveColumn(column.id, index - 1),
    },
    {
      id: 'right',
      label: words.moveColumnRight,
      icon: ArrowRight,
      isDisabled: index === columnCount - 1,
      keys: '⇧ →',
      onAction: () => actions.moveColumn(column.id, index + 1),
    },
    {
      id: 'remove',
      label: words.removeColumn,
      icon: Trash2,
      isDisabled: total > 0,
      startsGroup: true,
      onAction: () => actions.removeColumn(column.id),
    },
  ];
  return (
    <>
      <MenuButton className="btn quiet sm icon-only" label={words.columnActions(name)} actions={entries}>
        <Ellipsis className="icon" aria-hidden="true" />
      </MenuButton>
      {isEditing && <LateDialog load={loadDialog} props={{ column, onClose: () => setEditing(false) }} />}
    </>
  );
}
