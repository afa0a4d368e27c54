import { frame } from '#shared/kernel/frame.fr.ts';
import { facilitator as words } from '#shared/programme/facilitator/facilitator.fr.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { requirePlatform } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { act } from '../../../kernel/gesture.server.ts';
import { PageHead } from '../../../ui/page/page-head.tsx';
import { FacilitatorForm } from '../facilitator-form.tsx';
import { newFacilitatorGestures } from '../facilitator-gestures.server.ts';
import type { Route } from './+types/new-facilitator';

export const handle = frameHandle({
  crumbs: () => [
    { href: programmePaths.facilitators(), label: words.title },
    { href: programmePaths.newFacilitator(), label: words.new },
  ],
});

export function loader({ context }: Route.LoaderArgs) {
  requirePlatform(context, 'programme.coordinate');
  return null;
}

export async function action({ request, context }: Route.ActionArgs) {
  requirePlatform(context, 'programme.coordinate');
  return act(context, await request.formData(), newFacilitatorGestures, {});
}

export default function NewFacilitator({ actionData }: Route.ComponentProps) {
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.new, words.title)}</title>
      <PageHead title={words.new} />
      <FacilitatorForm answer={actionData} cancel={programmePaths.facilitators()} />
    </main>
  );
}
