import type { MiddlewareFunction } from 'react-router';
import { errorPage } from '#shared/kernel/frame.fr.ts';

/** A form without a file, at most: the longest text that is written in one is a page of the site. */
const FORM_MAX_BYTES = 4 * 1024 * 1024;

/** Addresses whose actions read what comes by themselves, whatever its type: files, bytes, JSON, or nothing at all. */
const OWN_READERS = new Set([
  'administration/journal',
  'administration/territoires',
  'atd/importer',
  'candidatures/:candidature/fichiers',
  'deconnexion',
  'documents/:document/auteurs',
  'documents/:document/auteurs.csv',
  'documents/:document/commentaires',
  'documents/:document/fichiers',
  'documents/:document/images',
  'documents/:document/versions/:version/:format',
  'documents/:document/visite',
  'donnees/controler',
  'donnees/controles/:controle/fichier',
  'experimentations/:experimentation/besoins/importer',
  'experimentations/:experimentation/fichiers/:fichier',
  'groupes/:groupe/documents/importer',
  'groupes/:groupe/ressources/nouvelle',
  'groupes/:groupe/tableaux/importer',
  'ressources/:ressource',
  'tableaux/:tableau/cartes/:carte/commentaires',
  'tableaux/:tableau/fichiers',
]);
/** Addresses whose actions read forms with a file by themselves, and others as every address. */
const FILE_READERS = new Set(['donnees/controles/:controle', 'donnees/jeux/:jeu', 'missions/:mission']);

/**
 * [SC11] Root middleware: what is sent to a page is a form that can be read, or it is refused in words before any action sees it. Whoever sends
 * something else is at fault (400, 413, 415); it is no error of ours, and leaves nothing in the log.
 */
export const readableBody: MiddlewareFunction<Response> = async ({ request, pattern }, next) => {
  if (request.method !== 'POST' || OWN_READERS.has(pattern.replace(/^\//, ''))) return next();
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  const isMultipart = type === 'multipart/form-data';
  if (isMultipart && FILE_READERS.has(pattern.replace(/^\//, ''))) return next();
  if (!isMultipart && type !== 'application/x-www-form-urlencoded') return refused(415);
  if (Number(request.headers.get('content-length') ?? 0) > FORM_MAX_BYTES) return refused(413);
  // Whatever bytes they are, they are some form of the first kind; the second has a shape.
  if (isMultipart && !(await isWhole(request.clone()))) return refused(400);
  return next();
};

async function isWhole(request: Request): Promise<boolean> {
  return request.formData().then(
    () => true,
    () => false,
  );
}

function refused(status: 400 | 413 | 415): Response {
  const { title, text } = errorPage.unreadableRequest;
  return new Response(`${title}. ${text}`, {
    status,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' },
  });
}
