import { countPublicNewsletters, listPublicNewsletters } from '#db/publication/newsletter/newsletters.ts';
import { dates } from '#shared/kernel/dates.fr.ts';
import { askedPage, LINES_A_PAGE, placeOfPage } from '#shared/kernel/paging.ts';
import { newsletter as words } from '#shared/publication/newsletter/newsletter.fr.ts';
import { newsletterPaths } from '#shared/publication/newsletter/newsletter-paths.ts';
import { servicesContext } from '../../../context.ts';
import { staticPage } from '../../../kernel/static-page.ts';
import { ListPage } from '../../public-site/list-page.tsx';
import type { Route } from './+types/public-newsletters';

export const handle = staticPage;

/** [NL5] The newsletters that anybody reads. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const { db, origin } = context.get(servicesContext);
  const asked = askedPage(new URL(request.url).searchParams);
  const place = placeOfPage(asked, await countPublicNewsletters(db));
  const sent = await listPublicNewsletters(db, { limit: LINES_A_PAGE, offset: place.offset });
  return {
    newsletters: sent.map(({ address, title, sentAt }) => ({ address, title, sentAt })),
    place,
    canonical: origin + newsletterPaths.publicNewsletters(place.page),
  };
}

/** Asked for each time. */
export function headers() {
  return { 'Cache-Control': 'no-cache' };
}

export default function PublicNewsletters({ loaderData }: Route.ComponentProps) {
  const { newsletters, place, canonical } = loaderData;
  return (
    <ListPage
      title={words.title}
      lead={words.lead}
      canonical={canonical}
      empty={words.empty}
      items={newsletters}
      place={place}
      to={newsletterPaths.publicNewsletters}
    >
      {({ address, title, sentAt }) => (
        <>
          <h2 className="break-words">
            <a href={newsletterPaths.publicNewsletter(address)}>{title}</a>
          </h2>
          {sentAt && (
            <p className="small muted">
              <time dateTime={dates.iso(sentAt)}>{words.sent(sentAt)}</time>
            </p>
          )}
        </>
      )}
    </ListPage>
  );
}
