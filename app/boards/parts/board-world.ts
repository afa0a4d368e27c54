import { createContext, useContext } from 'react';
import type * as Y from 'yjs';
import type { Label } from '#shared/boards/board.ts';
import type { BoardHistory } from '#shared/boards/board-history.ts';
import type { Field } from '#shared/boards/field/field.ts';
import type { OrganisationBadge, PersonBadge } from '#shared/people/organisation/organisation.ts';
import type { BoardActions } from '../board-actions.ts';
import type { BoardView } from '../board-view.ts';
import type { HistoryActions } from '../history/board-history.ts';
import type { BatchActions } from '../selection/batch-actions.ts';
import type { Arrangement } from '../view/arrangement.ts';

/** What the parts of a board need around their own card or column. */
export interface BoardWorld {
  readonly board: { readonly id: string; readonly title: string };
  /** Members of the group by id; somebody who left is not there. */
  readonly people: ReadonlyMap<string, PersonBadge>;
  /** Organisations of the group by id. */
  readonly organisations: ReadonlyMap<string, OrganisationBadge>;
  readonly labels: ReadonlyMap<string, Label>;
  /** The board's own fields, in order. */
  readonly fields: readonly Field[];
  /** `YYYY-MM-DD` on the calendar of Paris. */
  readonly today: string;
  /** Address of a card, its title's tail left out of the work: a long board asks for thousands. */
  readonly cardPath: (cardId: string) => string;
  /** Address of the board as it is looked at, without a card. */
  readonly boardPath: string;
  /** How much a file may weigh. */
  readonly uploadMegabytes: number;
  readonly view: BoardView;
  /** What the page shows of it: filtered, in lanes. */
  readonly arrangement: Arrangement;
  /** Brings a card into sight and gives it the focus. */
  readonly show: (cardId: string) => void;
  /** The live document and what may be done with it; null while it only reads. */
  readonly edit: {
    readonly doc: Y.Doc;
    readonly actions: BoardActions;
    readonly batch: BatchActions;
    /** What was done on this page, and the steps back and forth. */
    readonly history: BoardHistory;
    readonly steps: HistoryActions;
  } | null;
}

const World = createContext<BoardWorld | null>(null);

export const BoardWorldProvider = World.Provider;

export function useBoardWorld(): BoardWorld {
  const world = useContext(World);
  if (!world) throw new Error('outside of a board');
  return world;
}
