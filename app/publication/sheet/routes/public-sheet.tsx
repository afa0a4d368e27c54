import { ArrowRight } from 'lucide-react';
import { countInterests } from '#db/publication/adoption/adoption-interests.ts';
import { listPublicChanges } from '#db/publication/sheet/public-sheets.ts';
import { dates } from '#shared/kernel/dates.fr.ts';
import { parisDay } from '#shared/kernel/day/paris-time.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { topic } from '#shared/programme/topic/topic.fr.ts';
import { topicPaths } from '#shared/programme/topic/topic-paths.ts';
import { adoption } from '#shared/publication/adoption/adoption.fr.ts';
import { letter } from '#shared/publication/adoption/letter.fr.ts';
import { publicSite as words } from '#shared/publication/public-site/public-site.fr.ts';
import { sheetPaths } from '#shared/publication/sheet/sheet-paths.ts';
import { isToRefresh } from '#shared/publication/sheet/sheet-state.ts';
import { servicesContext } from '../../../context.ts';
import { staticPage } from '../../../kernel/static-page.ts';
import { Prose } from '../../../ui/prose.tsx';
import { ThemeChip } from '../../../ui/theme-chip.tsx';
import { InterestCounts } from '../../adoption/interest-counts.tsx';
import { AbsentPage } from '../../public-site/absent-page.tsx';
import { CardCode } from '../../public-site/card-code.tsx';
import { SheetPicture } from '../../public-site/picture.tsx';
import { PublicChanges } from '../../public-site/public-changes.tsx';
import { PublicFacts, PublicNeeds } from '../../public-site/public-facts.tsx';
import { PublicOutline } from '../../public-site/public-outline.tsx';
import { requirePublicSheet } from '../../public-site/public-sheet.server.ts';
import { PublicVisas } from '../../public-site/public-visas.tsx';
import { SiteFrame } from '../../public-site/site-frame.tsx';
import { SocialMeta } from '../../public-site/social-meta.tsx';
import type { Route } from './+types/public-sheet';

export const handle = staticPage;

/** [PS1] [PS3] The frozen copy of a sheet, at its one address: another case, a slash at the end or an old title lead there. */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { db, origin, now } = context.get(servicesContext);
  const { sheet, address } = await requirePublicSheet(context, request, params.adresse);
  const interests = await countInterests(db, sheet.address);
  const isOld = isToRefresh(parisDay(sheet.publishedAt), parisDay(now()));
  return {
    sheet,
    interests,
    changes: await listPublicChanges(db, sheet.address),
    isOld,
    canonical: origin + address,
    card: origin + sheetPaths.card(sheet.address),
  };
}

/** Asked for each time: a withdrawal is at once. */
export function headers() {
  return { 'Cache-Control': 'no-cache' };
}

const day = (at: Date) =>
  new Intl.DateTimeFormat('fr', { dateStyle: 'long', timeZone: 'Europe/Paris' }).format(at);

export default function PublicSheetPage({
  loaderData: { sheet, interests, changes, isOld, canonical, card },
}: Route.ComponentProps) {
  const { title, hook, facts, photo, blocks, outline, writers, firstAt, publishedAt, visas } = sheet;
  const isUpdated = dates.iso(firstAt) !== dates.iso(publishedAt);
  const credited = new Intl.ListFormat('fr').format([...new Set([...facts.cities, ...writers])]);
  return (
    <SiteFrame>
      <title>{`${title} · ${frame.product}`}</title>
      <SocialMeta
        title={title}
        description={hook}
        canonical={canonical}
        kind="article"
        picture={(photo ? sheetPaths.photo : sheetPaths.picture)(sheet.address)}
        pictureAlt={photo?.alt}
      />
      <nav className="crumbs mb-5" aria-label={frame.breadcrumb}>
        <ol>
          <li className="here-s">
            <a href={sheetPaths.publicSheets()}>{words.list}</a>
          </li>
          <li>
            <a href={canonical} aria-current="page">
              {title}
            </a>
          </li>
        </ol>
      </nav>
      <article className="public-sheet">
        <div className="sheet-head">
          <header>
            <ThemeChip theme={facts.theme} />
            <h1 className="mt-4 break-words">{title}</h1>
            <p className="lead mt-3 break-words">{hook}</p>
            <p className="muted mt-3">
              {words.by(credited)}
              {' · '}
              {words.published(day(firstAt))}
              {isUpdated && `, ${words.updated(day(publishedAt))}`}
            </p>
            {isOld && <p className="note warning mt-3">{words.toRefresh}</p>}
            <p className="row mt-5">
              <a className="btn primary wide-s" href={sheetPaths.reproduce(sheet.address)}>
                {adoption.reproduce}
                <ArrowRight className="icon" aria-hidden="true" />
              </a>
              <a className="btn wide-s" href={sheetPaths.letter(sheet.address)}>
                {letter.write}
              </a>
            </p>
          </header>
          <SheetPicture sheet={sheet} />
        </div>
        <PublicFacts facts={facts} />
        <div className="sheet-body">
          <PublicOutline title={words.outline} outline={outline} />
          <div className="sheet-text">
            <Prose className="prose" html={blocks.join('')} />
            <PublicNeeds needs={facts.needs} />
          </div>
          <aside className="stack-lg" aria-label={words.around}>
            <section className="plate" aria-labelledby="reproduire">
              <h2 id="reproduire">{words.elsewhere}</h2>
              <InterestCounts counts={interests} />
              <p className="mt-2">{adoption.reproduceLead}</p>
              <p className="mt-2">
                <a href={topicPaths.ofSheet(sheet.address)}>{topic.ofSheetLink}</a>
              </p>
            </section>
            {visas && <PublicVisas visas={visas} />}
            <PublicChanges changes={changes} />
          </aside>
        </div>
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
          <CardCode title={title} address={card} />
        </section>
      </article>
    </SiteFrame>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <AbsentPage error={error} gone={{ title: words.goneTitle, text: words.gone }} />;
}
