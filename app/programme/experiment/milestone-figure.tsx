import { Download } from 'lucide-react';
import { captioned } from '#shared/kernel/captioned.ts';
import { dayWords } from '#shared/kernel/day/day-words.fr.ts';
import { addDays, daysFrom } from '#shared/kernel/day/days.ts';
import { months } from '#shared/kernel/day/months.fr.ts';
import { experimentMilestone as words } from '#shared/programme/experiment/experiment-milestone.fr.ts';
import { addMonths, monthOf } from '#shared/programme/experiment/log.ts';
import { type Milestone, standingOf } from '#shared/programme/experiment/milestone.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { Gantt, type GanttRow } from '../../ui/charts/gantt.tsx';
import { MilestoneTable } from './milestone-table.tsx';

interface MilestoneFigureProps {
  readonly experiment: { readonly id: string; readonly title: string };
  readonly milestones: readonly Milestone[];
  readonly today: string;
}

/** [EX8] The milestones as a chart, what it says in one sentence, their table and their file. */
export function MilestoneFigure({ experiment, milestones, today }: MilestoneFigureProps) {
  const days = milestones
    .flatMap(({ firstFrom, firstTo, plannedTo, startedOn, doneOn }) =>
      [firstFrom, firstTo, plannedTo, startedOn, doneOn].flatMap((day) => day ?? []),
    )
    .sort();
  const span = {
    from: `${monthOf(days[0] ?? today)}-01`,
    to: addDays(`${addMonths(monthOf(days.at(-1) ?? today), 1)}-01`, -1),
  };
  return (
    <figure {...captioned(words.figureTitle)}>
      <Gantt
        id="milestones"
        title={words.figureTitle}
        description={words.figureSentence(milestones.map((milestone) => standingOf(milestone, today)))}
        scrollLabel={words.scroll}
        rows={milestones.map((milestone) => rowOf(milestone, today))}
        span={span}
        months={monthsIn(span)}
        today={today >= span.from && today <= span.to ? { day: today, label: dayWords.short(today) } : null}
      />
      <figcaption className="vh">{words.figureTitle}</figcaption>
      <p className="gantt-legend">
        <span>
          <span aria-hidden="true" />
          {words.legend.planned}
        </span>
        <span>
          <span className="real" aria-hidden="true" />
          {words.legend.actual}
        </span>
        <span>
          <span className="slip" aria-hidden="true" />
          {words.legend.slip}
        </span>
        <a href={programmePaths.experimentMilestonesExport(experiment)}>
          <Download className="icon" aria-hidden="true" /> {words.csv}
        </a>
      </p>
      <details className="mt-2">
        <summary>
          {words.asTable}
          <span className="vh">{words.ofMilestone(words.figureTitle)}</span>
        </summary>
        <MilestoneTable milestones={milestones} today={today} />
      </details>
    </figure>
  );
}

function rowOf(milestone: Milestone, today: string): GanttRow {
  const { id, title, firstFrom, firstTo, plannedTo, startedOn, doneOn } = milestone;
  const actual = startedOn
    ? { from: startedOn, to: doneOn ?? (today < startedOn ? startedOn : today) }
    : null;
  const later = daysFrom(firstTo, plannedTo);
  const reached = actual && actual.to > firstTo ? actual.to : firstTo;
  const slip =
    later > 0 && !doneOn && plannedTo > reached
      ? { from: addDays(reached, 1), to: plannedTo, label: words.slipBy(later) }
      : null;
  return { id, label: title, planned: { from: firstFrom, to: firstTo }, actual, slip };
}

/** The first days of the months of a stretch; every second or more of them where there are many. */
function monthsIn({ from, to }: { from: string; to: string }) {
  const found: { day: string; label: string }[] = [];
  for (let month = monthOf(from); `${month}-01` <= to && found.length < 240; month = addMonths(month, 1))
    found.push({ day: `${month}-01`, label: months.short(month) });
  const step = Math.ceil(found.length / 14);
  return found.filter((_, index) => index % step === 0);
}
