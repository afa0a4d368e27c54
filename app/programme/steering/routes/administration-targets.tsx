import { Form, redirect } from 'react-router';
import { z } from 'zod';
import { listTargets, setTarget } from '#db/programme/steering/openness-targets.ts';
import { listSeasons } from '#db/programme/steering/steering-scope.ts';
import { dates } from '#shared/kernel/dates.fr.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { paths } from '#shared/paths.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { INDICATORS, parseTarget } from '#shared/programme/steering/openness.ts';
import { steering } from '#shared/programme/steering/steering.fr.ts';
import { currentSeason } from '#shared/programme/steering/steering.ts';
import { servicesContext } from '../../../context.ts';
import { notFound, requirePlatform } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { parseForm, refuse } from '../../../kernel/refusal.server.ts';
import { Notice } from '../../../ui/notice.tsx';
import { TargetFields } from '../target-fields.tsx';
import type { Route } from './+types/administration-targets';

const words = steering.targets;

export const handle = frameHandle({
  crumbs: () => [
    { href: paths.administration(), label: frame.administration },
    { href: programmePaths.administrationTargets(), label: words.title },
  ],
});

async function seasonOf({ context }: Pick<Route.LoaderArgs, 'context'>) {
  const member = requirePlatform(context, 'steering.setTargets');
  const { db, now, newId } = context.get(servicesContext);
  const season = currentSeason(await listSeasons(db), dates.iso(now()));
  if (!season) throw notFound();
  return { member, db, season, now: now(), newId };
}

export async function loader({ request, context }: Route.LoaderArgs) {
  const { db, season, now } = await seasonOf({ context });
  const isSaved = new URL(request.url).searchParams.get('etat') === 'fixee';
  // What is set in this very millisecond is shown too.
  const end = new Date(now.getTime() + 1);
  return { season: season.name, targets: await listTargets(db, { seasonId: season.id, end }), isSaved };
}

const TargetForm = z.object({
  indicator: z.enum(INDICATORS),
  percent: z.string().max(20),
  dueOn: z.string().max(20),
});

export async function action({ request, context }: Route.ActionArgs) {
  const { db, member, season, now, newId } = await seasonOf({ context });
  const typed = parseForm(TargetForm, await request.formData());
  const target = parseTarget(typed);
  if (!target.ok)
    return refuse({ [target.error === 'steering.dueInvalid' ? 'dueOn' : 'percent']: target.error }, typed);
  const { indicator } = typed;
  await setTarget(db, {
    ...target.value,
    indicator,
    id: newId(),
    seasonId: season.id,
    setBy: member.id,
    now,
  });
  throw redirect(`${programmePaths.administrationTargets()}?etat=fixee`);
}

export default function Targets({ loaderData, actionData }: Route.ComponentProps) {
  const { season, targets, isSaved } = loaderData;
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
      {isSaved && !actionData && <Notice kind="success">{words.saved}</Notice>}
      {INDICATORS.map((indicator) => (
        <section key={indicator} className="plate max-w-[44rem]" aria-labelledby={indicator}>
          <header>
            <h2 id={indicator}>{steering.openness.indicators[indicator]}</h2>
          </header>
          <p className="muted mb-4">{steering.openness.explain[indicator]}</p>
          <Form method="post">
            <input type="hidden" name="indicator" value={indicator} />
            <TargetFields
              indicator={indicator}
              current={targets.find((target) => target.indicator === indicator) ?? null}
              refusal={actionData?.values.indicator === indicator ? actionData : null}
            />
          </Form>
        </section>
      ))}
    </main>
  );
}
