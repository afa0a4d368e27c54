import { CalendarArrowUp, CalendarClock, CalendarDays, CircleCheck } from 'lucide-react';
import { board as words } from '#shared/boards/board.fr.ts';
import { boardPage } from '#shared/boards/board-page.fr.ts';
import { due as days } from '#shared/boards/card/due.fr.ts';
import { dueStateOf } from '#shared/boards/card/due.ts';
import { dayIs, propertyWords } from '#shared/boards/card/property/card-properties.fr.ts';

/** The due day of a card in words, with an icon of its own for what is near, late or done: never by colour alone. */
export function DueDay({ due, today, isDone, isLong = false }: DueProps) {
  const state = dueStateOf(due, today, isDone);
  const look = { none: '', late: 'danger', soon: 'warning', later: '', done: 'success' }[state];
  const Icon =
    state === 'done' ? CircleCheck : state === 'late' || state === 'soon' ? CalendarClock : CalendarDays;
  const said = { none: '', late: words.late, soon: boardPage.soon, later: '', done: '' }[state];
  const text = isLong ? days.long(due, today) : days.short(due, today);
  return (
    <span className={`due ${look}`}>
      <Icon className="icon" aria-hidden="true" />
      <span>
        <span className="vh">{said ? `${dayIs.due(said)}, ` : `${propertyWords.due.name} `}</span>
        {text}
      </span>
    </span>
  );
}

/** The day a card starts, in words. */
export function StartDay({ start, today, isLong = false }: StartProps) {
  return (
    <span className="due">
      <CalendarArrowUp className="icon" aria-hidden="true" />
      <span>
        <span className="vh">{propertyWords.start.name} </span>
        {isLong ? days.long(start, today) : days.short(start, today)}
      </span>
    </span>
  );
}

interface StartProps extends Pick<DueProps, 'today' | 'isLong'> {
  readonly start: string;
}

interface DueProps {
  readonly due: string;
  readonly today: string;
  /** The card stands among the finished ones. */
  readonly isDone: boolean;
  readonly isLong?: boolean;
}
