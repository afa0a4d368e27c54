import { useState } from 'react';
import type { RowDrag } from './document-table.tsx';

/** What is carried: a document or a folder, by id. */
export interface Carried {
  readonly kind: 'document' | 'folder';
  readonly id: string;
}

interface Place {
  /** Names the place while something is over it. */
  readonly key: string;
  readonly takes: (carried: Carried) => boolean;
  readonly onDrop: (carried: Carried) => void;
}

/** Rows that are carried by the mouse, and places that take them. Everything they do is in the menus too. */
export function useRowDrags() {
  const [carried, setCarried] = useState<Carried | null>(null);
  const [over, setOver] = useState<string | null>(null);
  const end = () => {
    setCarried(null);
    setOver(null);
  };

  function place({ key, takes, onDrop }: Place) {
    const mayTake = () => carried !== null && takes(carried);
    return {
      isOver: over === key,
      handlers: {
        onDragOver(event: React.DragEvent) {
          if (!mayTake()) return;
          event.preventDefault();
          if (over !== key) setOver(key);
        },
        onDragLeave() {
          setOver((now) => (now === key ? null : now));
        },
        onDrop(event: React.DragEvent) {
          event.preventDefault();
          if (carried && takes(carried)) onDrop(carried);
          end();
        },
      },
    };
  }

  function row(own: Carried, at: Place | null): RowDrag {
    const target = at && place(at);
    return {
      isDraggable: true,
      isOver: target?.isOver ?? false,
      handlers: {
        onDragStart(event: React.DragEvent) {
          event.dataTransfer.setData('text/plain', own.id);
          event.dataTransfer.effectAllowed = 'move';
          setCarried(own);
        },
        onDragEnd: end,
        ...target?.handlers,
      },
    };
  }

  return { row, place };
}
