import { frame } from '#shared/kernel/frame.fr.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { track as words } from '#shared/programme/track/track.fr.ts';
import { forbidden } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { act } from '../../../kernel/gesture.server.ts';
import { PageHead } from '../../../ui/page/page-head.tsx';
import { requireTrack } from '../track.server.ts';
import { TrackForm } from '../track-form.tsx';
import { trackEditGestures } from '../track-gestures.server.ts';
import type { Route } from './+types/track-edit';

export const handle = frameHandle<Route.ComponentProps['loaderData']>({
  crumbs: ({ track }) => [
    { href: programmePaths.tracks(), label: words.title },
    { href: programmePaths.track(track), label: track.title },
    { href: programmePaths.trackEdit(track), label: words.edit },
  ],
});

export async function loader({ params, context }: Route.LoaderArgs) {
  const { track } = await requireTrack(context, params.chantier);
  if (!track.mayWrite) throw forbidden();
  return { track };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { track } = await requireTrack(context, params.chantier);
  if (!track.mayWrite) throw forbidden();
  return act(context, await request.formData(), trackEditGestures, { track });
}

export default function TrackEdit({ loaderData: { track }, actionData }: Route.ComponentProps) {
  const { title, purpose, schemaName, isForCommonCore } = track;
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.edit, title)}</title>
      <PageHead title={words.editTitle(title)} />
      <TrackForm
        known={{ title, purpose, schemaName, isForCommonCore: isForCommonCore ? 'oui' : '' }}
        answer={actionData}
        submit={words.save}
        cancel={programmePaths.track(track)}
      />
    </main>
  );
}
