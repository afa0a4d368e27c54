import { dates } from '#shared/kernel/dates.fr.ts';
import { mission as words } from '#shared/programme/mission/mission.fr.ts';
import type { LoggedDay, MissionForMember } from '#shared/programme/mission/mission-records.ts';
import { Plate } from '../../ui/page/plate.tsx';
import { type MissionAnswer, noonOf, typedIn } from './answer.ts';
import { DayForm } from './day-form.tsx';

interface DayLogProps {
  readonly days: readonly LoggedDay[];
  readonly mission: MissionForMember;
  readonly mayLog: boolean;
  readonly isCoordinator: boolean;
  readonly me: string;
  readonly today: string;
  readonly answer: MissionAnswer | null;
}

/** Every day that was logged; what was corrected stays in sight, struck out. */
export function DayLog({ days, mission, mayLog, isCoordinator, me, today, answer }: DayLogProps) {
  const { log } = words;
  const logging = typedIn(answer, 'log');
  return (
    <Plate id="days" title={log.title}>
      {mayLog && (
        <details className="fold mb-4" open={logging.isRefused} key={days.length}>
          <summary className="btn primary sm">{log.add}</summary>
          <DayForm
            intent="log"
            mission={mission}
            shown={{ day: today, city: mission.cities[0]?.id ?? '', quarters: '1', work: '' }}
            refused={logging}
            answer={answer}
            consultants={isCoordinator ? mission.consultants : []}
            today={today}
          />
        </details>
      )}
      {days.length === 0 ? (
        <p className="muted">{log.empty}</p>
      ) : (
        <ul className="ruled" aria-label={log.caption}>
          {days.map((row) => {
            const mayCorrect =
              mayLog && !row.replacedBy && row.quarters > 0 && (isCoordinator || row.consultantId === me);
            const correcting = typedIn(answer, `correct ${row.id}`);
            const day = dates.short(noonOf(row.day));
            return (
              <li key={row.id} className={row.replacedBy ? 'muted' : undefined}>
                <p>
                  <strong className={row.replacedBy ? 'line-through' : undefined}>
                    {day} · {words.days(row.quarters)} · {row.city}
                  </strong>{' '}
                  {row.replacedBy && <span className="badge">{log.replaced}</span>}
                  {row.quarters === 0 && !row.replacedBy && (
                    <span className="badge warning">{log.removed}</span>
                  )}
                </p>
                <p className="whitespace-pre-line break-words">{row.work}</p>
                {row.reason && <p className="break-words small">{log.correction(row.reason)}</p>}
                <p className="muted small">
                  {row.consultant}. {log.loggedBy(row.loggedBy ?? log.someone, dates.exact(row.loggedAt))}
                </p>
                {mayCorrect && (
                  <details className="fold mt-2" open={correcting.isRefused}>
                    <summary className="btn quiet sm" aria-label={log.correctOf(day, row.consultant)}>
                      {log.correct}
                    </summary>
                    <DayForm
                      intent="correct"
                      mission={mission}
                      replaces={row.id}
                      shown={{
                        day: row.day,
                        city: row.organisationId,
                        quarters: words.dayNumber(row.quarters),
                        work: row.work,
                      }}
                      refused={correcting}
                      answer={answer}
                      consultants={[]}
                      today={today}
                    />
                  </details>
                )}
              </li>
            );
          })}
        </ul>
      )}
    </Plate>
  );
}
