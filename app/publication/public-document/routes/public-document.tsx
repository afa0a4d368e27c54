import { data, redirect } from 'react-router';
import { Prose } from '#app/ui/prose.tsx';
import { findPublicInterview } from '#db/publication/interview/published-interviews.ts';
import { findPublished } from '#db/publication/public-document/publications.ts';
import { findPublicSheet } from '#db/publication/sheet/public-sheets.ts';
import { listPublicSyntheses } from '#db/publication/synthesis/public-syntheses.ts';
import { dates } from '#shared/kernel/dates.fr.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { paths } from '#shared/paths.ts';
import { interviewPaths } from '#shared/publication/interview/interview-paths.ts';
import { publication as words } from '#shared/publication/public-document/publication.fr.ts';
import { sheetPaths } from '#shared/publication/sheet/sheet-paths.ts';
import { synthesisPaths } from '#shared/publication/synthesis/synthesis-paths.ts';
import { servicesContext } from '../../../context.ts';
import { notFound } from '../../../kernel/access.server.ts';
import { staticPage } from '../../../kernel/static-page.ts';
import { AbsentPage } from '../../public-site/absent-page.tsx';
import { PublicOutline } from '../../public-site/public-outline.tsx';
import { SiteFrame } from '../../public-site/site-frame.tsx';
import { SocialMeta } from '../../public-site/social-meta.tsx';
import type { Route } from './+types/public-document';

export const handle = staticPage;

const GONE = 410;

/** [C9] [C11] What a visitor reads: the frozen state, and nothing of what its writers do meanwhile. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const { db, origin } = context.get(servicesContext);
  const published = await findPublished(db, params.adresse);
  if (published === null) throw notFound();
  if (published === 'withdrawn') throw data('withdrawn', { status: GONE });
  // [PS3] A use-case sheet has a page of its own.
  const sheet = await findPublicSheet(db, published.address);
  if (sheet && sheet !== 'withdrawn') throw redirect(sheetPaths.publicSheet(sheet.address), 301);
  const interview = await findPublicInterview(db, published.address);
  if (interview && interview !== 'withdrawn')
    throw redirect(interviewPaths.publicInterview(interview.address), 301);
  // [SY11] So has the synthesis of a season.
  const synthesis = (await listPublicSyntheses(db)).find(({ address }) => address === published.address);
  if (synthesis) throw redirect(synthesisPaths.publicSynthesis({ season: synthesis.season.number }), 301);
  return { published, canonical: origin + paths.publicDocument(published.address) };
}

/** Asked for each time: a withdrawal is at once. */
export function headers() {
  return { 'Cache-Control': 'no-cache' };
}

const day = (at: Date) =>
  new Intl.DateTimeFormat('fr', { dateStyle: 'long', timeZone: 'Europe/Paris' }).format(at);

export default function PublicDocument({ loaderData: { published, canonical } }: Route.ComponentProps) {
  const { title, excerpt, blocks, outline, writers, isIndexed, firstAt, publishedAt } = published;
  const isUpdated = dates.iso(firstAt) !== dates.iso(publishedAt);
  const names = new Intl.ListFormat('fr').format(writers);
  return (
    <SiteFrame>
      <title>{`${title} · ${frame.product}`}</title>
      <SocialMeta title={title} description={excerpt || words.foot} canonical={canonical} kind="article" />
      {!isIndexed && <meta name="robots" content="noindex" />}
      <article className="public-sheet">
        <header className="mb-8">
          <h1>{title}</h1>
          <p className="muted mt-3">
            {words.firstPublished(day(firstAt))}
            {isUpdated && `, ${words.updated(day(publishedAt))}`}
            {names && ` · ${words.by(names)}`}
          </p>
        </header>
        <PublicOutline title={words.outline} outline={outline} />
        <Prose className="prose" html={blocks.join('')} />
      </article>
      <footer className="muted small mt-8">{words.foot}</footer>
    </SiteFrame>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <AbsentPage error={error} gone={{ title: words.goneTitle, text: words.gone }} />;
}
