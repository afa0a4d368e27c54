import { CircleCheck, CircleHelp, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { platformState as words } from '#shared/operations/state/platform-state.fr.ts';
import type { Level, Probe } from '#shared/operations/state/platform-state.ts';

/** One figure of a theme. */
export interface Measure {
  readonly what: string;
  readonly value: ReactNode;
  readonly hint?: string;
  /** Null where a figure has no good or bad. */
  readonly level: Level | null;
}

const LOOKS = {
  fine: { Icon: CircleCheck, badge: 'success' },
  watch: { Icon: TriangleAlert, badge: 'warning' },
  unknown: { Icon: CircleHelp, badge: '' },
} as const;

/** [EP3] A state by its word and its sign; its colour says nothing more. */
function LevelBadge({ level }: { level: Level }) {
  const { Icon, badge } = LOOKS[level];
  return (
    <span className={`badge ${badge}`}>
      <Icon className="icon" aria-hidden="true" /> {words.levels[level]}
    </span>
  );
}

/** What a look gave, or the line that says that it gave nothing. */
export function measured<T>(
  what: string,
  probe: Probe<T>,
  say: (value: T) => Omit<Measure, 'what'>,
): Measure {
  if (probe.ok) return { what, ...say(probe.value) };
  return { what, value: words.whyNot[probe.why], level: 'unknown' };
}

/** The figures of one theme. */
export function StateTable({
  title,
  measures,
  children,
}: {
  title: string;
  measures: readonly Measure[];
  children?: ReactNode;
}) {
  const isJudged = measures.some(({ level }) => level !== null);
  return (
    <section className="mt-8" aria-label={title}>
      <h2>{title}</h2>
      <table className="records mt-3">
        <caption className="vh">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{words.columns.what}</th>
            <th scope="col">{words.columns.value}</th>
            {isJudged && <th scope="col">{words.columns.level}</th>}
          </tr>
        </thead>
        <tbody>
          {measures.map(({ what, value, hint, level }) => (
            <tr key={what}>
              <th scope="row">{what}</th>
              <td data-l={words.columns.value}>
                {value}
                {hint && <small className="muted block">{hint}</small>}
              </td>
              {isJudged && <td data-l={words.columns.level}>{level && <LevelBadge level={level} />}</td>}
            </tr>
          ))}
        </tbody>
      </table>
      {children}
    </section>
  );
}
