import { Pencil } from 'lucide-react';
import { Link, type ShouldRevalidateFunctionArgs } from 'react-router';
import { findSheetOfExperiment } from '#db/publication/sheet/use-case-sheets.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { experiment as words } from '#shared/programme/experiment/experiment.fr.ts';
import { canInExperiment } from '#shared/programme/experiment/experiment-access.ts';
import { experimentLog as logWords } from '#shared/programme/experiment/experiment-log.fr.ts';
import { experimentPage } from '#shared/programme/experiment/experiment-page.fr.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { servicesContext } from '../../../context.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { act } from '../../../kernel/gesture.server.ts';
import { ExperimentSheetPlate } from '../../../publication/sheet/experiment-sheet-panel.tsx';
import { listSheetGroups } from '../../../publication/sheet/sheet.server.ts';
import { isOldSheet } from '../../../publication/sheet/sheet-age.ts';
import { requireExperiment } from '../experiment.server.ts';
import { stateGestures } from '../experiment-gestures.server.ts';
import { ExperimentHeader } from '../experiment-header.tsx';
import { InsideSummary } from '../inside-summary.tsx';
import { loadOverview } from '../load-overview.server.ts';
import { LogRope } from '../log-timeline.tsx';
import { MilestonesPlate } from '../milestones-panel.tsx';
import { StatePlate } from '../state-panel.tsx';
import { Surroundings } from '../surroundings.tsx';
import type { Route } from './+types/experiment';

export const handle = frameHandle<Route.ComponentProps['loaderData']>({
  crumbs: ({ experiment }) => [
    { href: programmePaths.experiments(), label: words.title },
    { href: programmePaths.experiment(experiment), label: experiment.title },
  ],
});

export async function loader({ params, context }: Route.LoaderArgs) {
  const { member, experiment } = await requireExperiment(context, params.experimentation);
  const { db, now } = context.get(servicesContext);
  const overview = await loadOverview(db, { experiment, userId: member.id, now: now() });
  const asker = { userId: member.id, now: now() };
  const sheet = await findSheetOfExperiment(db, { experimentId: experiment.id, ...asker });
  const mayWrite = canInExperiment(experiment.role, 'experiment.write');
  return {
    experiment,
    ...overview,
    sheet: sheet && { id: sheet.id, title: sheet.title, state: sheet.state, isOld: isOldSheet(sheet, now()) },
    sheetGroups: mayWrite ? await listSheetGroups(context, member.id, experiment.theme.key) : null,
  };
}

/** [EX6] Changes the state, or takes the last change back. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const { experiment } = await requireExperiment(context, params.experimentation);
  return act(context, await request.formData(), stateGestures, { experiment });
}

/** Whoever is told that somebody wrote meanwhile is shown what they wrote. */
export const shouldRevalidate = ({ actionStatus, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) =>
  actionStatus === 422 || defaultShouldRevalidate;

export default function ExperimentPage({ loaderData, actionData }: Route.ComponentProps) {
  const { experiment, milestones, slips, inside, states, today, sheet, sheetGroups } = loaderData;
  const mayWrite = canInExperiment(experiment.role, 'experiment.write');
  return (
    <main id="contenu">
      <title>{frame.pageTitle(experiment.title, words.title)}</title>
      <ExperimentHeader experiment={experiment} refused={actionData}>
        {mayWrite && (
          <Link
            className="btn primary"
            to={programmePaths.experimentLog(experiment, inside?.toWrite ?? undefined)}
          >
            <Pencil className="icon" aria-hidden="true" />
            {logWords.write}
          </Link>
        )}
      </ExperimentHeader>
      <MilestonesPlate
        experiment={experiment}
        milestones={milestones}
        slips={slips}
        today={today}
        mayWrite={mayWrite}
      />
      <div className="cols mt-12">
        <div>
          <section className="plate" aria-labelledby="needs">
            <header>
              <h2 id="needs">{experimentPage.needsTitle}</h2>
              <Link to={programmePaths.experimentNeeds(experiment)}>{experimentPage.needsAll}</Link>
            </header>
            <p className="muted">{experimentPage.needsText}</p>
          </section>
          {inside && <InsideSummary experiment={experiment} {...inside} mayWrite={mayWrite} />}
          {!inside && <p className="muted small mt-6">{experimentPage.programmeReader}</p>}
        </div>
        <aside className="stack-lg" aria-label={experimentPage.state}>
          {inside && (
            <section className="plate" aria-labelledby="log">
              <header>
                <h2 id="log">{logWords.title}</h2>
                <Link to={programmePaths.experimentLog(experiment)}>
                  {logWords.all}
                  <span className="vh">{logWords.allOf(logWords.title)}</span>
                </Link>
              </header>
              <LogRope experiment={experiment} lines={inside.lines.slice(0, 5)} mayWrite={mayWrite} />
            </section>
          )}
          <StatePlate
            experiment={experiment}
            states={states}
            refused={actionData}
            isInside={inside !== null}
          />
          <ExperimentSheetPlate experimentId={experiment.id} sheet={sheet} groups={sheetGroups} />
          {inside && <Surroundings {...inside} />}
        </aside>
      </div>
    </main>
  );
}
