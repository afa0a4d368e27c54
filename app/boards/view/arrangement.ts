import type { Board, Card, Column } from '#shared/boards/board.ts';
import { type CardFilter, filterColumns, noFilter } from '#shared/boards/card/card-filter.ts';
import { type Lane, type LaneBy, lanesOf, WHOLE } from '#shared/boards/view/lanes.ts';
import type { BoardView } from '../board-view.ts';
import { keptList } from '../keep-identity.ts';
import { laneName, laneOrder, type People } from '../parts/lane-names.ts';
import type { Place } from '../parts/places.ts';

/** What is asked of a board: which of its cards, in which lanes. */
export interface Look extends People {
  readonly filter: CardFilter;
  readonly by: LaneBy | null;
  readonly userId: string;
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

/** Where a card is shown: counted among the cards that its lane and column show. */
export interface ShownPlace extends Place {
  readonly lane: Lane;
  readonly laneIndex: number;
}

/** The board as this page shows it: what gestures, positions and the screen all go by. */
export interface Arrangement {
  /** A board without lanes is one lane, `WHOLE`. */
  getLanes(): readonly Lane[];
  /** Null for a card that is not shown: filtered out, archived, or gone. */
  placeOf(cardId: string): ShownPlace | null;
  /** « Nadia Ferhat », « Plusieurs personnes »; empty without lanes. */
  laneName(laneId: string): string;
  readonly look: Look;
}

/** [B43] [B44] The lanes of a board under a look; the very objects of `before` wherever they say the same. */
export function arrange(board: Board, look: Look, before: readonly Lane[] = []): readonly Lane[] {
  const { filter, by, userId, today } = look;
  const columns = filterColumns(board, filter, { userId, today });
  const lanes =
    by === null
      ? [{ id: WHOLE, columns, count: columns.reduce((sum, { cards }) => sum + cards.length, 0) }]
      : lanesOf(columns, by, laneOrder(board, by, look));
  return keptList(
    before,
    lanes.map((lane) => keptLane(before, lane)),
  );
}

function keptLane(before: readonly Lane[], lane: Lane): Lane {
  const former = before.find(({ id }) => id === lane.id);
  if (!former) return lane;
  const columns = keptList(
    former.columns,
    lane.columns.map((column, at) => keptColumn(former.columns[at], column)),
  );
  return columns === former.columns ? former : { ...lane, columns };
}

function keptColumn(former: Column | undefined, column: Column): Column {
  if (!former || former.id !== column.id) return column;
  const cards = keptList(former.cards, column.cards);
  const keys = Object.keys(column) as (keyof Column)[];
  const isSame = keys.every((key) => key === 'cards' || former[key] === column[key]);
  return isSame && cards === former.cards ? former : { ...column, cards };
}

/** What is asked of a board before anything is. */
const wholeBoard: Look = {
  filter: noFilter,
  by: null,
  userId: '',
  today: '',
  people: new Map(),
  organisations: new Map(),
};

/** Arranges at the first need after a change of the board or of the look, and not again until the next. */
export class LiveArrangement implements Arrangement {
  look: Look = wholeBoard;
  private readonly view: BoardView;
  private seen: { board: Board; look: Look } | null = null;
  private lanes: readonly Lane[] = [];

  constructor(view: BoardView) {
    this.view = view;
  }

  getLanes(): readonly Lane[] {
    const board = this.view.getBoard();
    if (this.seen?.board !== board || this.seen.look !== this.look) {
      this.lanes = arrange(board, this.look, this.lanes);
      this.seen = { board, look: this.look };
    }
    return this.lanes;
  }

  laneName(laneId: string): string {
    const { by, people, organisations } = this.look;
    const { labels, fields } = this.view.getBoard();
    const labelsById = new Map(labels.map((label) => [label.id, label]));
    return by === null ? '' : laneName(by, laneId, { people, organisations, labels: labelsById, fields });
  }

  placeOf(cardId: string): ShownPlace | null {
    for (const [laneIndex, lane] of this.getLanes().entries()) {
      for (const [columnIndex, column] of lane.columns.entries()) {
        const index = column.cards.findIndex(({ id }) => id === cardId);
        const card: Card | undefined = column.cards[index];
        if (card) return { lane, laneIndex, card, column, columnIndex, index, count: column.cards.length };
      }
    }
    return null;
  }
}
