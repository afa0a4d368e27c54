import { Link } from 'react-router';
import {
  countNewsletters,
  listNewsletterDrafts,
  listNewsletters,
} from '#db/publication/newsletter/newsletters.ts';
import { canOnPlatform } from '#shared/kernel/access/access.ts';
import { dates } from '#shared/kernel/dates.fr.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { pages as pageWords } from '#shared/kernel/page/pages.fr.ts';
import { askedPage, LINES_A_PAGE, placeOfPage } from '#shared/kernel/paging.ts';
import { newsletter as words } from '#shared/publication/newsletter/newsletter.fr.ts';
import { newsletterPaths } from '#shared/publication/newsletter/newsletter-paths.ts';
import { servicesContext } from '../../../context.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { AnnouncedTabs } from '../../../programme/announced/announced-tabs.tsx';
import { requirePerson } from '../../../programme/announced/require-person.server.ts';
import { Logo } from '../../../ui/logo.tsx';
import { NewLink } from '../../../ui/page/new-link.tsx';
import { PageHead } from '../../../ui/page/page-head.tsx';
import { Plate } from '../../../ui/page/plate.tsx';
import { Pages } from '../../../ui/pages.tsx';
import type { Route } from './+types/newsletters';

export const handle = frameHandle({
  crumbs: () => [{ href: newsletterPaths.newsletters(), label: words.title }],
});

/** [NL5] The newsletters that were sent, for whoever may read them. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const person = await requirePerson(context);
  const { db } = context.get(servicesContext);
  const asked = askedPage(new URL(request.url).searchParams);
  const place = placeOfPage(asked, await countNewsletters(db, person));
  const sent = await listNewsletters(db, { person, limit: LINES_A_PAGE, offset: place.offset });
  return {
    newsletters: sent.map(({ id, title, sentAt }) => ({ id, title, sentAt })),
    drafts: await listNewsletterDrafts(db, person),
    place,
    mayWrite: canOnPlatform(person.platformRole, 'programme.announce'),
  };
}

export default function Newsletters({ loaderData }: Route.ComponentProps) {
  const { newsletters, drafts, place, mayWrite } = loaderData;
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.title)}</title>
      <PageHead title={words.title} lead={words.lead}>
        {mayWrite && <NewLink to={newsletterPaths.newNewsletter()}>{words.new}</NewLink>}
      </PageHead>
      <AnnouncedTabs current="newsletters" />
      <div className="measure">
        {drafts.length > 0 && (
          <Plate id="brouillons" title={words.drafts}>
            <ul className="ruled">
              {drafts.map((one) => (
                <li key={one.id}>
                  <Link to={newsletterPaths.newsletter(one)}>{one.title}</Link>
                </li>
              ))}
            </ul>
          </Plate>
        )}
        {newsletters.length === 0 && (
          <div className="empty">
            <Logo />
            <p>{words.empty}</p>
          </div>
        )}
        <ul className="ruled">
          {newsletters.map((one) => (
            <li key={one.id}>
              <h2 className="text-lg break-words">
                <Link to={newsletterPaths.newsletter(one)}>{one.title}</Link>
              </h2>
              {one.sentAt && (
                <p className="muted small">
                  <time dateTime={dates.iso(one.sentAt)}>{words.sent(one.sentAt)}</time>
                </p>
              )}
            </li>
          ))}
        </ul>
        <Pages words={pageWords} page={place.page} pages={place.pages} to={newsletterPaths.newsletters} />
      </div>
    </main>
  );
}
