import { buffer } from 'node:stream/consumers';
import { type RequestHandler, type Response, Router } from 'express';
import { findPublicDossier, listPublicDossiers } from '#db/publication/dossier/public-dossiers.ts';
import { listPublicInterviews } from '#db/publication/interview/published-interviews.ts';
import { findPublicSheet, listPublicSheets } from '#db/publication/sheet/public-sheets.ts';
import { findPublicPhoto } from '#db/publication/sheet/sheet-photos.ts';
import { dossierPaths } from '#shared/publication/dossier/dossier-paths.ts';
import { paragraphsOf } from '#shared/publication/dossier/thematic-dossier.ts';
import { type Drawn, drawnOfSheet } from '#shared/publication/picture/picture.ts';
import { straightAddress } from '#shared/publication/public-site/public-address.ts';
import { atomFeed, robots } from '#shared/publication/public-site/site-files.ts';
import { sheetPaths } from '#shared/publication/sheet/sheet-paths.ts';
import { StoreAway } from '../../kernel/file/store-away.ts';
import { Lane, LaneFull } from '../../kernel/lane/lane.ts';
import type { Services } from '../../services.ts';
import { drawSharedPicture } from './shared-picture.ts';

const FEED_MAX = 50;
/** Pictures of shared links that wait to be drawn; whoever comes after them asks again. */
const WAITING_MAX = 100;

/** One is drawn at a time; `publicPages` gives each again for some seconds. */
const lane = new Lane({ waiting: WAITING_MAX });

/** [PS14] Asked for each time: a withdrawal is at once. */
async function sendPicture(response: Response, drawn: Drawn): Promise<void> {
  try {
    const picture = await lane.run({ by: { server: 'pictures' } }, () => drawSharedPicture(drawn));
    response.type('image/png').set('Cache-Control', 'no-cache').send(picture);
  } catch (error) {
    if (!(error instanceof LaneFull)) throw error;
    response.set('Retry-After', '5').sendStatus(503);
  }
}

/** [US13] The same of a photograph that its writers put, or of the smaller one. */
async function sendPhoto(
  response: Response,
  files: Services['files'],
  { storageKey, contentType }: { readonly storageKey: string; readonly contentType: string },
  isSmall: boolean,
): Promise<void> {
  try {
    const small = isSmall ? await files.readSmall(storageKey) : null;
    const whole = small ? new Blob([small]).stream() : await files.read(storageKey);
    if (whole === null) return void response.sendStatus(404);
    response
      .type(small ? 'image/webp' : contentType)
      .set({ 'Cache-Control': 'no-cache', 'Content-Security-Policy': "default-src 'none'; sandbox" })
      .send(await buffer(whole));
  } catch (error) {
    if (!(error instanceof StoreAway)) throw error;
    response.set('Retry-After', '30').sendStatus(503);
  }
}

/**
 * [PS3] Leads from a public address in bad shape to the one that it stands for. [PS4] What programs read of the public site: its
 * feed and what robots may do. Only what is published.
 */
export function publicSite({
  db,
  files,
  origin,
  now,
}: Pick<Services, 'db' | 'files' | 'origin' | 'now'>): RequestHandler {
  const router = Router();
  router.use(({ method, originalUrl }, response, next) => {
    const address = method === 'GET' || method === 'HEAD' ? straightAddress(originalUrl) : null;
    return address === null ? next() : response.redirect(301, address);
  });
  router.get(sheetPaths.robots(), (_request, response) => {
    response.type('text/plain; charset=utf-8').send(robots(origin));
  });
  router.get<{ address: string }>(sheetPaths.picture(':address'), async ({ params }, response, next) => {
    const sheet = await findPublicSheet(db, params.address);
    if (!sheet || sheet === 'withdrawn') return next();
    return sendPicture(response, drawnOfSheet(sheet.facts));
  });
  router.get<{ address: string }>(sheetPaths.photo(':address'), async ({ params, query }, response, next) => {
    const photo = await findPublicPhoto(db, params.address);
    return photo ? sendPhoto(response, files, photo, query.taille === 'petite') : next();
  });
  router.get<{ address: string }>(dossierPaths.picture(':address'), async ({ params }, response, next) => {
    const dossier = await findPublicDossier(db, params.address);
    if (!dossier || dossier === 'withdrawn') return next();
    const marks = dossier.items.length;
    return sendPicture(response, { theme: dossier.theme.key, marks, filled: marks });
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
