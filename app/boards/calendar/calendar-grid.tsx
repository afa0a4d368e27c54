import { boardLayouts } from '#shared/boards/board-layouts.fr.ts';
import { periodOf, weeksOf } from '#shared/boards/view/calendar.ts';
import type { Period } from '#shared/boards/view/layout-address.ts';
import type { PlacedCard, Schedule } from '#shared/boards/view/schedule.ts';
import { calendarDays } from '#shared/kernel/day/calendar-days.fr.ts';
import { useBoardWorld } from '../parts/board-world.ts';
import { DayCard } from '../period/day-card.tsx';
import { InList } from '../period/undated-cards.tsx';

const words = boardLayouts.calendar;
/** Cards of one day that are drawn; the others are one step away, so that a full month stays light. */
const SHOWN = { week: 20, month: 3, quarter: 0 } as const;

export interface CalendarGridProps {
  readonly period: Period;
  readonly schedule: Schedule;
  readonly onPeriod: (period: Period) => void;
}

/** The weeks of the period, Monday to Sunday. On small screens the days with cards, one under another. */
export function CalendarGrid({ period, schedule, onPeriod }: CalendarGridProps) {
  const { board } = useBoardWorld();
  const span = periodOf(period.day, period.scale);
  const weeks = weeksOf(span);
  return (
    <table
      className={`calendar by-${period.scale}`}
      aria-label={words.name(calendarDays.period(span, period.scale), board.title)}
    >
      <thead>
        <tr>
          {weeks[0]?.map((day) => (
            <th scope="col" key={day}>
              <span aria-hidden="true">{calendarDays.weekdayShort(day)}</span>
              <span className="vh">{calendarDays.weekday(day)}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]}>
            {week.map((day) => (
              <Day
                key={day}
                day={day}
                isOutside={day < span.first || day > span.last}
                cards={schedule.byDay.get(day) ?? []}
                period={period}
                onPeriod={onPeriod}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface DayProps extends Pick<CalendarGridProps, 'period' | 'onPeriod'> {
  readonly day: string;
  readonly isOutside: boolean;
  readonly cards: readonly PlacedCard[];
}

function Day({ day, isOutside, cards, period, onPeriod }: DayProps) {
  const { today } = useBoardWorld();
  const limit = SHOWN[period.scale];
  const hidden = cards.length - limit;
  const classes = ['day', isOutside && 'is-outside', cards.length > 0 && 'has-cards']
    .filter(Boolean)
    .join(' ');
  return (
    <td className={classes} data-day={day} aria-current={day === today ? 'date' : undefined}>
      <time className="day-name" dateTime={day}>
        <span className="day-number" aria-hidden="true">
          {Number(day.slice(8))}
        </span>
        <span className="day-long">{calendarDays.day(day)}</span>
      </time>
      {cards.length > 0 && (
        <ul>
          {cards.slice(0, limit).map((placed) => (
            <DayCard key={placed.card.id} {...placed} />
          ))}
        </ul>
      )}
      {hidden > 0 && period.scale === 'month' && (
        <button
          className="btn quiet sm more"
          type="button"
          aria-label={words.moreOfDay(hidden, calendarDays.day(day))}
          onClick={() => onPeriod({ day, scale: 'week' })}
        >
          {words.more(hidden)}
        </button>
      )}
      {hidden > 0 && period.scale === 'week' && (
        <InList count={hidden} label={words.moreOfDay(hidden, calendarDays.day(day))} />
      )}
    </td>
  );
}
