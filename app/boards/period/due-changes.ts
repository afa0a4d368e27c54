import { createContext, useContext } from 'react';

/** Changes of due days by gesture, menu and keys: written, said aloud, and the focus stays on the card. */
export interface DueChanges {
  /** Null takes the day away. */
  readonly set: (cardId: string, day: string | null) => void;
  /** From its due day, its start along; a card that has a start alone, from that one; one without days, from today. */
  readonly shift: (cardId: string, days: number) => void;
  /** Opens the menu of a card under the button that was pressed. */
  readonly openMenu: (cardId: string, anchor: HTMLElement) => void;
}

const Changes = createContext<DueChanges | null>(null);

export const DueChangesProvider = Changes.Provider;

/** Null while the board only reads. */
export const useDueChanges = () => useContext(Changes);
