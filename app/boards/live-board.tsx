import { type KeyboardEvent, useState } from 'react';
import type { Board } from '#shared/board/board.ts';
import { board as words } from '#shared/messages/fr/board.ts';
import type { Step } from './board-actions.ts';
import { useBoardWorld } from './board-world.ts';
import { type CardFilter, filterColumns, isFiltering } from './card-filter.ts';
import { BoardColumn } from './column.tsx';
import { QuickAdd } from './quick-add.tsx';

const STEPS: Readonly<Record<string, Step>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

/** The columns, alive: what others do appears, what one does here is theirs at once. */
export function LiveBoard({ board, filter, current }: LiveBoardProps) {
  const { edit, show } = useBoardWorld();
  const [isAdding, setAdding] = useState(false);

  /** Shift and an arrow move the card that has the focus; React Aria keeps the arrows alone for going about. */
  function moveByKeys(event: KeyboardEvent) {
    const step = STEPS[event.key];
    const { target } = event;
    if (!edit || !step || !event.shiftKey || event.ctrlKey || event.altKey || event.metaKey) return;
    if (!(target instanceof HTMLElement) || !target.dataset.card) return;
    event.preventDefault();
    event.stopPropagation();
    if (edit.actions.step(target.dataset.card, step)) show(target.dataset.card);
  }

  const shown = filterColumns(board.columns, filter);
  return (
    <div className="board" onKeyDownCapture={moveByKeys}>
      {shown.map((column, index) => (
        <BoardColumn
          key={column.id}
          column={column}
          total={board.columns[index]?.cards.length ?? 0}
          index={index}
          columnCount={shown.length}
          isCurrent={column.id === current}
          isFiltered={isFiltering(filter)}
        />
      ))}
      {board.columns.length === 0 && (
        <div className="empty">
          <h2>{words.emptyBoardTitle}</h2>
          <p>{words.emptyBoardText}</p>
        </div>
      )}
      {edit && (
        <div className="col add-column">
          <QuickAdd
            label={words.addColumn}
            fieldLabel={words.columnName}
            isOpen={isAdding}
            onOpenChange={setAdding}
            onAdd={edit.actions.addColumn}
          />
        </div>
      )}
    </div>
  );
}

interface LiveBoardProps {
  readonly board: Board;
  readonly filter: CardFilter;
  readonly current: string | undefined;
}
