import { listOrganisations } from '#db/people/organisation/organisations.ts';
import { listNameable, listTeam } from '#db/programme/experiment/experiment-settings.ts';
import {
  listLinked,
  listPartners,
  searchLinkable,
} from '#db/programme/experiment/experiment-surroundings.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { experiment as words } from '#shared/programme/experiment/experiment.fr.ts';
import { canInExperiment } from '#shared/programme/experiment/experiment-access.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { servicesContext } from '../../../context.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { act } from '../../../kernel/gesture.server.ts';
import { CitiesForm } from '../cities-form.tsx';
import { requireExperiment } from '../experiment.server.ts';
import { ExperimentHeader } from '../experiment-header.tsx';
import { FactsForm } from '../facts-form.tsx';
import { LinksPlate } from '../links-panel.tsx';
import { PartnersPlate } from '../partners-panel.tsx';
import { settingsGestures } from '../settings-gestures.server.ts';
import { TeamPlate } from '../team-panel.tsx';
import type { Route } from './+types/experiment-settings';

export const handle = frameHandle<Route.ComponentProps['loaderData']>({
  crumbs: ({ experiment }) => [
    { href: programmePaths.experiments(), label: words.title },
    { href: programmePaths.experiment(experiment), label: experiment.title },
    { href: programmePaths.experimentSettings(experiment), label: words.settings },
  ],
});

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { member, experiment } = await requireExperiment(context, params.experimentation, 'experiment.write');
  const { db, now } = context.get(servicesContext);
  const asked = new URL(request.url).searchParams;
  const [experimentId, reader] = [experiment.id, { userId: member.id, now: now() }];
  const query = asked.get('objet')?.trim().slice(0, 100) ?? '';
  const mayManage = canInExperiment(experiment.role, 'experiment.manage');
  return {
    experiment,
    mayManage,
    team: await listTeam(db, experimentId),
    nameable: await listNameable(db, experimentId),
    organisations: mayManage
      ? (await listOrganisations(db)).filter(({ kind }) =>
          ['municipality', 'intermunicipality', 'agency'].includes(kind),
        )
      : [],
    partners: await listPartners(db, experimentId),
    ...(await listLinked(db, { experimentId, ...reader })),
    query,
    found: await searchLinkable(db, { query, ...reader }),
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { experiment } = await requireExperiment(context, params.experimentation, 'experiment.write');
  return act(context, await request.formData(), settingsGestures, { experiment });
}

export default function ExperimentSettings({ loaderData, actionData }: Route.ComponentProps) {
  const { experiment, mayManage } = loaderData;
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.settings, experiment.title)}</title>
      <ExperimentHeader experiment={experiment} refused={actionData} />
      <FactsForm experiment={experiment} refused={actionData} />
      {mayManage && <CitiesForm {...loaderData} refused={actionData} />}
      <TeamPlate {...loaderData} refused={actionData} />
      <PartnersPlate {...loaderData} refused={actionData} />
      <LinksPlate {...loaderData} refused={actionData} />
    </main>
  );
}
