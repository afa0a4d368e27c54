import { ChevronLeft, ChevronRight } from 'lucide-react';
import { boardLayouts } from '#shared/boards/board-layouts.fr.ts';
import { neighbourOf, periodOf } from '#shared/boards/view/calendar.ts';
import { type Period, type Scale, withPeriod } from '#shared/boards/view/layout-address.ts';
import { calendarDays } from '#shared/kernel/day/calendar-days.fr.ts';
import { useSay } from '../../ui/announcer.tsx';
import { useBoardWorld } from '../parts/board-world.ts';
import { useBoardAddress } from '../parts/use-board-address.ts';

const words = boardLayouts.period;

/** Which part of the year is shown, and the way to another one. */
export function PeriodBar({ period, scales }: { period: Period; scales: readonly Scale[] }) {
  const { today } = useBoardWorld();
  const go = usePeriodChange();
  const { day, scale } = period;
  const span = periodOf(day, scale);
  return (
    <div className="layout-tools">
      <span className="row nowrap">
        <button
          className="btn sm icon-only"
          type="button"
          aria-label={words.previous[scale]}
          title={words.previous[scale]}
          onClick={() => go({ scale, day: neighbourOf(day, scale, -1) })}
        >
          <ChevronLeft className="icon" aria-hidden="true" />
        </button>
        <button
          className="btn sm icon-only"
          type="button"
          aria-label={words.next[scale]}
          title={words.next[scale]}
          onClick={() => go({ scale, day: neighbourOf(day, scale, 1) })}
        >
          <ChevronRight className="icon" aria-hidden="true" />
        </button>
        <button className="btn quiet sm" type="button" onClick={() => go({ scale, day: today })}>
          {words.today}
        </button>
      </span>
      <h2 className="period-name">{calendarDays.period(span, scale)}</h2>
      <fieldset className="scales push" aria-label={words.scale}>
        {scales.map((known) => (
          <button
            className="btn sm"
            key={known}
            type="button"
            aria-pressed={known === scale}
            onClick={() => go({ day, scale: known })}
          >
            {words.scales[known]}
          </button>
        ))}
      </fieldset>
    </div>
  );
}

/** Goes to another period and says which. */
export function usePeriodChange(): (period: Period) => void {
  const { params, change } = useBoardAddress();
  const say = useSay();
  return (period) => {
    change(withPeriod(params, period));
    say(calendarDays.period(periodOf(period.day, period.scale), period.scale));
  };
}
