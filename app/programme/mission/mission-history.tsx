import { dates } from '#shared/kernel/dates.fr.ts';
import { mission as words } from '#shared/programme/mission/mission.fr.ts';
import type { MissionHistory as History } from '#shared/programme/mission/mission-records.ts';
import { Plate } from '../../ui/page/plate.tsx';
import { noonOf } from './answer.ts';

/** What was granted and what became of the mission, each with its day and its reason. */
export function MissionHistory({ history: { grants, changes } }: { history: History }) {
  const granted = grants.map(({ quarters, endsOn, ...line }, rank) => {
    const end = dates.short(noonOf(endsOn));
    const said =
      rank === 0
        ? words.history.ordered(words.days(quarters), end)
        : quarters > 0
          ? words.history.extended(words.days(quarters), end)
          : words.history.moved(end);
    return { ...line, said };
  });
  const changed = changes.map(({ to, ...line }) => ({ ...line, said: words.history.changed[to] }));
  const lines = [...granted, ...changed].sort((a, b) => a.at.getTime() - b.at.getTime());
  return (
    <Plate id="life" title={words.history.title}>
      <ol className="ruled">
        {lines.map(({ id, said, reason, by, at }) => (
          <li key={id}>
            <strong>{said}</strong>
            {reason && <p className="break-words">{reason}</p>}
            <p className="muted small">{words.history.by(by ?? words.log.someone, dates.exact(at))}</p>
          </li>
        ))}
      </ol>
    </Plate>
  );
}
