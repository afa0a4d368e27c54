import { data } from 'react-router';
import { listEfforts } from '#db/programme/experiment/experiment-efforts.ts';
import { listIndicators } from '#db/programme/experiment/experiment-indicators.ts';
import { listMilestones } from '#db/programme/experiment/experiment-milestones.ts';
import { parisDay } from '#shared/kernel/day/paris-time.ts';
import { experiment as words } from '#shared/programme/experiment/experiment.fr.ts';
import { experimentLog } from '#shared/programme/experiment/experiment-log.fr.ts';
import { experimentMilestone } from '#shared/programme/experiment/experiment-milestone.fr.ts';
import { experimentResult } from '#shared/programme/experiment/experiment-result.fr.ts';
import { standingOf } from '#shared/programme/experiment/milestone.ts';
import { memberContext, servicesContext } from '../../../context.ts';
import { notFound } from '../../../kernel/access.server.ts';
import { csvAnswer } from '../csv-answer.server.ts';
import { requireExperiment } from '../experiment.server.ts';
import type { Route } from './+types/experiment-export';

/** A table of an experiment as a file: milestones for all who see it, the rest for those who read inside. */
export async function loader({ params, context }: Route.LoaderArgs) {
  if (!context.get(memberContext)) throw notFound();
  const isOpen = params.fichier === 'jalons.csv';
  const { experiment } = await requireExperiment(
    context,
    params.experimentation,
    isOpen ? 'experiment.read' : 'experiment.readInside',
  );
  const { db, now } = context.get(servicesContext);
  const today = parisDay(now());
  if (isOpen) {
    const { columns, standings, csvName } = experimentMilestone;
    const heads = [columns.title, `${columns.first} (1)`, `${columns.first} (2)`, columns.planned];
    const rows = (await listMilestones(db, experiment.id)).map((milestone) => [
      milestone.title,
      milestone.firstFrom,
      milestone.firstTo,
      milestone.plannedTo,
      milestone.startedOn ?? '',
      milestone.doneOn ?? '',
      standings[standingOf(milestone, today)],
    ]);
    return csvAnswer(
      [[...heads, columns.started, columns.done, columns.standing], ...rows],
      csvName(experiment.title),
    );
  }
  const number = (value: number) => String(value).replace('.', ',');
  if (params.fichier === 'effort.csv') {
    const { month, role, daysColumn, costColumn, csvName } = experimentLog;
    const rows = (await listEfforts(db, experiment.id)).map((effort) => [
      effort.month,
      words.roles[effort.role],
      number(effort.days),
      String(effort.cost),
    ]);
    return csvAnswer([[month, role, daysColumn, costColumn], ...rows], csvName(experiment.title));
  }
  if (params.fichier !== 'indicateurs.csv') throw notFound();
  const { name, unit, targetField, day, measure, csvName } = experimentResult;
  const rows = (await listIndicators(db, experiment.id)).flatMap((indicator) =>
    indicator.measures.map(({ on, value }) => [
      indicator.name,
      indicator.unit,
      indicator.target === null ? '' : number(indicator.target),
      on,
      number(value),
    ]),
  );
  return csvAnswer([[name, unit, targetField, day, measure], ...rows], csvName(experiment.title));
}

export function action() {
  throw data(null, { status: 405 });
}
