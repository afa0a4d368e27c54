import { findPublicBulletin } from '#db/programme/bulletin/bulletins.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { idOfSegment } from '#shared/kernel/ids.ts';
import { beginningOf } from '#shared/kernel/text/linked-text.ts';
import { bulletin as words } from '#shared/programme/bulletin/bulletin.fr.ts';
import { bulletinPaths } from '#shared/programme/bulletin/bulletin-paths.ts';
import { servicesContext } from '../../../context.ts';
import { staticPage } from '../../../kernel/static-page.ts';
import { Paragraphs } from '../../../programme/announced/paragraphs.tsx';
import { AbsentPage } from '../../public-site/absent-page.tsx';
import { atItsAddress } from '../../public-site/at-its-address.server.ts';
import { SiteFrame } from '../../public-site/site-frame.tsx';
import { SocialMeta } from '../../public-site/social-meta.tsx';
import type { Route } from './+types/public-bulletin';

export const handle = staticPage;
const DESCRIPTION = 200;

/** [AE4] One announcement, for anybody, at its one address: an old title leads there. */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { db, origin } = context.get(servicesContext);
  const id = idOfSegment(params.actualite);
  const found = id ? await findPublicBulletin(db, id) : null;
  const { published: bulletin, address } = atItsAddress(request, found, bulletinPaths.publicBulletin);
  return { bulletin, canonical: origin + address };
}

/** Asked for each time: a withdrawal is at once. */
export function headers() {
  return { 'Cache-Control': 'no-cache' };
}

export default function PublicBulletin({ loaderData: { bulletin, canonical } }: Route.ComponentProps) {
  const { title, text, publishedAt, changedAt } = bulletin;
  return (
    <SiteFrame>
      <title>{`${title} · ${frame.product}`}</title>
      <SocialMeta
        title={title}
        description={beginningOf(text, DESCRIPTION)}
        canonical={canonical}
        kind="article"
      />
      <article>
        <header className="mb-8">
          <p className="over">{words.one}</p>
          <h1 className="break-words">{title}</h1>
          <p className="muted mt-2">
            {words.published(publishedAt)}
            {changedAt && `, ${words.changed(changedAt)}`}
          </p>
        </header>
        <Paragraphs text={text} />
        <p className="mt-8">
          <a href={bulletinPaths.publicBulletins()}>{words.all}</a>
        </p>
      </article>
    </SiteFrame>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <AbsentPage error={error} gone={{ title: words.goneTitle, text: words.gone }} />;
}
