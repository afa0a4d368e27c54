/** A way of looking at a board that the group gave a name: filters, lanes, form, as they stand in the board's address. */
export interface SavedView {
  readonly id: string;
  readonly name: string;
  /** The query string of the address, without its `?`; empty for the whole board. */
  readonly query: string;
}

/** Longest query string that is kept, in UTF-16 units. */
export const VIEW_QUERY_MAX = 2_000;
