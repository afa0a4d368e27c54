import { uuidv4 } from 'lib0/random';
import { Repeat } from 'lucide-react';
import { useId, useState } from 'react';
import type { Card } from '#shared/boards/board.ts';
import { boardGestures } from '#shared/boards/board-gestures.fr.ts';
import { due as days } from '#shared/boards/card/due.fr.ts';
import { addDays, daysLater, REPEATS } from '#shared/boards/card/repeat.ts';
import { setCardRepeat } from '#shared/boards/card/repeat-operations.ts';
import { optionsOf } from '../../ui/choices.tsx';
import { useBoardWorld } from '../parts/board-world.ts';
import { DraftError } from '../parts/draft-error.tsx';

/** That a card comes back, on its face: a sign and words. */
export function RepeatMark({ repeat }: { repeat: NonNullable<Card['repeat']> }) {
  return (
    <span className="due">
      <Repeat className="icon" aria-hidden="true" />
      {boardGestures.repeats[repeat.every]}
    </span>
  );
}

/** Whether the open card comes back, how often, and when next: a row of its facts. */
export function CardRepeatFact({ card }: { card: Card }) {
  const { edit, today } = useBoardWorld();
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const [isWrong, setWrong] = useState(false);
  const { repeat } = card;
  const tomorrow = addDays(today, 1);

  function write(every: string, next: string | undefined): boolean {
    const known = REPEATS.find((one) => one === every);
    // The first time, one period after its due day, or after today when it has none.
    const from = card.due && card.due > today ? card.due : today;
    const day = next ?? (known && daysLater(from, known, 1));
    const set = known && day ? { every: known, next: day } : null;
    return edit !== null && setCardRepeat(edit.doc, { cardId: card.id, repeat: set, series: uuidv4() }).ok;
  }

  return (
    <>
      <dt>
        <label htmlFor={id}>{boardGestures.repeat}</label>
      </dt>
      <dd>
        {edit ? (
          <select
            id={id}
            className="input sm"
            value={repeat?.every ?? ''}
            onChange={({ target }) => write(target.value, repeat?.next)}
          >
            <option value="">{boardGestures.once}</option>
            {optionsOf(REPEATS, boardGestures.repeats)}
          </select>
        ) : (
          <span className={repeat ? undefined : 'muted'}>
            {repeat ? boardGestures.repeats[repeat.every] : boardGestures.once}
          </span>
        )}
        {repeat && edit && (
          <>
            <label htmlFor={`${id}next`} className="muted">
              {boardGestures.nextCard}
            </label>
            <input
              className="input sm"
              type="date"
              id={`${id}next`}
              min={tomorrow}
              value={typed ?? repeat.next}
              aria-invalid={isWrong ? true : undefined}
              aria-describedby={isWrong ? `${id}error` : `${id}hint`}
              onChange={({ target }) => setTyped(target.value)}
              onBlur={({ target: { value } }) => {
                const isWritten = typed === null || (value >= tomorrow && write(repeat.every, value));
                setWrong(!isWritten);
                if (isWritten) setTyped(null);
              }}
            />
            {isWrong && <DraftError id={`${id}error`}>{boardGestures.nextTooEarly}</DraftError>}
          </>
        )}
        {repeat && (
          <span className="muted" id={`${id}hint`}>
            {boardGestures.repeatHint(days.short(repeat.next, today))}
          </span>
        )}
      </dd>
    </>
  );
}

/** What a row says of it, heard with the title of the card. */
export function spokenRepeat({ repeat }: Card): string | null {
  return repeat && `${boardGestures.repeat}\u00a0: ${boardGestures.repeats[repeat.every].toLowerCase()}`;
}
