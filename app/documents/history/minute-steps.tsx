import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { history as words } from '#shared/documents/history/history.fr.ts';
import { dates } from '#shared/kernel/dates.fr.ts';
import { paths } from '#shared/paths.ts';
import type { ShownState } from './history-data.ts';

/** Moves along the minutes of a version: step by step, or by a slider that follows the writing. */
export function MinuteSteps({
  document,
  shown,
}: {
  document: { readonly id: string; readonly title: string };
  shown: ShownState;
}) {
  const { minutes, seq } = shown;
  const current = Math.max(
    0,
    minutes.findLastIndex((minute) => minute.seq <= seq),
  );
  const [moved, setMoved] = useState(current);
  useEffect(() => setMoved(current), [current]);
  const navigate = useNavigate();
  const addressOf = (index: number) =>
    paths.documentHistory(document, { version: minutes[index]?.seq ?? seq });
  const [before, after] = [minutes[current - 1]?.seq ?? shown.previous, minutes[current + 1]?.seq];
  const show = () => {
    if (moved !== current) navigate(addressOf(moved), { preventScrollReset: true });
  };
  return (
    <nav className="row minute-steps" aria-label={words.versions.minutesNav}>
      {before > 0 ? (
        <Link
          className="btn sm icon-only"
          to={paths.documentHistory(document, { version: before })}
          preventScrollReset
          aria-label={words.versions.previous}
          title={words.versions.previous}
        >
          <ChevronLeft className="icon" aria-hidden="true" />
        </Link>
      ) : null}
      {minutes.length > 1 && (
        <input
          type="range"
          min={0}
          max={minutes.length - 1}
          value={moved}
          aria-label={words.versions.slider}
          aria-valuetext={dates.exact(minutes[moved]?.at ?? shown.at)}
          onChange={({ currentTarget }) => setMoved(Number(currentTarget.value))}
          onPointerUp={show}
          onKeyUp={show}
          onBlur={show}
        />
      )}
      <span className="small">{dates.clock(minutes[moved]?.at ?? shown.at)}</span>
      {after !== undefined && (
        <Link
          className="btn sm icon-only"
          to={paths.documentHistory(document, { version: after })}
          preventScrollReset
          aria-label={words.versions.next}
          title={words.versions.next}
        >
          <ChevronRight className="icon" aria-hidden="true" />
        </Link>
      )}
      <span className="muted small push">{words.versions.minutes(minutes.length)}</span>
    </nav>
  );
}
