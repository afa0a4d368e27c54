import type { Doc } from 'yjs';
import { readLabelIds } from '../../board-doc.ts';
import { readDay } from '../../field/stored-value.ts';
import {
  CARD_PROPERTIES,
  type CardProperties,
  DAYS,
  type DayProperty,
  inOrder,
  type PropertyEdit,
  SETS,
} from './card-properties.ts';

type ValueRefusal = (typeof CARD_PROPERTIES)[DayProperty]['invalid'] | 'board.labelNotFound';
export type PropertyRefusal = ValueRefusal | 'board.cardNotFound' | 'board.startAfterDue';

/** Why no card of this board could say this, or null. */
export function valueRefusal(doc: Doc, edit: PropertyEdit): ValueRefusal | null {
  const strange = DAYS.find((key) => edit[key] && readDay(edit[key]) === null);
  if (strange) return CARD_PROPERTIES[strange].invalid;
  const labels = SETS.flatMap((key) => (CARD_PROPERTIES[key].of === 'labels' && edit[key]) || []);
  const known = labels.length > 0 ? readLabelIds(doc) : new Set<string>();
  return labels.every((id) => known.has(id)) ? null : 'board.labelNotFound';
}

/** [B52] Whether these days hold together with those that a card has. */
export function fitsDays(held: Pick<CardProperties, DayProperty>, edit: PropertyEdit): boolean {
  const days = { ...held };
  for (const key of DAYS) if (edit[key] !== undefined) days[key] = edit[key] || null;
  return inOrder(days) === days;
}
