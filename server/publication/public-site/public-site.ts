import { type RequestHandler, Router } from 'express';
import { listPublicDossiers } from '#db/publication/dossier/public-dossiers.ts';
import { listPublicInterviews } from '#db/publication/interview/published-interviews.ts';
import { listPublicSheets } from '#db/publication/sheet/public-sheets.ts';
import { listPublicSyntheses } from '#db/publication/synthesis/public-syntheses.ts';
import { paragraphsOf } from '#shared/publication/dossier/thematic-dossier.ts';
import { straightAddress } from '#shared/publication/public-site/public-address.ts';
import { atomFeed, robots, sitemap } from '#shared/publication/public-site/site-files.ts';
import { sheetPaths } from '#shared/publication/sheet/sheet-paths.ts';
import type { Services } from '../../services.ts';

const FEED_MAX = 50;
/** A sitemap may have 50 000 addresses; the programme has 222 cities. */
const MAP_MAX = 2_000;

/**
 * [PS3] Leads from a public address in bad shape to the one that it stands for. [PS4] What programs read of the public site: its
 * feed, its map and what robots may do. Only what is published.
 */
export function publicSite({ db, origin, now }: Pick<Services, 'db' | 'origin' | 'now'>): RequestHandler {
  const router = Router();
  router.use(({ method, originalUrl }, response, next) => {
    const address = method === 'GET' || method === 'HEAD' ? straightAddress(originalUrl) : null;
    return address === null ? next() : response.redirect(301, address);
  });
  router.get(sheetPaths.robots(), (_request, response) => {
    response.type('text/plain; charset=utf-8').send(robots(origin));
  });
  router.get(sheetPaths.sitemap(), async (_request, response) => {
    const { sheets } = await listPublicSheets(db, { size: MAP_MAX });
    const [interviews, dossiers, syntheses] = await Promise.all([
      listPublicInterviews(db, MAP_MAX),
      listPublicDossiers(db, MAP_MAX),
      listPublicSyntheses(db),
    ]);
    response
      .type('application/xml; charset=utf-8')
      .set('Cache-Control', 'no-cache')
      .send(sitemap(origin, { sheets, interviews, dossiers, syntheses }));
  });
  router.get(sheetPaths.feed(), async (_request, response) => {
    const [{ sheets }, interviews, dossiers] = await Promise.all([
      listPublicSheets(db, { size: FEED_MAX }),
      listPublicInterviews(db, FEED_MAX),
      listPublicDossiers(db, FEED_MAX),
    ]);
    const told = {
      sheets,
      interviews: interviews.map(({ person, ...text }) => ({ ...text, summary: person.hook })),
      dossiers: dossiers.map(({ introduction, ...text }) => ({
        ...text,
        firstAt: text.publishedAt,
        summary: paragraphsOf(introduction)[0] ?? '',
      })),
    };
    response
      .type('application/atom+xml; charset=utf-8')
      .set('Cache-Control', 'no-cache')
      .send(atomFeed(origin, told, { now: now(), max: FEED_MAX }));
  });
  return router;
}
