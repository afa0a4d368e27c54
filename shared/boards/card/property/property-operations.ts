import type { Doc } from 'yjs';
import { fail, type Result } from '#shared/kernel/result.ts';
import { cardsOf, findIn } from '../../board-doc.ts';
import { readDays, writeDays, writeMembers } from '../card-doc.ts';
import { changeCard } from '../change-card.ts';
import { type PropertyEdit, SETS } from './card-properties.ts';
import { fitsDays, type PropertyRefusal, valueRefusal } from './property-refusals.ts';

/**
 * [B9] [B52] Gives a card these days (`YYYY-MM-DD`, null for none) and exactly these members of its sets; what is absent stays.
 * Which people and organisations may be given is for whoever asks. Refused: not a day of the calendar, a label that the board
 * does not have, no such card, a start after the due day.
 */
export function setCardProperties(
  doc: Doc,
  { cardId, ...edit }: { readonly cardId: string } & PropertyEdit,
): Result<void, PropertyRefusal> {
  const refusal = valueRefusal(doc, edit);
  if (refusal) return fail(refusal);
  const card = findIn(cardsOf(doc), cardId);
  if (card && !fitsDays(readDays(card), edit)) return fail('board.startAfterDue');
  return changeCard(doc, cardId, (map) => {
    for (const key of SETS) if (edit[key]) writeMembers(map, key, edit[key]);
    writeDays(map, edit);
  });
}
