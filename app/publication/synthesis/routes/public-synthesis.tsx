import { data } from 'react-router';
import { z } from 'zod';
import {
  findPublicSynthesis,
  listPublicSyntheses,
  type PublicSynthesis,
} from '#db/publication/synthesis/public-syntheses.ts';
import { dates } from '#shared/kernel/dates.fr.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { publicSite } from '#shared/publication/public-site/public-site.fr.ts';
import { publicSynthesis as words } from '#shared/publication/synthesis/public-synthesis.fr.ts';
import { synthesisPaths } from '#shared/publication/synthesis/synthesis-paths.ts';
import { servicesContext } from '../../../context.ts';
import { notFound } from '../../../kernel/access.server.ts';
import { staticPage } from '../../../kernel/static-page.ts';
import { Prose } from '../../../ui/prose.tsx';
import { AbsentPage } from '../../public-site/absent-page.tsx';
import { PublicApprovals } from '../../public-site/public-approvals.tsx';
import { PublicOutline } from '../../public-site/public-outline.tsx';
import { SiteFrame } from '../../public-site/site-frame.tsx';
import { SocialMeta } from '../../public-site/social-meta.tsx';
import type { Route } from './+types/public-synthesis';

export const handle = staticPage;

const GONE = 410;
const Season = z.coerce.number().int().min(0).max(2_000_000_000).nullable();

/** [SY11] The frozen copy of the synthesis of a season, of the last that has one without; a sentence until there is any. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const { db, origin } = context.get(servicesContext);
  const season = Season.safeParse(new URL(request.url).searchParams.get('saison'));
  if (!season.success) throw notFound();
  const synthesis = await findPublicSynthesis(db, season.data);
  if (synthesis === 'withdrawn') throw data('withdrawn', { status: GONE });
  if (synthesis === null && season.data !== null) throw notFound();
  const shown = synthesis ? { season: synthesis.season.number } : {};
  const seasons = (await listPublicSyntheses(db)).map((one) => one.season);
  return { synthesis, seasons, canonical: origin + synthesisPaths.publicSynthesis(shown) };
}

/** Asked for each time: a withdrawal is at once. */
export function headers() {
  return { 'Cache-Control': 'no-cache' };
}

const day = new Intl.DateTimeFormat('fr', { dateStyle: 'long', timeZone: 'Europe/Paris' });

export default function PublicSynthesisPage({ loaderData }: Route.ComponentProps) {
  const { synthesis, seasons, canonical } = loaderData;
  const title = synthesis?.title ?? words.emptyTitle;
  const lead = synthesis ? words.lead(synthesis.season.name) : words.empty;
  return (
    <SiteFrame>
      <title>{`${title} · ${frame.product}`}</title>
      <SocialMeta title={title} description={lead} canonical={canonical} kind="article" />
      {synthesis ? (
        <Text synthesis={synthesis} canonical={canonical} />
      ) : (
        <>
          <h1>{title}</h1>
          <p className="lead mt-3">{lead}</p>
        </>
      )}
      {seasons.length > 1 && (
        <nav className="mt-8" aria-label={words.otherSeasons}>
          <ul className="row">
            {seasons.map(({ number, name }) => (
              <li key={number}>
                <a href={synthesisPaths.publicSynthesis({ season: number })}>{name}</a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </SiteFrame>
  );
}

function Text({ synthesis, canonical }: { synthesis: PublicSynthesis; canonical: string }) {
  const { season, title, blocks, outline, writers, approvals, firstAt, publishedAt } = synthesis;
  const isUpdated = dates.iso(firstAt) !== dates.iso(publishedAt);
  const names = new Intl.ListFormat('fr').format(writers);
  return (
    <article className="public-sheet">
      <header className="mb-8">
        <p className="over">{words.over}</p>
        <h1 className="break-words">{title}</h1>
        <p className="lead mt-3">{words.lead(season.name)}</p>
        <p className="muted mt-3">
          {words.published(day.format(firstAt))}
          {isUpdated && `, ${words.updated(day.format(publishedAt))}`}
        </p>
      </header>
      <PublicOutline title={publicSite.outline} outline={outline} />
      <Prose className="prose" html={blocks.join('')} />
      <PublicApprovals approvals={approvals} />
      <section aria-labelledby="credits" className="mt-8">
        <h2 id="credits">{words.credits}</h2>
        <p className="mt-2">
          {names ? words.creditsBy(names) : words.creditsAlone}
          <a href={publicSite.licenceAddress} rel="license">
            {publicSite.licence}
          </a>
          .
        </p>
        <p className="mt-2">
          {words.permanent}{' '}
          <a className="break-all" href={canonical}>
            {canonical}
          </a>
        </p>
      </section>
    </article>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <AbsentPage error={error} gone={{ title: words.goneTitle, text: words.gone }} />;
}
