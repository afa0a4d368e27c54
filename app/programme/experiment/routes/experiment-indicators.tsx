import {
  addIndicator,
  addMeasure,
  listIndicators,
  removeIndicator,
  removeMeasure,
} from '#db/programme/experiment/experiment-indicators.ts';
import { parisDay } from '#shared/kernel/day/paris-time.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { experiment as words } from '#shared/programme/experiment/experiment.fr.ts';
import { experimentResult } from '#shared/programme/experiment/experiment-result.fr.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { servicesContext } from '../../../context.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { choiceOf } from '../../../kernel/refusal.server.ts';
import { answer, field, readTyped } from '../answer.server.ts';
import { requireExperiment } from '../experiment.server.ts';
import { ExperimentHeader } from '../experiment-header.tsx';
import { IndicatorForms, NewIndicator } from '../indicator-forms.tsx';
import { UndoNotice } from '../undo-notice.tsx';
import type { Route } from './+types/experiment-indicators';

export const handle = frameHandle<Route.ComponentProps['loaderData']>({
  crumbs: ({ experiment }) => [
    { href: programmePaths.experiments(), label: words.title },
    { href: programmePaths.experiment(experiment), label: experiment.title },
    { href: programmePaths.experimentIndicators(experiment), label: experimentResult.indicators },
  ],
});

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { experiment } = await requireExperiment(context, params.experimentation, 'experiment.write');
  const { db, now } = context.get(servicesContext);
  return {
    experiment,
    indicators: await listIndicators(db, experiment.id),
    today: parisDay(now()),
    removed: new URL(request.url).searchParams.get('retire'),
  };
}

const FIELDS = {
  'experiment.nameMissing': 'name',
  'experiment.dayInvalid': 'on',
  'experiment.dayToCome': 'on',
} as const;

export async function action({ request, params, context }: Route.ActionArgs) {
  const { member, experiment } = await requireExperiment(context, params.experimentation, 'experiment.write');
  const typed = readTyped(await request.formData());
  const { db, now, newId } = context.get(servicesContext);
  const change = { experimentId: experiment.id, userId: member.id, now: now(), newId };
  const of = (name: string) => field(typed, name);
  const [page, indicatorId] = [programmePaths.experimentIndicators(experiment), of('id')];
  const given = (to: string) => ({ to, typed, fields: FIELDS });
  switch (choiceOf(typed.intent, ['add', 'measure', 'removeMeasure', 'restore', 'remove'])) {
    case 'add': {
      const indicator = { name: of('name'), unit: of('unit'), target: of('target') };
      return answer(await addIndicator(db, { ...change, typed: indicator }), given(page));
    }
    case 'measure': {
      const measure = { on: of('on'), value: of('value') };
      return answer(await addMeasure(db, { ...change, indicatorId, typed: measure }), given(page));
    }
    case 'removeMeasure':
      return answer(
        await removeMeasure(db, { ...change, indicatorId, measureId: of('measure') }),
        given(page),
      );
    case 'restore':
      return answer(await removeIndicator(db, { ...change, indicatorId, isBack: true }), given(page));
    case 'remove': {
      const to = `${page}?retire=${encodeURIComponent(indicatorId)}`;
      return answer(await removeIndicator(db, { ...change, indicatorId, isBack: false }), given(to));
    }
  }
}

export default function ExperimentIndicators({ loaderData, actionData }: Route.ComponentProps) {
  const { experiment, indicators, today, removed } = loaderData;
  return (
    <main id="contenu">
      <title>{frame.pageTitle(experimentResult.indicators, experiment.title)}</title>
      <ExperimentHeader experiment={experiment} />
      {removed && !actionData && (
        <UndoNotice text={experimentResult.indicatorRemoved} undo={experimentResult.undo} id={removed} />
      )}
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
