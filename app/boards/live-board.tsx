import { type KeyboardEvent, type MouseEvent, type SyntheticEvent, useState } from 'react';
import { board as words } from '#shared/boards/board.fr.ts';
import type { Board } from '#shared/boards/board.ts';
import { type Lane, WHOLE } from '#shared/boards/view/lanes.ts';
import type { Step } from './board-actions.ts';
import { QuickAdd } from './card/quick-add.tsx';
import { BoardColumn } from './column/column.tsx';
import { LaneSection } from './column/lane-section.tsx';
import { useBoardWorld } from './parts/board-world.ts';
import { useSelection } from './selection/selection.ts';

const STEPS: Readonly<Record<string, Step>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

/** With more cards than these, every list of every lane draws only what can be seen. */
const WHOLE_LANES_UP_TO = 120;

/** The columns, alive: what others do appears, what one does here is theirs at once. */
export function LiveBoard({ board, lanes, isFiltered, folded, onFold, current }: LiveBoardProps) {
  const { edit, show, arrangement } = useBoardWorld();
  const { ids, set, toggle, extend } = useSelection();
  const [isAdding, setAdding] = useState(false);

  /** The cards of the list in which this one stands, as it is shown. */
  const listOf = (cardId: string) =>
    lanes
      .flatMap((lane) => lane.columns.map(({ cards }) => cards.map(({ id }) => id)))
      .find((list) => list.includes(cardId)) ?? [];

  /** Space chooses the card that has the focus, Ctrl+A its list, Escape none; React Aria’s own choosing would choose what is dropped. */
  function chooseByKeys(event: KeyboardEvent): boolean {
    const { target, key, shiftKey } = event;
    const cardId = target instanceof HTMLElement ? target.dataset.card : undefined;
    if (!edit || !cardId || event.altKey) return false;
    const isCommand = event.ctrlKey || event.metaKey;
    if (key === ' ' && !isCommand) {
      if (shiftKey) extend(cardId, listOf(cardId));
      else toggle(cardId);
    } else if (key.toLowerCase() === 'a' && isCommand && !shiftKey) set([...ids, ...listOf(cardId)]);
    else if (key === 'Escape' && ids.size > 0) set([]);
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  }

  /** Shift and an arrow move the card that has the focus, or the column whose menu has it; arrows alone go about. */
  function moveByKeys(event: KeyboardEvent) {
    if (chooseByKeys(event)) return;
    const step = STEPS[event.key];
    const { target } = event;
    if (!edit || !step || !event.shiftKey || event.ctrlKey || event.altKey || event.metaKey) return;
    if (!(target instanceof HTMLElement)) return;
    const columnId = target.closest('.col > header') && target.closest<HTMLElement>('.col')?.dataset.column;
    if (!target.dataset.card && !(columnId && (step === 'left' || step === 'right'))) return;
    event.preventDefault();
    event.stopPropagation();
    if (target.dataset.card) {
      if (edit.actions.step(target.dataset.card, step)) show(target.dataset.card);
    } else if (columnId) {
      const index = board.columns.findIndex(({ id }) => id === columnId) + (step === 'left' ? -1 : 1);
      if (index >= 0 && index < board.columns.length) edit.actions.moveColumn(columnId, index);
      // The browser takes the focus from what it moves in the page.
      requestAnimationFrame(() => target.focus());
    }
  }

  /** Ctrl or Maj and a click choose a card, and a click alone once one is chosen; the press before it is nobody's. */
  function chooseByMouse(event: MouseEvent | SyntheticEvent<Element, PointerEvent>) {
    const { target, nativeEvent } = event;
    const { ctrlKey, metaKey, shiftKey } = nativeEvent;
    const isChoosing = ctrlKey || metaKey || shiftKey || ids.size > 0;
    if (!edit || !isChoosing || !(target instanceof Element)) return;
    const cardId = target.closest('button') ? undefined : cardIdAt(target);
    if (!cardId) return;
    event.stopPropagation();
    if (event.type !== 'click') return;
    event.preventDefault();
    if (shiftKey) extend(cardId, listOf(cardId));
    else toggle(cardId);
  }

  const [first] = lanes;
  const whole = lanes.length === 1 && first?.id === WHOLE ? first : null;
  const isLong = lanes.reduce((sum, { count }) => sum + count, 0) > WHOLE_LANES_UP_TO;
  const heads = (whole ?? board).columns;
  const columns = (
    <>
      {heads.map((column, index) => (
        <BoardColumn
          key={column.id}
          column={column}
          total={board.columns[index]?.cards.length ?? 0}
          index={index}
          columnCount={heads.length}
          isCurrent={column.id === current}
          isFiltered={isFiltered}
          isHead={whole === null}
        />
      ))}
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
    </>
  );
  return (
    <div
      className={whole ? 'board' : 'board has-lanes'}
      onKeyDownCapture={moveByKeys}
      onPointerDownCapture={chooseByMouse}
      onMouseDownCapture={chooseByMouse}
      onClickCapture={chooseByMouse}
    >
      {whole ? columns : <div className="lane-heads">{columns}</div>}
      {board.columns.length === 0 && (
        <div className="empty">
          <h2>{words.emptyBoardTitle}</h2>
          <p>{words.emptyBoardText}</p>
        </div>
      )}
      {!whole &&
        lanes.map((lane) => (
          <LaneSection
            key={lane.id}
            lane={lane}
            name={arrangement.laneName(lane.id)}
            isFolded={folded.has(lane.id)}
            onFold={onFold}
            current={current}
            isLong={isLong}
          />
        ))}
    </div>
  );
}

function cardIdAt(element: Element): string | undefined {
  return element.closest<HTMLElement>('[data-card]')?.dataset.card;
}

interface LiveBoardProps {
  readonly board: Board;
  /** What is shown of it: one lane, `WHOLE`, when there are none. */
  readonly lanes: readonly Lane[];
  readonly isFiltered: boolean;
  readonly folded: ReadonlySet<string>;
  readonly onFold: (laneId: string) => void;
  readonly current: string | undefined;
}
