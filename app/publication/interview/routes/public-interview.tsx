import { findPublicInterview } from '#db/publication/interview/published-interviews.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { interviewPaths } from '#shared/publication/interview/interview-paths.ts';
import { publishedInterview as words } from '#shared/publication/interview/published-interview.fr.ts';
import { publicSite } from '#shared/publication/public-site/public-site.fr.ts';
import { servicesContext } from '../../../context.ts';
import { staticPage } from '../../../kernel/static-page.ts';
import { Prose } from '../../../ui/prose.tsx';
import { AbsentPage } from '../../public-site/absent-page.tsx';
import { atItsAddress } from '../../public-site/at-its-address.server.ts';
import { SiteFrame } from '../../public-site/site-frame.tsx';
import { SocialMeta } from '../../public-site/social-meta.tsx';
import type { Route } from './+types/public-interview';

export const handle = staticPage;

/** [IV4] The frozen copy of an interview, at its one address: an old title leads there. */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { db, origin } = context.get(servicesContext);
  const found = await findPublicInterview(db, params.adresse);
  const { published: interview, address } = atItsAddress(request, found, interviewPaths.publicInterview);
  return { interview, canonical: origin + address };
}

/** Asked for each time: a withdrawal is at once. */
export function headers() {
  return { 'Cache-Control': 'no-cache' };
}

const day = new Intl.DateTimeFormat('fr', { dateStyle: 'long', timeZone: 'Europe/Paris' });

export default function PublicInterviewPage({ loaderData: { interview, canonical } }: Route.ComponentProps) {
  const { title, person, blocks, publishedAt } = interview;
  return (
    <SiteFrame>
      <title>{`${title} · ${frame.product}`}</title>
      <SocialMeta title={title} description={person.hook} canonical={canonical} kind="article" />
      <article className="public-sheet">
        <header className="mb-8">
          <p className="over">{words.list}</p>
          <h1 className="break-words">{title}</h1>
          <p className="lead mt-3 break-words">{person.hook}</p>
          <p className="mt-3">{words.of(person.personName, person.personRole, person.organisation)}</p>
          <p className="muted mt-2">{publicSite.published(day.format(publishedAt))}</p>
        </header>
        <Prose className="prose" html={blocks.join('')} />
        <footer className="mt-8 small muted">
          <p>{words.withConsent}</p>
          <p className="mt-2">
            <a href={interviewPaths.publicInterviews()}>{words.all}</a>
          </p>
        </footer>
      </article>
    </SiteFrame>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <AbsentPage error={error} gone={{ title: words.goneTitle, text: words.gone }} />;
}
