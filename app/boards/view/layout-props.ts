import type { Ref } from 'react';
import type { Board } from '#shared/boards/board.ts';

/** Brings a card into the document where only what can be seen is drawn; the focus is for the caller. */
export type Reveal = (cardId: string) => void;

export interface LayoutProps {
  /** With the cards that pass the filter. */
  readonly columns: Board['columns'];
  readonly isFiltered: boolean;
  readonly ref: Ref<Reveal>;
}
