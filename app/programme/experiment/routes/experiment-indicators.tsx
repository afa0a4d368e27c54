import { listIndicators } from '#db/programme/experiment/experiment-indicators.ts';
import { parisDay } from '#shared/kernel/day/paris-time.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { experiment as words } from '#shared/programme/experiment/experiment.fr.ts';
import { experimentResult } from '#shared/programme/experiment/experiment-result.fr.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { servicesContext } from '../../../context.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { act } from '../../../kernel/gesture.server.ts';
import { requireExperiment } from '../experiment.server.ts';
import { ExperimentHeader } from '../experiment-header.tsx';
import { indicatorGestures } from '../follow-up-gestures.server.ts';
import { IndicatorForms, NewIndicator } from '../indicator-forms.tsx';
import type { Route } from './+types/experiment-indicators';

export const handle = frameHandle<Route.ComponentProps['loaderData']>({
  crumbs: ({ experiment }) => [
    { href: programmePaths.experiments(), label: words.title },
    { href: programmePaths.experiment(experiment), label: experiment.title },
    { href: programmePaths.experimentIndicators(experiment), label: experimentResult.indicators },
  ],
});

export async function loader({ params, context }: Route.LoaderArgs) {
  const { experiment } = await requireExperiment(context, params.experimentation, 'experiment.write');
  const { db, now } = context.get(servicesContext);
  return {
    experiment,
    indicators: await listIndicators(db, experiment.id),
    today: parisDay(now()),
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { experiment } = await requireExperiment(context, params.experimentation, 'experiment.write');
  return act(context, await request.formData(), indicatorGestures, { experiment });
}

export default function ExperimentIndicators({ loaderData, actionData }: Route.ComponentProps) {
  const { experiment, indicators, today } = loaderData;
  return (
    <main id="contenu">
      <title>{frame.pageTitle(experimentResult.indicators, experiment.title)}</title>
      <ExperimentHeader experiment={experiment} refused={actionData} />
      <section className="plate" aria-labelledby="indicators">
        <header>
          <h2 id="indicators">{experimentResult.indicators}</h2>
          {indicators.length > 0 && (
            <a href={programmePaths.experimentIndicatorsExport(experiment)}>{experimentResult.csv}</a>
          )}
        </header>
        {indicators.length === 0 && (
          <div className="empty">
            <h3>{experimentResult.noIndicator}</h3>
            <p>{experimentResult.noIndicatorText}</p>
          </div>
        )}
        <ul className="stack-lg">
          {indicators.map((indicator) => (
            <IndicatorForms key={indicator.id} indicator={indicator} today={today} refused={actionData} />
          ))}
        </ul>
      </section>
      <NewIndicator key={indicators.length} refused={actionData} />
    </main>
  );
}
