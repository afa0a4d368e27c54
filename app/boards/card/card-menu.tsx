import {
  Archive,
  ArrowDown,
  ArrowLeft,
  ArrowRight,
  ArrowUp,
  CircleCheck,
  Copy,
  MoveRight,
  PanelRight,
  SquareArrowOutUpRight,
} from 'lucide-react';
import { createContext, type ReactNode, useCallback, useContext, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { board as words } from '#shared/boards/board.fr.ts';
import type { Board } from '#shared/boards/board.ts';
import { boardGestures } from '#shared/boards/board-gestures.fr.ts';
import { boardPage } from '#shared/boards/board-page.fr.ts';
import { type Lane, SEVERAL } from '#shared/boards/view/lanes.ts';
import { AnchoredMenu, type MenuAction } from '../../ui/late/menu.tsx';
import type { Step } from '../board-actions.ts';
import { LateDialog } from '../late-dialog.tsx';
import { useBoardWorld } from '../parts/board-world.ts';
import { type Place, placeOf } from '../parts/places.ts';
import { type CardSelection, SelectionProvider, useCardSelection } from '../selection/selection.ts';
import type { ShownPlace } from '../view/arrangement.ts';

const loadMove = () => import('./move-dialog.tsx');
const loadMoveToBoard = () => import('./move-to-board.tsx');

const Open = createContext<(cardId: string, anchor: Element) => void>(() => undefined);
const Move = createContext<(cardId: string) => void>(() => undefined);

/** Opens the menu of a card under the button that was pressed. */
export const useCardMenu = () => useContext(Open);

/** Opens « Déplacer vers… » for a card. */
export const useMoveDialog = () => useContext(Move);

/** The one menu, the one « Déplacer vers… » and the one selection of the board: a thousand cards do not each carry theirs. */
export function CardMenus({ board, children }: { board: Board; children: ReactNode }) {
  const { view, show } = useBoardWorld();
  const anchor = useRef<HTMLElement>(null);
  const [menuOf, setMenuOf] = useState<string | null>(null);
  const [moving, setMoving] = useState<string | null>(null);
  const [leaving, setLeaving] = useState<string | null>(null);
  const openMenu = useCallback((cardId: string, element: Element) => {
    anchor.current = element instanceof HTMLElement ? element : null;
    // The menu makes the page behind inert, which takes the focus from the button without a word: its list would go on
    // believing that it has it, and take it back when the card leaves.
    anchor.current?.blur();
    setMenuOf(cardId);
  }, []);
  const closeLeaving = useCallback(() => setLeaving(null), []);
  const place = menuOf ? placeOf(view.getBoard(), menuOf) : null;
  const columnCount = view.getBoard().columns.length;
  const selection = useCardSelection(board);
  const actions = useCardActions(place, columnCount, selection, setMoving, setLeaving);
  return (
    <Open value={openMenu}>
      <Move value={setMoving}>
        <SelectionProvider value={selection}>{children}</SelectionProvider>
        <AnchoredMenu
          label={words.cardActions(place?.card.title ?? '')}
          actions={actions}
          anchor={anchor}
          isOpen={place !== null}
          onClose={() => setMenuOf(null)}
        />
        {moving && (
          <LateDialog
            load={loadMove}
            props={{
              cardId: moving,
              onClose: () => {
                setMoving(null);
                show(moving);
              },
            }}
          />
        )}
        {leaving && <LateDialog load={loadMoveToBoard} props={{ cardId: leaving, onClose: closeLeaving }} />}
      </Move>
    </Open>
  );
}

function useCardActions(
  place: Place | null,
  columnCount: number,
  { ids, toggle }: CardSelection,
  onMove: (cardId: string) => void,
  onLeave: (cardId: string) => void,
): MenuAction[] {
  const { arrangement, cardPath, show, edit } = useBoardWorld();
  const navigate = useNavigate();
  if (!place || !edit) return [];
  const { card, column, index, count, columnIndex } = place;
  const shown = arrangement.placeOf(card.id);
  const { atTop, atBottom } = edgesOf(shown ?? { index, count }, arrangement.getLanes());
  const step = (
    id: Step,
    label: string,
    icon: MenuAction['icon'],
    keys: string,
    isDisabled: boolean,
  ): MenuAction => ({
    id,
    label,
    ...(icon && { icon }),
    keys,
    isDisabled,
    onAction: () => {
      if (edit.actions.step(card.id, id)) show(card.id);
    },
  });
  return [
    {
      id: 'open',
      label: boardPage.open,
      icon: PanelRight,
      onAction: () => navigate(cardPath(card.id), { preventScrollReset: true }),
    },
    { id: 'move', label: words.moveTo, icon: MoveRight, onAction: () => onMove(card.id) },
    { ...step('up', boardPage.moveUp, ArrowUp, '⇧ ↑', atTop), startsGroup: true },
    step('down', boardPage.moveDown, ArrowDown, '⇧ ↓', atBottom),
    step('left', boardPage.moveLeft, ArrowLeft, '⇧ ←', columnIndex === 0),
    step('right', boardPage.moveRight, ArrowRight, '⇧ →', columnIndex === columnCount - 1),
    {
      id: 'select',
      label: ids.has(card.id) ? boardGestures.unselect : boardGestures.select,
      icon: CircleCheck,
      startsGroup: true,
      onAction: () => {
        toggle(card.id);
        show(card.id);
      },
    },
    {
      id: 'duplicate',
      label: boardGestures.duplicate,
      icon: Copy,
      onAction: () => show(edit.actions.duplicate(card.id) ?? card.id),
    },
    {
      id: 'leave',
      label: boardGestures.toBoard.entry,
      icon: SquareArrowOutUpRight,
      onAction: () => onLeave(card.id),
    },
    {
      id: 'archive',
      label: boardPage.archiveShort,
      icon: Archive,
      onAction: () => {
        const neighbour = column.cards[index + 1] ?? column.cards[index - 1];
        edit.actions.archive(card.id);
        if (neighbour) show(neighbour.id);
      },
    },
  ];
}

/** Whether a card has nowhere above or below to go to: at the end of its column, without a lane that follows. */
function edgesOf(
  { index, count, laneIndex = 0 }: Pick<ShownPlace, 'index' | 'count'> & Partial<ShownPlace>,
  lanes: readonly Lane[],
) {
  const takes = ({ id }: Lane) => id !== SEVERAL;
  return {
    atTop: index === 0 && !lanes.slice(0, laneIndex).some(takes),
    atBottom: index === count - 1 && !lanes.slice(laneIndex + 1).some(takes),
  };
}
