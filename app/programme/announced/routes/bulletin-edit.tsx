import { frame } from '#shared/kernel/frame.fr.ts';
import { bulletin as words } from '#shared/programme/bulletin/bulletin.fr.ts';
import { bulletinPaths } from '#shared/programme/bulletin/bulletin-paths.ts';
import { requirePlatform } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { act } from '../../../kernel/gesture.server.ts';
import { PageHead } from '../../../ui/page/page-head.tsx';
import { BulletinForm } from '../bulletin-form.tsx';
import { bulletinEditGestures } from '../bulletin-gestures.server.ts';
import { requireBulletin } from '../require-bulletin.server.ts';
import type { Route } from './+types/bulletin-edit';

export const handle = frameHandle<Route.ComponentProps['loaderData']>({
  crumbs: ({ bulletin }) => [
    { href: bulletinPaths.bulletins(), label: words.title },
    { href: bulletinPaths.bulletin(bulletin), label: bulletin.title },
    { href: bulletinPaths.bulletinEdit(bulletin), label: words.edit },
  ],
});

export async function loader({ params, context }: Route.LoaderArgs) {
  requirePlatform(context, 'programme.announce');
  const { bulletin } = await requireBulletin(context, params.actualite);
  return { bulletin };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  requirePlatform(context, 'programme.announce');
  const { bulletin } = await requireBulletin(context, params.actualite);
  return act(context, await request.formData(), bulletinEditGestures, { bulletinId: bulletin.id });
}

export default function BulletinEdit({ loaderData: { bulletin }, actionData }: Route.ComponentProps) {
  const { title, text, toldTo } = bulletin;
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.editTitle, words.title)}</title>
      <PageHead title={words.editTitle} />
      <BulletinForm
        known={{ title, text, toldTo }}
        answer={actionData}
        submit={words.save}
        cancel={bulletinPaths.bulletin(bulletin)}
      />
    </main>
  );
}
