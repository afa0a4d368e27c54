import { findPublicNewsletter } from '#db/publication/newsletter/newsletters.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { idOfSegment } from '#shared/kernel/ids.ts';
import { beginningOf } from '#shared/kernel/text/linked-text.ts';
import { newsletter as words } from '#shared/publication/newsletter/newsletter.fr.ts';
import { newsletterPaths } from '#shared/publication/newsletter/newsletter-paths.ts';
import { servicesContext } from '../../../context.ts';
import { staticPage } from '../../../kernel/static-page.ts';
import { Paragraphs } from '../../../programme/announced/paragraphs.tsx';
import { AbsentPage } from '../../public-site/absent-page.tsx';
import { atItsAddress } from '../../public-site/at-its-address.server.ts';
import { SiteFrame } from '../../public-site/site-frame.tsx';
import { SocialMeta } from '../../public-site/social-meta.tsx';
import { NewsletterText } from '../newsletter-text.tsx';
import type { Route } from './+types/public-newsletter';

export const handle = staticPage;
const DESCRIPTION = 200;

/** [NL5] One newsletter, for anybody: what in it is the programme’s alone is left out. */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { db, origin } = context.get(servicesContext);
  const id = idOfSegment(params.lettre);
  const found = id ? await findPublicNewsletter(db, id) : null;
  const { published: newsletter, address } = atItsAddress(request, found, newsletterPaths.publicNewsletter);
  return { newsletter, canonical: origin + address };
}

/** Asked for each time. */
export function headers() {
  return { 'Cache-Control': 'no-cache' };
}

export default function PublicNewsletter({ loaderData: { newsletter, canonical } }: Route.ComponentProps) {
  const { title, introduction, items, sentAt } = newsletter;
  return (
    <SiteFrame>
      <title>{`${title} · ${frame.product}`}</title>
      <SocialMeta
        title={title}
        description={beginningOf(introduction, DESCRIPTION) || words.lead}
        canonical={canonical}
        kind="article"
      />
      <header className="mb-8">
        <p className="over">{words.one}</p>
        <h1 className="break-words">{title}</h1>
        {sentAt && <p className="muted mt-2">{words.sent(sentAt)}</p>}
      </header>
      <Paragraphs text={introduction} className="stack mb-8 max-w-(--measure)" />
      <NewsletterText items={items} />
      <p className="mt-8">
        <a href={newsletterPaths.publicNewsletters()}>{words.all}</a>
      </p>
    </SiteFrame>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <AbsentPage error={error} gone={{ title: words.goneTitle, text: words.gone }} />;
}
