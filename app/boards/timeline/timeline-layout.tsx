import { useImperativeHandle, useMemo, useRef } from 'react';
import { boardLayouts } from '#shared/boards/board-layouts.fr.ts';
import { periodOf } from '#shared/boards/view/calendar.ts';
import { readPeriod, type Scale } from '#shared/boards/view/layout-address.ts';
import { spanOf, timelineOf } from '#shared/boards/view/schedule.ts';
import { calendarDays } from '#shared/kernel/day/calendar-days.fr.ts';
import { useBoardWorld } from '../parts/board-world.ts';
import { placeOf } from '../parts/places.ts';
import { useBoardAddress } from '../parts/use-board-address.ts';
import { DueMenus } from '../period/due-menus.tsx';
import { PeriodBar, usePeriodChange } from '../period/period-bar.tsx';
import { UndatedCards } from '../period/undated-cards.tsx';
import { LayoutEmpty } from '../view/layout-empty.tsx';
import type { LayoutProps } from '../view/layout-props.ts';
import { TimelineRows } from './timeline-rows.tsx';

const words = boardLayouts.timeline;
const SCALES: readonly [Scale, ...Scale[]] = ['quarter', 'month'];

/** The cards over time: an ordered list in words, and beside each the bar that shows the same. */
export function TimelineLayout({ columns, isFiltered, ref }: LayoutProps) {
  const { today, view, edit } = useBoardWorld();
  const { params } = useBoardAddress();
  const period = useMemo(() => readPeriod(params, today, SCALES), [params, today]);
  const span = useMemo(() => periodOf(period.day, period.scale), [period]);
  const timeline = useMemo(() => timelineOf(columns, span), [columns, span]);
  const go = usePeriodChange();
  const revealRow = useRef<(cardId: string) => void>(null);
  const { scale } = period;
  const follow = (day: string) => {
    if (day < span.first || day > span.last) go({ day, scale });
  };
  useImperativeHandle(ref, () => (cardId: string) => {
    const card = placeOf(view.getBoard(), cardId)?.card;
    const taken = card ? spanOf(card) : null;
    if (taken && (taken.last < span.first || taken.first > span.last)) follow(taken.last);
    revealRow.current?.(cardId);
  });
  const { bars, before, after, undated } = timeline;
  const hasDates = bars.length > 0 || before !== null || after !== null;
  if (!hasDates && undated.length === 0) return <LayoutEmpty columns={columns} isFiltered={isFiltered} />;
  return (
    <DueMenus onDay={follow}>
      <div className="layout">
        <PeriodBar period={period} scales={SCALES} />
        <div className="timeline-around">
          {before && (
            <button className="btn quiet sm" type="button" onClick={() => go({ day: before.day, scale })}>
              ← {words.before(before.count)}
            </button>
          )}
          {after && (
            <button className="btn quiet sm push" type="button" onClick={() => go({ day: after.day, scale })}>
              {words.after(after.count)} →
            </button>
          )}
        </div>
        {bars.length > 0 ? (
          <TimelineRows
            name={words.name(calendarDays.period(span, scale))}
            bars={bars}
            span={span}
            scale={scale}
            ref={revealRow}
          />
        ) : (
          <p className="cards-empty layout-none">{hasDates ? words.none : words.noneDated}</p>
        )}
        <div className="layout-foot">
          <p className="muted small">{edit ? words.help : words.helpReadOnly}</p>
        </div>
        {undated.length > 0 && (
          <div className="timeline-undated">
            <UndatedCards cards={undated} hint={words.undatedHint} />
          </div>
        )}
      </div>
    </DueMenus>
  );
}
