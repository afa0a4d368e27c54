import { useImperativeHandle, useMemo, useRef } from 'react';
import { boardLayouts } from '#shared/boards/board-layouts.fr.ts';
import { periodOf } from '#shared/boards/view/calendar.ts';
import { readPeriod, type Scale } from '#shared/boards/view/layout-address.ts';
import { scheduleOf } from '#shared/boards/view/schedule.ts';
import { useBoardWorld } from '../parts/board-world.ts';
import { useBoardAddress } from '../parts/use-board-address.ts';
import { useDueChanges } from '../period/due-changes.ts';
import { DueMenus } from '../period/due-menus.tsx';
import { PeriodBar, usePeriodChange } from '../period/period-bar.tsx';
import { UndatedCards } from '../period/undated-cards.tsx';
import { useDayMoves } from '../period/use-day-moves.ts';
import { LayoutEmpty } from '../view/layout-empty.tsx';
import type { LayoutProps } from '../view/layout-props.ts';
import { CalendarGrid, type CalendarGridProps } from './calendar-grid.tsx';

const words = boardLayouts.calendar;
const SCALES: readonly [Scale, ...Scale[]] = ['month', 'week'];

/** The cards on their due days, by month or week; a card goes to another day by mouse, keys and menu. */
export function CalendarLayout({ columns, isFiltered, ref }: LayoutProps) {
  const { today } = useBoardWorld();
  const { params } = useBoardAddress();
  const period = useMemo(() => readPeriod(params, today, SCALES), [params, today]);
  const schedule = useMemo(() => scheduleOf(columns), [columns]);
  const go = usePeriodChange();
  const { scale } = period;
  const span = periodOf(period.day, scale);
  const follow = (day: string) => {
    if (day < span.first || day > span.last) go({ day, scale });
  };
  useImperativeHandle(ref, () => (cardId: string) => {
    const [day] =
      [...schedule.byDay].find(([, placed]) => placed.some(({ card }) => card.id === cardId)) ?? [];
    if (day) follow(day);
  });
  if (schedule.byDay.size === 0 && schedule.undated.length === 0) {
    return <LayoutEmpty columns={columns} isFiltered={isFiltered} />;
  }
  return (
    <DueMenus onDay={follow}>
      <div className="layout">
        <PeriodBar period={period} scales={SCALES} />
        <CalendarBody period={period} schedule={schedule} onPeriod={go} />
      </div>
    </DueMenus>
  );
}

function CalendarBody(props: CalendarGridProps) {
  const changes = useDueChanges();
  const box = useRef<HTMLDivElement>(null);
  useDayMoves(box, changes);
  return (
    <div className="calendar-box" ref={box}>
      <div>
        {props.schedule.byDay.size === 0 && <p className="note info small">{words.none}</p>}
        <CalendarGrid {...props} />
        {changes && <p className="muted small keys-help">{words.help}</p>}
      </div>
      <UndatedCards cards={props.schedule.undated} hint={words.undatedHint} />
    </div>
  );
}
