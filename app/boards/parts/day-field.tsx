import type { Card } from '#shared/boards/board.ts';
import { CARD_PROPERTIES, type DayProperty } from '#shared/boards/card/property/card-properties.ts';
import { setCardProperties } from '#shared/boards/card/property/property-operations.ts';
import { useBoardWorld } from './board-world.ts';
import { DayInput } from './day-input.tsx';

interface DayFieldProps {
  readonly card: Card;
  readonly which: DayProperty;
  readonly id: string;
}

/** A day of a card. */
export function DayField({ card, which, id }: DayFieldProps) {
  const { edit } = useBoardWorld();
  if (!edit) return null;
  return (
    <DayInput
      id={id}
      day={card[which]}
      invalid={CARD_PROPERTIES[which].invalid}
      write={(day) => setCardProperties(edit.doc, { cardId: card.id, [which]: day })}
    />
  );
}
