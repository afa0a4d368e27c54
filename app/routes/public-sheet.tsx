import { data, isRouteErrorResponse, redirect } from 'react-router';
import { findPublicSheet } from '#db/public-sheets.ts';
import { dates } from '#shared/messages/fr/dates.ts';
import { errorPage, frame } from '#shared/messages/fr/frame.ts';
import { publicSite as words } from '#shared/messages/fr/public-site.ts';
import { parisDay } from '#shared/paris-time.ts';
import { sheetPaths } from '#shared/sheet-paths.ts';
import { isToRefresh } from '#shared/use-case-sheet/sheet-state.ts';
import { notFound } from '../access.server.ts';
import { servicesContext } from '../context.ts';
import { PublicFacts, PublicNeeds } from '../public-site/public-facts.tsx';
import { PublicOutline } from '../public-site/public-outline.tsx';
import { SiteFrame } from '../public-site/site-frame.tsx';
import { SocialMeta } from '../public-site/social-meta.tsx';
import { staticPage } from '../static-page.ts';
import { ErrorPage } from '../ui/error-page.tsx';
import { Prose } from '../ui/prose.tsx';
import { ThemeChip } from '../ui/theme-chip.tsx';
import type { Route } from './+types/public-sheet';

export const handle = staticPage;

const GONE = 410;

/** [PS1] [PS3] The frozen copy of a sheet, at its one address: another case, a slash at the end or an old title lead there. */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { db, origin, now } = context.get(servicesContext);
  const sheet = await findPublicSheet(db, params.adresse);
  if (sheet === null) throw notFound();
  if (sheet === 'withdrawn') throw data('withdrawn', { status: GONE });
  const address = sheetPaths.publicSheet(sheet.address);
  if (new URL(request.url).pathname !== address) throw redirect(address, 301);
  const isOld = isToRefresh(parisDay(sheet.publishedAt), parisDay(now()));
  return { sheet, isOld, canonical: origin + address };
}

/** Asked for each time: a withdrawal is at once. */
export function headers() {
  return { 'Cache-Control': 'no-cache' };
}

const day = (at: Date) =>
  new Intl.DateTimeFormat('fr', { dateStyle: 'long', timeZone: 'Europe/Paris' }).format(at);

export default function PublicSheetPage({ loaderData: { sheet, isOld, canonical } }: Route.ComponentProps) {
  const { title, hook, facts, blocks, outline, writers, firstAt, publishedAt } = sheet;
  const isUpdated = dates.iso(firstAt) !== dates.iso(publishedAt);
  const credited = new Intl.ListFormat('fr').format([...new Set([...facts.cities, ...writers])]);
  return (
    <SiteFrame>
      <title>{`${title} · ${frame.product}`}</title>
      <SocialMeta title={title} description={hook} canonical={canonical} kind="article" />
      <article className="public-sheet">
        <header className="mb-8">
          <p className="over row">
            <ThemeChip theme={facts.theme} />
          </p>
          <h1 className="break-words">{title}</h1>
          <p className="lead mt-3 break-words">{hook}</p>
          <p className="muted mt-3">
            {words.by(credited)}
            {' · '}
            {words.published(day(firstAt))}
            {isUpdated && `, ${words.updated(day(publishedAt))}`}
          </p>
          {isOld && <p className="note warning mt-3">{words.toRefresh}</p>}
        </header>
        <PublicFacts facts={facts} />
        <PublicOutline title={words.outline} outline={outline} />
        <Prose className="prose" html={blocks.join('')} />
        <PublicNeeds needs={facts.needs} />
        <section aria-labelledby="credits" className="mt-8">
          <h2 id="credits">{words.credits}</h2>
          <p className="mt-2">
            {words.creditsText(credited)}
            <a href={words.licenceAddress} rel="license">
              {words.licence}
            </a>
            .
          </p>
          <p className="mt-2">
            {words.permanent}
            {'\u00a0: '}
            <a className="break-all" href={canonical}>
              {canonical}
            </a>
          </p>
          <p className="mt-2">
            <a href={sheetPaths.publicSheets()}>{words.back}</a>
          </p>
        </section>
      </article>
    </SiteFrame>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  const isGone = isRouteErrorResponse(error) && error.status === GONE;
  const known = isRouteErrorResponse(error) && error.status < 500;
  const said = isGone
    ? { title: words.goneTitle, text: words.gone }
    : errorPage[known ? 'notFound' : 'unexpected'];
  return <ErrorPage title={said.title} text={said.text} home={errorPage.home} product={frame.product} />;
}
