import { experiment as words } from '#shared/messages/fr/experiment.ts';
import { frame } from '#shared/messages/fr/frame.ts';
import { paths } from '#shared/paths.ts';
import { requireExperiment } from '../experiments/experiment.server.ts';
import { ExperimentHeader } from '../experiments/experiment-header.tsx';
import { frameHandle } from '../frame-handle.ts';
import type { Route } from './+types/experiment';

export const handle = frameHandle<Route.ComponentProps['loaderData']>({
  crumbs: ({ experiment }) => [
    { href: paths.experiments(), label: words.title },
    { href: paths.experiment(experiment), label: experiment.title },
  ],
});

export async function loader({ params, context }: Route.LoaderArgs) {
  const { experiment } = await requireExperiment(context, params.experimentation);
  return { experiment };
}

export default function ExperimentPage({ loaderData: { experiment } }: Route.ComponentProps) {
  return (
    <main id="contenu">
      <title>{frame.pageTitle(experiment.title, words.title)}</title>
      <ExperimentHeader experiment={experiment} />
    </main>
  );
}
