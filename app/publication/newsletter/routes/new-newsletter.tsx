import { frame } from '#shared/kernel/frame.fr.ts';
import { newsletter as words } from '#shared/publication/newsletter/newsletter.fr.ts';
import { newsletterPaths } from '#shared/publication/newsletter/newsletter-paths.ts';
import { requirePlatform } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { act } from '../../../kernel/gesture.server.ts';
import { PageHead } from '../../../ui/page/page-head.tsx';
import { NewsletterForm } from '../newsletter-form.tsx';
import { newNewsletterGestures } from '../newsletter-gestures.server.ts';
import type { Route } from './+types/new-newsletter';

export const handle = frameHandle({
  crumbs: () => [
    { href: newsletterPaths.newsletters(), label: words.title },
    { href: newsletterPaths.newNewsletter(), label: words.new },
  ],
});

export function loader({ context }: Route.LoaderArgs) {
  requirePlatform(context, 'programme.announce');
  return null;
}

export async function action({ request, context }: Route.ActionArgs) {
  requirePlatform(context, 'programme.announce');
  return act(context, await request.formData(), newNewsletterGestures, {});
}

export default function NewNewsletter({ actionData }: Route.ComponentProps) {
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.new, words.title)}</title>
      <PageHead title={words.new} lead={words.newLead} />
      <NewsletterForm answer={actionData} submit={words.saveDraft} cancel={newsletterPaths.newsletters()} />
    </main>
  );
}
