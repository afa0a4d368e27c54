import { data } from 'react-router';
import type { StoredFile } from '#db/documents/file/files.ts';
import { refusedRequest } from '#shared/kernel/refused-request.fr.ts';
import { notFound } from './access.server.ts';

/** [FS3] What is read of the store of files; one sentence while it does not answer. */
export function unlessAway<T>(reading: Promise<T>): Promise<T> {
  return reading.catch((error: unknown) => {
    if (!(error instanceof Error) || error.name !== 'StoreAway') throw error;
    throw data(refusedRequest.fileUnavailable, { status: 503, headers: { 'Retry-After': '30' } });
  });
}

/** [FS3] The bytes of a file; absent, it is not found. */
export async function storedBody<T>(reading: Promise<T | null>): Promise<T> {
  const body = await unlessAway(reading);
  if (body === null) throw notFound();
  return body;
}

/** [D8] [D16] A file as it is sent: an image of ours stands in its page, anything else is downloaded; it can run nothing. */
export function fileAnswer(
  file: Pick<StoredFile, 'name' | 'contentType' | 'bytes' | 'width'>,
  body: BodyInit,
  cacheControl: string,
): Response {
  // Only what was drawn anew has a size in pixels.
  const disposition = file.width === null ? 'attachment' : 'inline';
  return new Response(body, {
    headers: {
      'Content-Type': file.contentType,
      'Content-Length': String(file.bytes),
      'Content-Disposition': `${disposition}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      // A length that is kept shows how far a download has come.
      'Cache-Control': `${cacheControl}, no-transform`,
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'X-Content-Type-Options': 'nosniff',
    },
  });
}
