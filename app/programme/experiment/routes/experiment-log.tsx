import type { ShouldRevalidateFunctionArgs } from 'react-router';
import { listExperimentComments } from '#db/programme/experiment/experiment-comments.ts';
import { listDifficulties } from '#db/programme/experiment/experiment-difficulties.ts';
import { listEfforts } from '#db/programme/experiment/experiment-efforts.ts';
import { listLog, listLogVersions } from '#db/programme/experiment/experiment-logs.ts';
import { listEvents } from '#db/programme/experiment/experiment-states.ts';
import { parisDay } from '#shared/kernel/day/paris-time.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { experiment as words } from '#shared/programme/experiment/experiment.fr.ts';
import { canInExperiment } from '#shared/programme/experiment/experiment-access.ts';
import { experimentLog } from '#shared/programme/experiment/experiment-log.fr.ts';
import { checkLogMonth, parseMonth } from '#shared/programme/experiment/log.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { servicesContext } from '../../../context.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { act } from '../../../kernel/gesture.server.ts';
import { DifficultiesPlate } from '../difficulties-panel.tsx';
import { EffortPlate } from '../effort-panel.tsx';
import { requireExperiment } from '../experiment.server.ts';
import { ExperimentHeader } from '../experiment-header.tsx';
import { LogForm } from '../log-form.tsx';
import { logGestures } from '../log-gestures.server.ts';
import { linesOfLog } from '../log-lines.ts';
import { LogMonths } from '../log-months.tsx';
import type { Route } from './+types/experiment-log';

export const handle = frameHandle<Route.ComponentProps['loaderData']>({
  crumbs: ({ experiment }) => [
    { href: programmePaths.experiments(), label: words.title },
    { href: programmePaths.experiment(experiment), label: experiment.title },
    { href: programmePaths.experimentLog(experiment), label: words.log },
  ],
});

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { member, experiment } = await requireExperiment(
    context,
    params.experimentation,
    'experiment.readInside',
  );
  const { db, now } = context.get(servicesContext);
  const asked = new URL(request.url).searchParams;
  const [experimentId, today] = [experiment.id, parisDay(now())];
  const month = parseMonth(asked.get('mois') ?? '');
  const given = { today, startsOn: experiment.startsOn };
  const isManager = canInExperiment(experiment.role, 'experiment.manage');
  const mayWrite = canInExperiment(experiment.role, 'experiment.write');
  const [log, efforts] = [await listLog(db, experimentId), await listEfforts(db, experimentId)];
  return {
    experiment,
    memberId: member.id,
    mayWrite,
    lines: linesOfLog({ experiment, log, efforts, events: await listEvents(db, experimentId), today }),
    efforts,
    writing:
      month && mayWrite && checkLogMonth(month, { ...given, isManager }).ok
        ? { month, versions: await listLogVersions(db, { experimentId, month }) }
        : null,
    comments: await listExperimentComments(db, { experimentId, about: 'log' }),
    difficulties: await listDifficulties(db, experimentId),
    today,
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { experiment } = await requireExperiment(context, params.experimentation, 'experiment.readInside');
  return act(context, await request.formData(), logGestures, { experiment });
}

/** Whoever is told that somebody wrote meanwhile is shown what they wrote. */
export const shouldRevalidate = ({ actionStatus, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) =>
  actionStatus === 422 || defaultShouldRevalidate;

export default function ExperimentLog({ loaderData, actionData }: Route.ComponentProps) {
  const { experiment, lines, efforts, writing, mayWrite } = loaderData;
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.log, experiment.title)}</title>
      <ExperimentHeader experiment={experiment} refused={actionData} />
      {writing && <LogForm experiment={experiment} {...writing} efforts={efforts} refused={actionData} />}
      <div className="cols">
        <LogMonths {...loaderData} refused={actionData} />
        <aside className="stack-lg" aria-label={experimentLog.effortTitle}>
          <EffortPlate
            experiment={experiment}
            efforts={efforts}
            months={lines.map(({ month }) => month)}
            mayWrite={mayWrite}
            refused={actionData}
          />
        </aside>
      </div>
      <DifficultiesPlate {...loaderData} refused={actionData} />
    </main>
  );
}
