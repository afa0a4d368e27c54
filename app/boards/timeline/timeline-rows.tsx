import { type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react';
import { Link } from 'react-router';
import { cardRelations } from '#shared/boards/card/card-relations.fr.ts';
import { dueStateOf } from '#shared/boards/card/due.ts';
import type { Span } from '#shared/boards/view/calendar.ts';
import type { Scale } from '#shared/boards/view/layout-address.ts';
import { type PlacedBar, shareOf } from '#shared/boards/view/schedule.ts';
import { calendarDays } from '#shared/kernel/day/calendar-days.fr.ts';
import { useBoardWorld } from '../parts/board-world.ts';
import { useCardMarks } from '../parts/card-marks.ts';
import { DayCardLink, DayCardMenu } from '../period/day-card.tsx';
import { useDueChanges } from '../period/due-changes.ts';
import { useDayMoves } from '../period/use-day-moves.ts';
import { useWindow } from '../use-window.ts';
import { TimelineAxis } from './timeline-axis.tsx';
import { TimelineLinks } from './timeline-links.tsx';
import { useBarDrags } from './use-bar-drags.ts';

/** Height of a row: `.timeline-row` in the style says the same. */
const ROW_REM = 3.25;

interface TimelineRowsProps {
  readonly name: string;
  readonly bars: readonly PlacedBar[];
  readonly span: Span;
  readonly scale: Scale;
  readonly ref: Ref<(cardId: string) => void>;
}

/** One row a card, in order; of a long list only the rows in sight. */
export function TimelineRows({ name, bars, span, scale, ref }: TimelineRowsProps) {
  const box = useRef<HTMLDivElement>(null);
  const [focused, setFocused] = useState<string | null>(null);
  const kept = bars.findIndex(({ card }) => card.id === focused);
  const { segments, rest, rowHeight } = useWindow(box, ROW_REM, bars.length, kept < 0 ? undefined : kept);
  const changes = useDueChanges();
  useDayMoves(box, changes);
  useBarDrags(box, span, changes);
  useImperativeHandle(ref, () => setFocused, []);
  // A period begins at its top.
  // biome-ignore lint/correctness/useExhaustiveDependencies: at each change of the period, not of its rows
  useEffect(() => {
    if (box.current) box.current.scrollTop = 0;
  }, [span]);
  return (
    <div className="timeline-box" ref={box}>
      <TimelineAxis span={span} scale={scale} />
      <div className="timeline-body">
        <TimelineLinks bars={bars} span={span} rows={segments} rowHeight={rowHeight} />
        <ol className="timeline" aria-label={name}>
          {segments.flatMap(({ index, gap }) => {
            const bar = bars[index];
            if (!bar) return [];
            const row = (
              <Row
                key={bar.card.id}
                bar={bar}
                span={span}
                count={bars.length}
                index={index}
                onFocus={setFocused}
              />
            );
            return gap > 0
              ? [<li key={`before ${bar.card.id}`} role="presentation" style={{ height: gap }} />, row]
              : [row];
          })}
          {rest > 0 && <li role="presentation" style={{ height: rest }} />}
        </ol>
      </div>
    </div>
  );
}

interface RowProps {
  readonly bar: PlacedBar;
  readonly span: Span;
  readonly index: number;
  readonly count: number;
  readonly onFocus: (cardId: string) => void;
}

function Row({ bar: { card, column, span: taken }, span, index, count, onFocus }: RowProps) {
  const { cardPath, today } = useBoardWorld();
  const blockers = useCardMarks().blocked.get(card.id);
  const { left, width } = shareOf(taken, span);
  const state = dueStateOf(card.due, today, column.done);
  const isPoint = taken.first === taken.last;
  return (
    <li
      className="timeline-row"
      aria-setsize={count}
      aria-posinset={index + 1}
      onFocus={() => onFocus(card.id)}
    >
      <div className="timeline-words">
        <DayCardLink card={card} column={column} />
        <span className="muted small">
          {calendarDays.span(taken)}
          {blockers && ` · ${cardRelations.blocked}`}
        </span>
        <DayCardMenu card={card} />
      </div>
      <div className="timeline-track">
        <Link
          className={['timeline-bar', state, isPoint && 'is-point'].filter(Boolean).join(' ')}
          to={cardPath(card.id)}
          preventScrollReset
          tabIndex={-1}
          aria-hidden="true"
          draggable={false}
          data-bar={card.id}
          style={{ left: `${left}%`, width: isPoint ? undefined : `${width}%` }}
        />
      </div>
    </li>
  );
}
