import { frame } from '#shared/kernel/frame.fr.ts';
import { bulletin as words } from '#shared/programme/bulletin/bulletin.fr.ts';
import { bulletinPaths } from '#shared/programme/bulletin/bulletin-paths.ts';
import { requirePlatform } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { act } from '../../../kernel/gesture.server.ts';
import { PageHead } from '../../../ui/page/page-head.tsx';
import { BulletinForm } from '../bulletin-form.tsx';
import { newBulletinGestures } from '../bulletin-gestures.server.ts';
import type { Route } from './+types/new-bulletin';

export const handle = frameHandle({
  crumbs: () => [
    { href: bulletinPaths.bulletins(), label: words.title },
    { href: bulletinPaths.newBulletin(), label: words.new },
  ],
});

export function loader({ context }: Route.LoaderArgs) {
  requirePlatform(context, 'programme.announce');
  return null;
}

export async function action({ request, context }: Route.ActionArgs) {
  requirePlatform(context, 'programme.announce');
  return act(context, await request.formData(), newBulletinGestures, {});
}

export default function NewBulletin({ actionData }: Route.ComponentProps) {
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.new, words.title)}</title>
      <PageHead title={words.new} lead={words.newLead} />
      <BulletinForm answer={actionData} submit={words.saveDraft} cancel={bulletinPaths.bulletins()} />
    </main>
  );
}
