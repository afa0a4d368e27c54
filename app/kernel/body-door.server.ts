import type { MiddlewareFunction } from 'react-router';
import type { Release } from '#server/kernel/http/shares.ts';
import { refusedRequest } from '#shared/kernel/refused-request.fr.ts';
import { isWellEncoded, unstorableIn, utf8Text } from '#shared/kernel/storable.ts';
import { memberContext, servicesContext } from '../context.ts';

const MEBIBYTE = 1024 * 1024;
const FORM = 'application/x-www-form-urlencoded';
const MULTIPART = 'multipart/form-data';
/** A form without a file, at most: the longest text that is written in one is a page of the site. */
const FORM_MAX_BYTES = 4 * MEBIBYTE;
/** The same of a visitor, who has an address and a password to send, or some sentences. */
const VISITOR_MAX_BYTES = 64 * 1024;
/** What is read here its action reads as well: until then both hold it. */
const TIMES_HELD = 2;
/** How long a form may take to come: a poor line sends four megabytes in this time. */
const WITHIN_MS = 60_000;

/** Addresses whose actions take JSON, or nothing at all: of any type, and bounded as forms are. */
const ANY_TYPE = new Set([
  'administration/journal',
  'deconnexion',
  'documents/:document/auteurs',
  'documents/:document/auteurs.csv',
  'documents/:document/commentaires',
  'documents/:document/versions/:version/:format',
  'documents/:document/visite',
  'experimentations/:experimentation/fichiers/:fichier',
  'tableaux/:tableau/cartes/:carte/commentaires',
]);
/** Addresses whose actions take bytes of any type, and count them as they come. */
const BYTES = new Set([
  'documents/:document/fichiers',
  'donnees/controles/:controle/fichier',
  'tableaux/:tableau/fichiers',
]);
/** Addresses whose actions take a form with a file, and count that as it comes; without one, a form as every address. */
const FILES = new Set([
  'administration/personnes/liste',
  'administration/territoires',
  'atd/importer',
  'candidatures/:candidature/fichiers',
  'documents/:document/images',
  'documents/:document/version-corrigee',
  'donnees/controler',
  'donnees/controles/:controle',
  'donnees/jeux/:jeu',
  'experimentations/:experimentation/besoins/importer',
  'fiches/:fiche',
  'groupes/:groupe/documents/importer',
  'groupes/:groupe/ressources/nouvelle',
  'groupes/:groupe/tableaux/importer',
  'missions/:mission',
  'ressources/:ressource',
]);

/**
 * [SC11] [SC14] [SC16] [SC19] Root middleware: what is sent to a page is a form that can be read and kept, or it is refused in words before any action sees it. It is
 * counted as it comes, whatever it announces, once there is room for it. Whoever sends something else is at fault (400, 408, 413, 415); it is
 * no error of ours, and leaves nothing in the log.
 */
export const readableBody: MiddlewareFunction<Response> = async ({ request, pattern, context }, next) => {
  if (request.method !== 'POST') return next();
  const address = pattern.replace(/^\//, '');
  const type = request.headers.get('content-type') ?? '';
  const kind = type.split(';')[0]?.trim().toLowerCase();
  const isMultipart = kind === MULTIPART;
  const member = context.get(memberContext);
  if (BYTES.has(address)) return next();
  const sender = member ? { account: member.id } : { stranger: request.headers };
  const { env, heldBodies, heldFiles } = context.get(servicesContext);
  const announced = request.headers.get('content-length');
  if (isMultipart && FILES.has(address)) {
    const most = announced === null ? env.UPLOAD_MAX_MB * MEBIBYTE : Number(announced);
    return within(await heldFiles.reserve(sender, most), next);
  }
  if (!ANY_TYPE.has(address) && !isMultipart && kind !== FORM) return refused(415);

  const limit = member ? FORM_MAX_BYTES : VISITOR_MAX_BYTES;
  if (Number(announced) > limit) return refused(413);
  const most = announced === null ? limit : Number(announced);
  return within(await heldBodies.reserve(sender, TIMES_HELD * most), async () => {
    const bytes = await readWithin(request.clone(), limit);
    if (typeof bytes === 'number') {
      // What has come of it is thrown away, not the line, which waits for the answer.
      request.body?.cancel().catch(() => undefined);
      return refused(bytes);
    }
    const text = utf8Text(new Uint8Array(await bytes.arrayBuffer()));
    if (text === null || (kind === FORM && !isWellEncoded(text))) return refused(400);
    const found = kind === 'application/json' ? readJson(text) : await fieldsIn(bytes, { kind, type });
    if (found === undefined) return refused(400);
    return unstorableIn(found) === null ? await next() : refused(400, refusedRequest.unstorableText);
  });
};

/** [SC20] Root middleware: pages are made in turn, so many at once for one account; whoever finds no turn is asked to come back. */
export const inTurn: MiddlewareFunction<Response> = async ({ request, context }, next) => {
  const member = context.get(memberContext);
  const sender = member ? { account: member.id } : { stranger: request.headers };
  return within(await context.get(servicesContext).turns.reserve(sender, 1), next);
};

/** Answers with what was reserved, and gives it back; without it nobody is answered but in words. */
async function within(reserved: Release | null, answer: () => Promise<Response>): Promise<Response> {
  if (!reserved) return refused(503);
  try {
    return await answer();
  } finally {
    reserved();
  }
}

/** The bytes of a body, counted as they come; or why they are refused: broken, too slow, too many. */
async function readWithin({ body }: Request, limit: number): Promise<Blob | 400 | 408 | 413> {
  if (!body) return new Blob();
  const reader = body.getReader();
  const late = Promise.withResolvers<'late'>();
  const timer = setTimeout(() => late.resolve('late'), WITHIN_MS);
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  try {
    for (;;) {
      const part = await Promise.race([reader.read(), late.promise]);
      if (part === 'late') return 408;
      if (part.done) return new Blob(parts);
      size += part.value.length;
      if (size > limit) return 413;
      parts.push(part.value);
    }
  } catch {
    return 400;
  } finally {
    clearTimeout(timer);
    reader.releaseLock();
  }
}

/** The fields of a form, files left out; undefined when it is not whole. What is no form is for its action to refuse, and so is JSON that is none. */
async function fieldsIn(
  bytes: Blob,
  { kind, type }: { readonly kind: string | undefined; readonly type: string },
): Promise<unknown> {
  if (kind !== FORM && kind !== MULTIPART) return [];
  const form = await new Response(bytes, { headers: { 'content-type': type } })
    .formData()
    .catch(() => undefined);
  return form && [...form].map(([name, value]) => [name, typeof value === 'string' ? value : value.name]);
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return [];
  }
}

interface Said {
  readonly title: string;
  readonly text: string;
}
type RefusedStatus = 400 | 408 | 413 | 415 | 503;
const WORDS: Readonly<Record<RefusedStatus, Said>> = {
  400: refusedRequest.unreadableRequest,
  408: refusedRequest.slowRequest,
  413: refusedRequest.longRequest,
  415: refusedRequest.unreadableRequest,
  503: refusedRequest.busy,
};

function refused(status: RefusedStatus, { title, text }: Said = WORDS[status]): Response {
  return new Response(`${title}. ${text}`, {
    status,
    headers: {
      'Content-Type': 'text/plain; charset=utf-8',
      'Cache-Control': 'no-store',
      // Whoever sends too slowly is not waited for, and whoever found no room may come back.
      ...(status === 408 && { Connection: 'close' }),
      ...(status === 503 && { 'Retry-After': '5' }),
    },
  });
}
