import type { Db } from '#db/kernel/client.ts';
import { listLaureates } from '#db/programme/assessment/laureates.ts';
import { listPublicBulletins } from '#db/programme/bulletin/bulletins.ts';
import { listCalls } from '#db/programme/call/calls.ts';
import { listPublicComing } from '#db/programme/event/events.ts';
import { listPublicDossiers } from '#db/publication/dossier/public-dossiers.ts';
import { listPublicInterviews } from '#db/publication/interview/published-interviews.ts';
import { countPublicGuides, listPublicGuides } from '#db/publication/public-document/public-guides.ts';
import { findPublicFigures } from '#db/publication/public-site/public-figures.ts';
import { listPublicSheets } from '#db/publication/sheet/public-sheets.ts';
import { findPublicSynthesis } from '#db/publication/synthesis/public-syntheses.ts';
import { parisDay } from '#shared/kernel/day/paris-time.ts';
import { paths } from '#shared/paths.ts';
import { bulletinPaths } from '#shared/programme/bulletin/bulletin-paths.ts';
import { callPart } from '#shared/programme/call/call.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { dossierPaths } from '#shared/publication/dossier/dossier-paths.ts';
import { interviewPaths } from '#shared/publication/interview/interview-paths.ts';
import type { NewsKind, PublicHome } from '#shared/publication/public-site/public-home.ts';
import { sheetPaths } from '#shared/publication/sheet/sheet-paths.ts';
import { synthesisPaths } from '#shared/publication/synthesis/synthesis-paths.ts';

const CASES = 3;
const GUIDES = 3;
const NEWS = 4;
const CHAPTERS = 4;
const LAUREATES = 6;
const COMING = 3;
const DAY = 86_400_000;

/** [PS10] What the public home shows, all of it published; what there is none of is null or empty. */
export async function loadHome(db: Db, now: Date): Promise<PublicHome> {
  const [
    calls,
    { sheets, total },
    guides,
    guideCount,
    found,
    figures,
    interviews,
    dossiers,
    bulletins,
    coming,
  ] = await Promise.all([
    listCalls(db, { mayPrepare: false, now }),
    listPublicSheets(db, { size: NEWS }),
    listPublicGuides(db, { size: NEWS }),
    countPublicGuides(db),
    findPublicSynthesis(db, null),
    findPublicFigures(db),
    listPublicInterviews(db, NEWS),
    listPublicDossiers(db, NEWS),
    listPublicBulletins(db, { limit: NEWS }),
    listPublicComing(db, { now, limit: COMING }),
  ]);
  const synthesis = found === 'withdrawn' ? null : found;
  return {
    call: nearest(calls, now),
    sheets: sheets.slice(0, CASES),
    sheetCount: total,
    laureates: await lastLaureates(db, calls, now),
    guides: guides.slice(0, GUIDES),
    guideCount,
    synthesis: synthesis && {
      season: synthesis.season,
      publishedAt: synthesis.publishedAt,
      chapters: synthesis.outline
        .filter(({ level }) => level === 2)
        .slice(0, CHAPTERS)
        .map(({ text }) => text),
    },
    figures,
    coming: coming.map(({ address, title, startsAt, endsAt, place }) => ({
      ...{ address, title, startsAt, endsAt, place },
    })),
    news: [
      ...calls.flatMap(({ publishedAt, ...call }) =>
        publishedAt ? [newsOf('call', { ...call, publishedAt }, programmePaths.call(call))] : [],
      ),
      ...sheets.map((one) => newsOf('sheet', one, sheetPaths.publicSheet(one.address))),
      ...interviews.map((one) => newsOf('interview', one, interviewPaths.publicInterview(one.address))),
      ...dossiers.map((one) => newsOf('dossier', one, dossierPaths.publicDossier(one.address))),
      ...bulletins.map((one) => newsOf('bulletin', one, bulletinPaths.publicBulletin(one.address))),
      ...guides.map((one) => newsOf('guide', one, paths.publicDocument(one.address))),
      ...(synthesis
        ? [
            newsOf(
              'synthesis',
              synthesis,
              synthesisPaths.publicSynthesis({ season: synthesis.season.number }),
            ),
          ]
        : []),
    ]
      .sort((a, b) => b.at.getTime() - a.at.getTime())
      .slice(0, NEWS),
  };
}

const newsOf = (
  kind: NewsKind,
  { title, publishedAt: at }: { title: string; publishedAt: Date },
  href: string,
) => ({
  ...{ kind, title, at, href },
});

type Calls = Awaited<ReturnType<typeof listCalls>>;

/** The open call that closes first, or else the one that opens first; `others` counts the rest of its kind. */
function nearest(calls: Calls, now: Date) {
  for (const part of ['open', 'coming'] as const) {
    const all = calls.filter((call) => callPart(call, now) === part);
    const first = all.toSorted(
      part === 'open'
        ? (a, b) => a.closesAt.getTime() - b.closesAt.getTime()
        : (a, b) => a.opensAt.getTime() - b.opensAt.getTime(),
    )[0];
    if (first) {
      const { id, title, opensAt, closesAt } = first;
      const daysLeft = (Date.parse(parisDay(closesAt)) - Date.parse(parisDay(now))) / DAY;
      return { id, title, opensAt, closesAt, part, daysLeft: Math.round(daysLeft), others: all.length - 1 };
    }
  }
  return null;
}

/** Of the call whose laureates were announced last. */
async function lastLaureates(db: Db, calls: Calls, now: Date) {
  const past = calls.filter((call) => callPart(call, now) === 'past');
  const all = await listLaureates(db, { callIds: past.map(({ id }) => id), now });
  const last = past
    .flatMap(({ id, title }) => {
      const laureates = all.get(id);
      return laureates && laureates.named.length > 0 ? [{ call: { id, title }, laureates }] : [];
    })
    .sort((a, b) => b.laureates.announcedAt.getTime() - a.laureates.announcedAt.getTime())[0];
  if (!last) return null;
  const { named, unnamed, announcedAt } = last.laureates;
  const shown = named.slice(0, LAUREATES).map((one) => ({ ...one, summary: '' }));
  return {
    call: last.call,
    laureates: { announcedAt, named: shown, unnamed: unnamed + named.length - shown.length },
  };
}
