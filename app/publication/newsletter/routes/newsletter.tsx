import { data, Link } from 'react-router';
import { findNewsletterItems } from '#db/publication/newsletter/newsletter-items.ts';
import { listNewsletterReaders } from '#db/publication/newsletter/newsletter-readers.ts';
import { findNewsletterReport } from '#db/publication/newsletter/newsletters.ts';
import { segment } from '#shared/kernel/address-parts.ts';
import { parisDay } from '#shared/kernel/day/paris-time.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { newsletter as words } from '#shared/publication/newsletter/newsletter.fr.ts';
import { newsletterPaths } from '#shared/publication/newsletter/newsletter-paths.ts';
import { servicesContext } from '../../../context.ts';
import { requirePlatform } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { act } from '../../../kernel/gesture.server.ts';
import { Paragraphs } from '../../../programme/announced/paragraphs.tsx';
import { ToldToBadge } from '../../../programme/announced/told-to.tsx';
import { ErrorSummary, faultsOf } from '../../../ui/error-summary.tsx';
import { PostButton } from '../../../ui/post-button.tsx';
import { newsletterGestures } from '../newsletter-gestures.server.ts';
import { NewsletterReport } from '../newsletter-report.tsx';
import { NewsletterText } from '../newsletter-text.tsx';
import { requireNewsletter } from '../require-newsletter.server.ts';
import type { Route } from './+types/newsletter';

export const handle = frameHandle<Route.ComponentProps['loaderData']>({
  crumbs: ({ newsletter }) => [
    { href: newsletterPaths.newsletters(), label: words.title },
    { href: newsletterPaths.newsletter(newsletter), label: newsletter.title },
  ],
});

/** [NL2] [NL5] A newsletter as it was sent, or as it would be sent now; what left, for whoever composes them. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const { person, newsletter } = await requireNewsletter(context, params.lettre);
  const { db, now: clock } = context.get(servicesContext);
  const now = clock();
  if (newsletter.sentAt) {
    const report = await findNewsletterReport(db, { newsletterId: newsletter.id, person });
    return { newsletter, items: newsletter.items, report, readers: null };
  }
  const items = await findNewsletterItems(db, { ...newsletter, now });
  const readers = await listNewsletterReaders(db, { today: parisDay(now) });
  return { newsletter, items, report: null, readers: readers.length };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  if (request.method !== 'POST') throw data(null, { status: 405 });
  requirePlatform(context, 'programme.announce');
  const { newsletter } = await requireNewsletter(context, params.lettre);
  return act(context, await request.formData(), newsletterGestures, { newsletterId: newsletter.id });
}

export default function NewsletterPage({ loaderData, actionData }: Route.ComponentProps) {
  const { newsletter, items, report, readers } = loaderData;
  const { title, introduction, toldTo, sentAt } = newsletter;
  return (
    <main id="contenu">
      <title>{frame.pageTitle(title, words.title)}</title>
      <div className="head">
        <div className="min-w-0">
          <p className="over row">
            {words.one}
            <ToldToBadge toldTo={toldTo} />
            {!sentAt && <span className="badge warning">{words.draft}</span>}
          </p>
          <h1 className="break-words">{title}</h1>
          {sentAt && <p className="muted mt-2">{words.sent(sentAt)}</p>}
        </div>
        {readers !== null && (
          <div className="row">
            <Link className="btn" to={newsletterPaths.newsletterEdit(newsletter)}>
              {words.edit}
            </Link>
            <PostButton fields={{ intent: 'send' }} className="btn primary">
              {words.send}
            </PostButton>
          </div>
        )}
      </div>
      <ErrorSummary title={words.refused} faults={faultsOf(actionData?.errors)} answer={actionData} />
      {readers !== null && (
        <p className="note mb-6">
          <strong>{words.preview}.</strong> {words.previewLead(readers)}
        </p>
      )}
      <div className="measure">
        <Paragraphs text={introduction} className="stack mb-8 max-w-(--measure)" />
        {items.length === 0 && <p className="muted mt-4">{words.nothing}</p>}
        <NewsletterText items={items} />
        {report && <NewsletterReport report={report} />}
        <p className="row mt-8">
          <Link to={newsletterPaths.newsletters()}>{words.all}</Link>
          {sentAt && toldTo === 'public' && (
            <a href={newsletterPaths.publicNewsletter(segment(newsletter))}>{words.publicPage}</a>
          )}
        </p>
      </div>
    </main>
  );
}
