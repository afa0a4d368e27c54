import { TriangleAlert } from 'lucide-react';
import { Link } from 'react-router';
import { dates } from '#shared/kernel/dates.fr.ts';
import { daysFrom, type Period } from '#shared/kernel/day/days.ts';
import { experimentMilestone as words } from '#shared/programme/experiment/experiment-milestone.fr.ts';
import type { Milestone, Slip } from '#shared/programme/experiment/milestone.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { MilestoneFigure } from './milestone-figure.tsx';

interface MilestonesPlateProps {
  readonly experiment: Period & { readonly id: string; readonly title: string };
  readonly milestones: readonly Milestone[];
  readonly slips: readonly Slip[];
  readonly today: string;
  readonly mayWrite: boolean;
}

/** Where the experiment stands in time: month, last slip with its reason, chart. */
export function MilestonesPlate({ experiment, milestones, slips, today, mayWrite }: MilestonesPlateProps) {
  const open = new Set(milestones.filter(({ doneOn }) => doneOn === null).map(({ id }) => id));
  const slip = slips.findLast(({ milestoneId }) => open.has(milestoneId));
  const rank = rankOf(experiment, today);
  return (
    <section className="plate" aria-labelledby="milestones-heading">
      <header>
        <h2 id="milestones-heading">{words.title}</h2>
        {mayWrite && <Link to={programmePaths.experimentMilestones(experiment)}>{words.edit}</Link>}
      </header>
      {milestones.length === 0 ? (
        <p className="muted">{words.empty}</p>
      ) : (
        <>
          <p className="mb-4">
            {rank && `${words.monthOf(...rank)} `}
            {slip && (
              <>
                <strong className="warning">
                  <TriangleAlert className="icon inline" aria-hidden="true" />{' '}
                  {words.slipped(slip.title, daysFrom(slip.from, slip.to))}
                </strong>
                {slip.reason && words.slipReason(slip.reason, dates.short(slip.at))}
              </>
            )}
          </p>
          <MilestoneFigure experiment={experiment} milestones={milestones} today={today} />
        </>
      )}
    </section>
  );
}

function rankOf({ startsOn, endsOn }: Period, today: string): [number, number] | null {
  if (!startsOn || !endsOn || today < startsOn || today > endsOn) return null;
  const rank = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  return [rank(today) - rank(startsOn) + 1, rank(endsOn) - rank(startsOn) + 1];
}
