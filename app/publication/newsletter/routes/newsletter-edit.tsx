import { frame } from '#shared/kernel/frame.fr.ts';
import { newsletter as words } from '#shared/publication/newsletter/newsletter.fr.ts';
import { newsletterPaths } from '#shared/publication/newsletter/newsletter-paths.ts';
import { notFound, requirePlatform } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { act } from '../../../kernel/gesture.server.ts';
import { PageHead } from '../../../ui/page/page-head.tsx';
import { NewsletterForm } from '../newsletter-form.tsx';
import { newsletterEditGestures } from '../newsletter-gestures.server.ts';
import { requireNewsletter } from '../require-newsletter.server.ts';
import type { Route } from './+types/newsletter-edit';

export const handle = frameHandle<Route.ComponentProps['loaderData']>({
  crumbs: ({ newsletter }) => [
    { href: newsletterPaths.newsletters(), label: words.title },
    { href: newsletterPaths.newsletter(newsletter), label: newsletter.title },
    { href: newsletterPaths.newsletterEdit(newsletter), label: words.edit },
  ],
});

/** [NL2] A draft, which alone changes. */
export async function loader({ params, context }: Route.LoaderArgs) {
  requirePlatform(context, 'programme.announce');
  const { newsletter } = await requireNewsletter(context, params.lettre);
  if (newsletter.sentAt) throw notFound();
  return { newsletter };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  requirePlatform(context, 'programme.announce');
  const { newsletter } = await requireNewsletter(context, params.lettre);
  return act(context, await request.formData(), newsletterEditGestures, { newsletterId: newsletter.id });
}

export default function NewsletterEdit({ loaderData: { newsletter }, actionData }: Route.ComponentProps) {
  const { title, introduction, fromDay, toDay, toldTo } = newsletter;
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.editTitle, words.title)}</title>
      <PageHead title={words.editTitle} />
      <NewsletterForm
        known={{ title, introduction, fromDay, toDay, toldTo }}
        answer={actionData}
        submit={words.save}
        cancel={newsletterPaths.newsletter(newsletter)}
      />
    </main>
  );
}
