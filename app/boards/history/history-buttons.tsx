import { Redo2, Undo2 } from 'lucide-react';
import { useEffect, useSyncExternalStore } from 'react';
import { boardGestures } from '#shared/boards/board-gestures.fr.ts';
import type { MenuAction } from '../../ui/late/menu.tsx';
import type { BoardWorld } from '../parts/board-world.ts';
import { useBoardWorld } from '../parts/board-world.ts';

type Edit = NonNullable<BoardWorld['edit']>;

/** What can be undone and redone now. */
function useCan(edit: Edit | null): { canUndo: boolean; canRedo: boolean } {
  const state = useSyncExternalStore(
    edit?.history.subscribe ?? neverCalls,
    () => (edit ? Number(edit.history.canUndo) + 2 * Number(edit.history.canRedo) : 0),
    () => 0,
  );
  return { canUndo: (state & 1) === 1, canRedo: (state & 2) === 2 };
}

const neverCalls = () => () => undefined;

/** « Annuler » and « Rétablir », where there is room; on small screens they are in the menu of the board. */
export function HistoryButtons({ edit }: { edit: Edit }) {
  const { canUndo, canRedo } = useCan(edit);
  const button = (label: string, Icon: typeof Undo2, isOn: boolean, onClick: () => void) => (
    <button
      className="btn quiet sm icon-only history-button"
      type="button"
      aria-label={label}
      title={label}
      // Not `disabled`: the focus must not be lost to whoever undoes again and again.
      aria-disabled={!isOn}
      onClick={isOn ? onClick : undefined}
    >
      <Icon className="icon" aria-hidden="true" />
    </button>
  );
  return (
    <>
      {button(boardGestures.undo, Undo2, canUndo, edit.steps.undo)}
      {button(boardGestures.redo, Redo2, canRedo, edit.steps.redo)}
    </>
  );
}

/** The same two, as entries of a menu. */
export function useHistoryEntries(): MenuAction[] {
  const { edit } = useBoardWorld();
  const { canUndo, canRedo } = useCan(edit);
  if (!edit) return [];
  return [
    {
      id: 'undo',
      label: boardGestures.undo,
      icon: Undo2,
      keys: 'Ctrl Z',
      isDisabled: !canUndo,
      onAction: () => edit.steps.undo(),
    },
    {
      id: 'redo',
      label: boardGestures.redo,
      icon: Redo2,
      keys: 'Ctrl ⇧ Z',
      isDisabled: !canRedo,
      onAction: () => edit.steps.redo(),
    },
  ];
}

/** Fields have an undo of their own, and what lies above the board is no place to undo what is under it. */
const ELSEWHERE =
  'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]:not([contenteditable=false]), [role=dialog], [role=menu]';

/** Ctrl+Z and Ctrl+Maj+Z (Cmd on a Mac; Ctrl+Y too), anywhere on the page but in a field. The focus follows the card. */
export function useHistoryKeys(edit: Edit | null, show: (cardId: string) => void): void {
  useEffect(() => {
    if (!edit) return;
    const { steps } = edit;
    function onKeyDown(event: KeyboardEvent) {
      const { target, key, shiftKey } = event;
      if (event.defaultPrevented || event.altKey || !(event.ctrlKey || event.metaKey)) return;
      const letter = key.toLowerCase();
      if (letter !== 'z' && !(letter === 'y' && !shiftKey)) return;
      if (target instanceof Element && target.closest(ELSEWHERE)) return;
      event.preventDefault();
      const wasOnCard = target instanceof Element && target.closest('[data-card]') !== null;
      const cardId = letter === 'z' && !shiftKey ? steps.undo() : steps.redo();
      if (cardId && wasOnCard) show(cardId);
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [edit, show]);
}
