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
import { experimentPage } from '#shared/programme/experiment/experiment-page.fr.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { servicesContext } from '../../../context.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { Notice } from '../../../ui/notice.tsx';
import { CitiesForm } from '../cities-form.tsx';
import { requireExperiment } from '../experiment.server.ts';
import { ExperimentHeader } from '../experiment-header.tsx';
import { FactsForm } from '../facts-form.tsx';
import { LinksPlate } from '../links-panel.tsx';
import { PartnersPlate } from '../partners-panel.tsx';
import { changeSettings } from '../settings-actions.server.ts';
import { TeamPlate } from '../team-panel.tsx';
import { UndoNotice } from '../undo-notice.tsx';
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
    isSaved: asked.has('enregistre'),
    removed: asked.get('partenaire'),
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { member, experiment } = await requireExperiment(context, params.experimentation, 'experiment.write');
  const { db, now, newId } = context.get(servicesContext);
  const change = { experimentId: experiment.id, userId: member.id, now: now(), newId };
  return changeSettings(db, change, experiment, await request.formData());
}

export default function ExperimentSettings({ loaderData, actionData }: Route.ComponentProps) {
  const { experiment, mayManage, isSaved, removed } = loaderData;
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.settings, experiment.title)}</title>
      <ExperimentHeader experiment={experiment} />
      {isSaved && !actionData && <Notice kind="success">{experimentPage.saved}</Notice>}
      {removed && !actionData && (
        <UndoNotice
          text={experimentPage.partnerRemoved}
          undo={experimentPage.undoRemoval}
          id={removed}
          intent="restorePartner"
        />
      )}
      <FactsForm experiment={experiment} refused={actionData} />
      {mayManage && <CitiesForm {...loaderData} refused={actionData} />}
      <TeamPlate {...loaderData} refused={actionData} />
      <PartnersPlate {...loaderData} refused={actionData} />
      <LinksPlate {...loaderData} refused={actionData} />
    </main>
  );
}
