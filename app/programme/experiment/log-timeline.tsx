import { Link } from 'react-router';
import { dayWords } from '#shared/kernel/day/day-words.fr.ts';
import { months } from '#shared/kernel/day/months.fr.ts';
import { experimentLog as words } from '#shared/programme/experiment/experiment-log.fr.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import type { LogLine } from './log-lines.ts';

interface LogRopeProps {
  readonly experiment: { readonly id: string; readonly title: string };
  readonly lines: readonly LogLine[];
  readonly mayWrite: boolean;
}

/** The months of a log on their rope, the latest first: what was done, or when it is due. */
export function LogRope({ experiment, lines, mayWrite }: LogRopeProps) {
  if (lines.length === 0) return <p className="muted">{words.notStarted}</p>;
  return (
    <ol className="rope">
      {lines.map((line) => (
        <li key={line.month} className={knotOf(line)}>
          <strong>{months.title(line.month)}</strong>
          {line.entry ? (
            <>
              <p className="small break-words">{words.shorten(line.entry.done)}</p>
              <p className="small muted">{words.by(line.entry.author ?? words.someone, line.days)}</p>
            </>
          ) : (
            <>
              <p className="small muted">{dueOf(line)}</p>
              {mayWrite && line.isOpen && (
                <p className="mt-2">
                  <Link className="btn sm" to={programmePaths.experimentLog(experiment, line.month)}>
                    {words.start}
                    <span className="vh">{words.ofMonth(line.month)}</span>
                  </Link>
                </p>
              )}
            </>
          )}
        </li>
      ))}
    </ol>
  );
}

export function knotOf({ entry, isLate, isOpen }: LogLine): string | undefined {
  if (entry) return 'done';
  if (isLate) return 'late';
  return isOpen ? 'now' : undefined;
}

export function dueOf({ isLate, isOpen, due }: LogLine): string {
  if (isLate) return words.lateSince(dayWords.full(due));
  return isOpen ? words.dueBy(dayWords.full(due)) : words.missing;
}
