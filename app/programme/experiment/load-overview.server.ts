import type { Db } from '#db/kernel/client.ts';
import { listDifficulties } from '#db/programme/experiment/experiment-difficulties.ts';
import { listEfforts } from '#db/programme/experiment/experiment-efforts.ts';
import { listEvaluations } from '#db/programme/experiment/experiment-evaluations.ts';
import { listIndicators } from '#db/programme/experiment/experiment-indicators.ts';
import { listLog } from '#db/programme/experiment/experiment-logs.ts';
import { listMilestones } from '#db/programme/experiment/experiment-milestones.ts';
import { listTeam } from '#db/programme/experiment/experiment-settings.ts';
import { listEvents } from '#db/programme/experiment/experiment-states.ts';
import { listLinked, listPartners } from '#db/programme/experiment/experiment-surroundings.ts';
import type { ExperimentForMember } from '#db/programme/experiment/experiments.ts';
import { parisDay } from '#shared/kernel/day/paris-time.ts';
import { totalEffort } from '#shared/programme/experiment/effort.ts';
import { completenessOf } from '#shared/programme/experiment/evaluation.ts';
import { canInExperiment } from '#shared/programme/experiment/experiment-access.ts';
import { slipsAt } from '#shared/programme/experiment/milestone.ts';
import { linesOfLog } from './log-lines.ts';

interface Asked {
  readonly experiment: ExperimentForMember;
  readonly userId: string;
  readonly now: Date;
}

/** Everything of the first page that this person may read. */
export async function loadOverview(db: Db, asked: Asked) {
  const { experiment, now } = asked;
  const { id, role } = experiment;
  const [today, events] = [parisDay(now), await listEvents(db, id)];
  const isInside = canInExperiment(role, 'experiment.readInside');
  const states = events
    .filter(({ kind }) => kind === 'state.changed')
    .map(({ data, at }) => ({
      from: data.from ?? '',
      to: data.to ?? '',
      reason: isInside ? (data.reason ?? '') : '',
      at,
    }));
  return {
    milestones: await listMilestones(db, id),
    slips: slipsAt(events, today).map((slip) => (isInside ? slip : { ...slip, reason: '' })),
    states,
    today,
    inside: isInside ? await loadInside(db, { ...asked, today, events }) : null,
  };
}

async function loadInside(
  db: Db,
  {
    experiment,
    userId,
    now,
    today,
    events,
  }: Asked & { today: string; events: Awaited<ReturnType<typeof listEvents>> },
) {
  const { id } = experiment;
  const [efforts, evaluations] = [await listEfforts(db, id), await listEvaluations(db, id)];
  const lines = linesOfLog({ experiment, log: await listLog(db, id), efforts, events, today });
  return {
    lines,
    toWrite: lines.find(({ entry, isOpen }) => isOpen && !entry)?.month ?? lines[0]?.month ?? null,
    effort: totalEffort(efforts),
    difficulties: (await listDifficulties(db, id)).filter(({ resolvedOn }) => resolvedOn === null),
    indicators: await listIndicators(db, id),
    completeness: completenessOf(evaluations[0]?.answers ?? {}),
    team: await listTeam(db, id),
    partners: await listPartners(db, id),
    ...(await listLinked(db, { experimentId: id, userId, now })),
  };
}
