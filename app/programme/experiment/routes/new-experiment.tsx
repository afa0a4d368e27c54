import { listOrganisations } from '#db/people/organisation/organisations.ts';
import { listThemes } from '#db/programme/season/seasons.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { experiment as words } from '#shared/programme/experiment/experiment.fr.ts';
import { experimentPage } from '#shared/programme/experiment/experiment-page.fr.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { servicesContext } from '../../../context.ts';
import { requirePlatform } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { act } from '../../../kernel/gesture.server.ts';
import { PageHead } from '../../../ui/page/page-head.tsx';
import { ExperimentForm } from '../experiment-form.tsx';
import { openExperiment } from '../experiment-gestures.server.ts';
import type { Route } from './+types/new-experiment';

export const handle = frameHandle({
  crumbs: () => [
    { href: programmePaths.experiments(), label: words.title },
    { href: programmePaths.newExperiment(), label: experimentPage.new },
  ],
});

export async function loader({ context }: Route.LoaderArgs) {
  requirePlatform(context, 'experiment.create');
  const { db } = context.get(servicesContext);
  return {
    themes: await listThemes(db),
    organisations: (await listOrganisations(db)).filter(({ kind }) =>
      ['municipality', 'intermunicipality', 'agency'].includes(kind),
    ),
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  requirePlatform(context, 'experiment.create');
  return act(context, await request.formData(), { open: openExperiment }, {});
}

export default function NewExperiment({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <main id="contenu">
      <title>{frame.pageTitle(experimentPage.new, words.title)}</title>
      <PageHead title={experimentPage.new} />
      <ExperimentForm {...loaderData} refused={actionData} />
    </main>
  );
}
