import { type DragEvent, useState } from 'react';
import { useBoardWorld } from '../parts/board-world.ts';

const COLUMN = 'application/x-cordee-column';

type Side = 'before' | 'after';

/** A column is taken by its head and dropped on another, by mouse; its menu and Maj + arrows do the same. */
export function useColumnDrag(columnId: string) {
  const { edit, view } = useBoardWorld();
  const [side, setSide] = useState<Side | null>(null);
  if (!edit) return { side: null, head: {}, section: {} };
  const { actions } = edit;
  const isColumn = ({ dataTransfer }: DragEvent) => dataTransfer.types.includes(COLUMN);

  function sideOf({ currentTarget, clientX }: DragEvent): Side {
    const { left, width } = currentTarget.getBoundingClientRect();
    return clientX < left + width / 2 ? 'before' : 'after';
  }

  return {
    side,
    head: {
      draggable: true,
      onDragStart({ dataTransfer }: DragEvent) {
        dataTransfer.setData(COLUMN, columnId);
        dataTransfer.effectAllowed = 'move';
      },
    },
    // Ahead of the list of cards, which takes cards only and says no to everything else.
    section: {
      onDragOverCapture(event: DragEvent) {
        if (!isColumn(event)) return;
        event.preventDefault();
        event.stopPropagation();
        event.dataTransfer.dropEffect = 'move';
        setSide(sideOf(event));
      },
      onDragLeave({ currentTarget, relatedTarget }: DragEvent) {
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setSide(null);
      },
      onDropCapture(event: DragEvent) {
        if (!isColumn(event)) return;
        event.preventDefault();
        event.stopPropagation();
        setSide(null);
        const moved = event.dataTransfer.getData(COLUMN);
        const others = view.getBoard().columns.filter(({ id }) => id !== moved);
        const index = others.findIndex(({ id }) => id === columnId);
        if (index >= 0) actions.moveColumn(moved, sideOf(event) === 'before' ? index : index + 1);
      },
    },
  };
}
