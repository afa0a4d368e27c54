import type * as Y from 'yjs';
import type { BoardError } from '#shared/errors.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { Card } from './board.ts';
import { BOARD_EDIT, readBoard } from './board-doc.ts';
import { NOBODY } from './card/card-filter.ts';
import { moveCard } from './card/card-operations.ts';
import { setCardProperties } from './card/property/property-operations.ts';
import { setCardField } from './field/field-operations.ts';
import { fieldOfLanes, type LaneBy, laneOf, SEVERAL, setOfLanes } from './view/lanes.ts';

/** The place of a card on a board with lanes. */
interface LanePlace {
  readonly cardId: string;
  readonly columnId: string;
  /** Counted among all the cards of the column without the moved one; the end when absent. */
  readonly index?: number | undefined;
  readonly by: LaneBy;
  readonly lane: string;
}

/**
 * [B43] Puts a card into a lane and at a place of a column at once: it holds what the lane stands for, and nothing else
 * of that kind. Refused: no such card, column, label or option; « Plusieurs… », for a card that is not there already.
 */
export function moveCardInLane(
  doc: Y.Doc,
  { cardId, columnId, index, by, lane }: LanePlace,
): Result<void, BoardError> {
  const { columns, archived } = readBoard(doc);
  const card = findCard([...columns.flatMap(({ cards }) => cards), ...archived], cardId);
  if (!card) return fail('board.cardNotFound');
  if (!columns.some(({ id }) => id === columnId)) return fail('board.columnNotFound');
  const stays = laneOf(card, by) === lane;
  if (lane === SEVERAL && !stays) return fail('board.laneSeveral');
  let result: Result<void, BoardError> = ok();
  doc.transact(() => {
    if (!stays) result = setLaneValues(doc, { cardId, by, values: lane === NOBODY ? [] : [lane] });
    if (result.ok) result = moveCard(doc, { cardId, columnId, ...(index === undefined ? {} : { index }) });
  }, BOARD_EDIT);
  return result;
}

function findCard(cards: readonly Card[], cardId: string): Card | undefined {
  return cards.find(({ id }) => id === cardId);
}

/**
 * Makes a card hold exactly these values of what lanes are made by; a field takes the first. Refused: no such card,
 * label, field or option.
 */
export function setLaneValues(
  doc: Y.Doc,
  {
    cardId,
    by,
    values,
  }: { readonly cardId: string; readonly by: LaneBy; readonly values: readonly string[] },
): Result<void, BoardError> {
  const [first = null] = values;
  const fieldId = fieldOfLanes(by);
  if (fieldId !== null) return setCardField(doc, { cardId, fieldId, text: first ?? '' });
  const property = setOfLanes(by);
  return property ? setCardProperties(doc, { cardId, [property]: values }) : ok();
}
