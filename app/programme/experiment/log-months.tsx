import { Link } from 'react-router';
import { dates } from '#shared/kernel/dates.fr.ts';
import { months } from '#shared/kernel/day/months.fr.ts';
import { canInExperiment, type ExperimentRole } from '#shared/programme/experiment/experiment-access.ts';
import { experimentLog as words } from '#shared/programme/experiment/experiment-log.fr.ts';
import type { Mood } from '#shared/programme/experiment/log.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { Plate } from '../../ui/page/plate.tsx';
import { Comments, type ShownComment } from './comments.tsx';
import { EntryText } from './log-form.tsx';
import type { LogLine } from './log-lines.ts';
import { dueOf, knotOf } from './log-timeline.tsx';
import type { Refused } from './refused.ts';

interface LogMonthsProps {
  readonly experiment: { readonly id: string; readonly title: string; readonly role: ExperimentRole };
  readonly lines: readonly LogLine[];
  readonly comments: readonly ShownComment[];
  readonly memberId: string;
  readonly mayWrite: boolean;
  readonly refused: Refused | undefined;
}

const KINDS = { good: 'success', fair: '', poor: 'warning' } as const satisfies Record<Mood, string>;

/** [EX11] The months of a log, the latest first, with what was said of them. */
export function LogMonths({ experiment, lines, comments, memberId, mayWrite, refused }: LogMonthsProps) {
  const { role } = experiment;
  const mayManage = canInExperiment(role, 'experiment.manage');
  return (
    <Plate id="months" title={words.title} className="experiment-months">
      <p className="muted mb-4">{lines.length === 0 ? words.notStarted : words.lead}</p>
      <ol className="rope">
        {lines.map((line) => {
          const { month, entry, days } = line;
          const name = months.long(month);
          return (
            <li key={month} id={`mois-${month}`} className={knotOf(line)}>
              <h3>
                {months.title(month)}{' '}
                {entry && <span className={`badge ${KINDS[entry.mood]}`}>{words.moodShort[entry.mood]}</span>}
              </h3>
              {entry ? (
                <>
                  <p className="small muted">
                    {words.by(entry.author ?? words.someone, days)} · {dates.short(entry.writtenAt)}
                  </p>
                  <EntryText entry={entry} />
                </>
              ) : (
                <p className="small muted">{dueOf(line)}</p>
              )}
              {mayWrite && (line.isOpen || mayManage) && (
                <p className="mt-2">
                  <Link className="btn sm" to={programmePaths.experimentLog(experiment, month)}>
                    {entry ? words.edit : words.start}
                    <span className="vh">{words.ofMonth(month)}</span>
                  </Link>
                </p>
              )}
              <Comments
                subject={`log:${month}`}
                label={words.commentOf(name)}
                comments={comments.filter(({ subject }) => subject === `log:${month}`)}
                memberId={memberId}
                mayRemoveAll={mayManage}
                refused={refused}
              />
            </li>
          );
        })}
      </ol>
    </Plate>
  );
}
