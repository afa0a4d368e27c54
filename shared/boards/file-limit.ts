import type { Board } from './board.ts';

/** [B55] How many files a board takes, those of its archive included. */
export const BOARD_FILES_MAX = 1_000;

/** [B55] Whether a board takes another file. A file that several of its cards name is one. */
export function takesFile({ columns, archived }: Pick<Board, 'columns' | 'archived'>): boolean {
  const cards = [...columns.flatMap((column) => column.cards), ...archived];
  return new Set(cards.flatMap(({ files }) => files.map(({ id }) => id))).size < BOARD_FILES_MAX;
}
