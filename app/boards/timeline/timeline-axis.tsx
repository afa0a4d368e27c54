import { daysUntil } from '#shared/boards/card/due.ts';
import { addDays, addMonths, mondayOf, type Span } from '#shared/boards/view/calendar.ts';
import type { Scale } from '#shared/boards/view/layout-address.ts';
import { calendarDays } from '#shared/kernel/day/calendar-days.fr.ts';
import { useBoardWorld } from '../parts/board-world.ts';

/** Months or weeks above the bars, and today. For the eye: the list has the dates in words. */
export function TimelineAxis({ span, scale }: { span: Span; scale: Scale }) {
  const { today } = useBoardWorld();
  const days = daysUntil(span.last, span.first) + 1;
  const at = (day: string) => `${(100 * daysUntil(day, span.first)) / days}%`;
  const isShown = today >= span.first && today <= span.last;
  return (
    <div className="timeline-axis" aria-hidden="true">
      <div className="timeline-track">
        {scale === 'quarter' &&
          monthsOf(span).map((day) => (
            <span className="month" key={day} style={{ left: at(day) }}>
              {calendarDays.month(day)}
            </span>
          ))}
        {mondaysOf(span).map((day) => (
          <span className="week" key={day} style={{ left: at(day) }}>
            {Number(day.slice(8))}
          </span>
        ))}
        {isShown && <span className="today" style={{ left: at(today) }} />}
      </div>
    </div>
  );
}

function monthsOf({ first, last }: Span): string[] {
  const months: string[] = [];
  for (let day = first; day <= last; day = addMonths(day, 1)) months.push(day);
  return months;
}

function mondaysOf({ first, last }: Span): string[] {
  const days: string[] = [];
  for (let day = mondayOf(first); day <= last; day = addDays(day, 7)) if (day >= first) days.push(day);
  return days;
}
