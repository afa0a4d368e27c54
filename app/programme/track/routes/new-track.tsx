import { canOnPlatform } from '#shared/kernel/access/access.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { dataset as datasetWords } from '#shared/library/dataset/dataset.fr.ts';
import { paths } from '#shared/paths.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { track as words } from '#shared/programme/track/track.fr.ts';
import { forbidden, requireMember } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { act } from '../../../kernel/gesture.server.ts';
import { PageHead } from '../../../ui/page/page-head.tsx';
import { TrackForm } from '../track-form.tsx';
import { newTrackGestures } from '../track-gestures.server.ts';
import type { Route } from './+types/new-track';

export const handle = frameHandle({
  crumbs: () => [
    { href: paths.datasets(), label: datasetWords.title },
    { href: programmePaths.tracks(), label: words.title },
    { href: programmePaths.newTrack(), label: words.new },
  ],
});

function requireOpening(context: Route.LoaderArgs['context']) {
  if (!canOnPlatform(requireMember(context).platformRole, 'track.manage')) throw forbidden();
}

export function loader({ context }: Route.LoaderArgs) {
  requireOpening(context);
  return null;
}

export async function action({ request, context }: Route.ActionArgs) {
  requireOpening(context);
  return act(context, await request.formData(), newTrackGestures, {});
}

export default function NewTrack({ actionData }: Route.ComponentProps) {
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.new, words.title)}</title>
      <PageHead title={words.new} />
      <TrackForm answer={actionData} submit={words.create} cancel={programmePaths.tracks()} />
    </main>
  );
}
