import { Form } from 'react-router';
import { listTargets } from '#db/programme/steering/openness-targets.ts';
import { listSeasons } from '#db/programme/steering/steering-scope.ts';
import { dates } from '#shared/kernel/dates.fr.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { paths } from '#shared/paths.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { INDICATORS } from '#shared/programme/steering/openness.ts';
import { steering } from '#shared/programme/steering/steering.fr.ts';
import { currentSeason } from '#shared/programme/steering/steering.ts';
import { servicesContext } from '../../../context.ts';
import { notFound, requirePlatform } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { act } from '../../../kernel/gesture.server.ts';
import { ErrorSummary, faultsOf } from '../../../ui/error-summary.tsx';
import { TargetFields } from '../target-fields.tsx';
import { targetGestures } from '../target-gestures.server.ts';
import type { Route } from './+types/administration-targets';

const words = steering.targets;

export const handle = frameHandle({
  crumbs: () => [
    { href: paths.administration(), label: frame.administration },
    { href: programmePaths.administrationTargets(), label: words.title },
  ],
});

async function seasonOf({ context }: Pick<Route.LoaderArgs, 'context'>) {
  requirePlatform(context, 'steering.setTargets');
  const { db, now } = context.get(servicesContext);
  const season = currentSeason(await listSeasons(db), dates.iso(now()));
  if (!season) throw notFound();
  return { db, season, now: now() };
}

export async function loader({ context }: Route.LoaderArgs) {
  const { db, season, now } = await seasonOf({ context });
  // What is set in this very millisecond is shown too.
  const end = new Date(now.getTime() + 1);
  return { season: season.name, targets: await listTargets(db, { seasonId: season.id, end }) };
}

export async function action({ request, context }: Route.ActionArgs) {
  await seasonOf({ context });
  return act(context, await request.formData(), targetGestures, {});
}

export default function Targets({ loaderData, actionData }: Route.ComponentProps) {
  const { season, targets } = loaderData;
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.title, frame.administration)}</title>
      <div className="head">
        <div>
          <p className="over">{season}</p>
          <h1>{words.title}</h1>
          <p className="lead">{words.lead}</p>
        </div>
      </div>
      {INDICATORS.map((indicator) => (
        <section key={indicator} className="plate max-w-[44rem]" aria-labelledby={indicator}>
          <header>
            <h2 id={indicator}>{steering.openness.indicators[indicator]}</h2>
          </header>
          <p className="muted mb-4">{steering.openness.explain[indicator]}</p>
          <Form method="post">
            {actionData?.values.form === indicator && (
              <ErrorSummary
                title={words.refused}
                faults={faultsOf(actionData.errors, { percent: words.percent, dueOn: words.dueOn }).map(
                  (fault) => ({
                    ...fault,
                    field: fault.field && `${fault.field}-${indicator}`,
                  }),
                )}
                answer={actionData}
              />
            )}
            <input type="hidden" name="intent" value="set" />
            <input type="hidden" name="indicator" value={indicator} />
            <TargetFields
              indicator={indicator}
              current={targets.find((target) => target.indicator === indicator) ?? null}
              refusal={actionData?.values.form === indicator ? actionData : null}
            />
          </Form>
        </section>
      ))}
    </main>
  );
}
