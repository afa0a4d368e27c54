import type { SentFile } from '#server/kernel/file/files.ts';
import { headerText } from '#shared/kernel/storable.ts';
import { FILE_NAME_HEADER } from '#shared/paths.ts';
import { forbidden, notFound } from './access.server.ts';
import { notOurs } from './refusal.server.ts';

/**
 * The file whose bytes are the body of this request, its name in a header, which no form of another site can send. Names have
 * letters that headers have not: percent-encoded. Null without a name, or when it is not readable.
 */
export function bodyFileOf(request: Request): SentFile | null {
  const announced = request.headers.get('content-length');
  const name = headerText(request.headers.get(FILE_NAME_HEADER) ?? '');
  return name
    ? { name, body: request.body, announcedBytes: announced === null ? null : Number(announced) }
    : null;
}

const TOO_LARGE = 413;
const REFUSED = 422;

/** Why a file was not taken, as its sender's page reads it: a code of the catalogue. */
export function fileRefusal(error: string): Response {
  if (error === 'access.notFound') throw notFound();
  if (error === 'access.forbidden') throw forbidden();
  if (error === 'api.invalid') throw notOurs();
  return Response.json({ error }, { status: error === 'file.tooLarge' ? TOO_LARGE : REFUSED });
}
