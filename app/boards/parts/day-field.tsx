import type { Card } from '#shared/boards/board.ts';
import { setCardDates } from '#shared/boards/card/card-operations.ts';
import { useBoardWorld } from './board-world.ts';
import { DayInput } from './day-input.tsx';

const INVALID = { start: 'board.startInvalid', due: 'board.dueInvalid' } as const;

interface DayFieldProps {
  readonly card: Card;
  readonly which: 'start' | 'due';
  readonly id: string;
}

/** The start or the due day of a card. */
export function DayField({ card, which, id }: DayFieldProps) {
  const { edit } = useBoardWorld();
  if (!edit) return null;
  return (
    <DayInput
      id={id}
      day={card[which]}
      invalid={INVALID[which]}
      write={(day) => setCardDates(edit.doc, { cardId: card.id, [which]: day })}
    />
  );
}
