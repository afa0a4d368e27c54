import type { Db } from '#db/kernel/client.ts';
import { listPublicBulletins } from '#db/programme/bulletin/bulletins.ts';
import { listCalls } from '#db/programme/call/calls.ts';
import { listPublicComing, listPublicPast } from '#db/programme/event/events.ts';
import { listPublicDossiers } from '#db/publication/dossier/public-dossiers.ts';
import { listPublicInterviews } from '#db/publication/interview/published-interviews.ts';
import { listPublicNewsletters } from '#db/publication/newsletter/newsletters.ts';
import { listPublicGuides } from '#db/publication/public-document/public-guides.ts';
import { listPublicSheets } from '#db/publication/sheet/public-sheets.ts';
import { listPublicSyntheses } from '#db/publication/synthesis/public-syntheses.ts';
import { helpPaths } from '#shared/kernel/help/help-paths.ts';
import { paths } from '#shared/paths.ts';
import { bulletinPaths } from '#shared/programme/bulletin/bulletin-paths.ts';
import { eventPaths } from '#shared/programme/event/event-paths.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { dossierPaths } from '#shared/publication/dossier/dossier-paths.ts';
import { interviewPaths } from '#shared/publication/interview/interview-paths.ts';
import { newsletterPaths } from '#shared/publication/newsletter/newsletter-paths.ts';
import { PUBLIC_PAGES, SITE_PARTS, type SiteTexts } from '#shared/publication/public-site/public-pages.ts';
import { siteMap as words } from '#shared/publication/public-site/site-map.fr.ts';
import { sheetPaths } from '#shared/publication/sheet/sheet-paths.ts';
import { synthesisPaths } from '#shared/publication/synthesis/synthesis-paths.ts';
import { listGuides } from '../../kernel/help/guides.server.ts';
import type { MapEntry, MapPart } from './site-map.tsx';

/** A sitemap may have 50 000 addresses; the programme has 222 cities. */
const MOST = 2_000;

/** [PS13] Every page and text that anybody may open today, by part: the map for people and the one for programs are made of it. */
export async function listSite(db: Db, now: Date): Promise<MapPart[]> {
  const texts = await listTexts(db, now);
  const pages = Object.values(PUBLIC_PAGES);
  return SITE_PARTS.map((part) => ({
    id: part,
    title: words.parts[part],
    entries: pages
      .filter((page) => page.part === part)
      .map(({ label, href, texts: kind, isDoor = false }) => ({
        ...{ label, href, isDoor },
        under: kind ? texts[kind] : [],
      })),
  }));
}

async function listTexts(db: Db, now: Date): Promise<Readonly<Record<SiteTexts, readonly MapEntry[]>>> {
  const [{ sheets }, dossiers, interviews, guides, calls, syntheses, bulletins, coming, past, newsletters] =
    await Promise.all([
      listPublicSheets(db, { size: MOST }),
      listPublicDossiers(db, MOST),
      listPublicInterviews(db, MOST),
      listPublicGuides(db, { size: MOST }),
      listCalls(db, { mayPrepare: false, now }),
      listPublicSyntheses(db),
      listPublicBulletins(db, { limit: MOST }),
      listPublicComing(db, { now, limit: MOST }),
      listPublicPast(db, { now, limit: MOST }),
      listPublicNewsletters(db, { limit: MOST }),
    ]);
  const entry = (
    { title: label, publishedAt }: { title: string; publishedAt: Date | null },
    href: string,
  ): MapEntry => ({ label, href, ...(publishedAt && { changedAt: publishedAt }) });
  return {
    sheets: sheets.map((one) => entry(one, sheetPaths.publicSheet(one.address))),
    dossiers: dossiers.map((one) => entry(one, dossierPaths.publicDossier(one.address))),
    interviews: interviews.map((one) => entry(one, interviewPaths.publicInterview(one.address))),
    guides: guides.map((one) => entry(one, paths.publicDocument(one.address))),
    calls: calls.map((one) => entry({ title: one.title, publishedAt: null }, programmePaths.call(one))),
    syntheses: syntheses.map(({ season, publishedAt }) =>
      entry({ title: season.name, publishedAt }, synthesisPaths.publicSynthesis({ season: season.number })),
    ),
    bulletins: bulletins.map((one) => entry(one, bulletinPaths.publicBulletin(one.address))),
    events: [...coming, ...past].map((one) =>
      entry({ title: one.title, publishedAt: null }, eventPaths.publicEvent(one.address)),
    ),
    newsletters: newsletters.map((one) =>
      entry({ title: one.title, publishedAt: one.sentAt }, newsletterPaths.publicNewsletter(one.address)),
    ),
    help: listGuides().map(({ name, title }) => entry({ title, publishedAt: null }, helpPaths.guide(name))),
  };
}
