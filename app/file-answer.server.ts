import type { StoredFile } from '#db/files.ts';

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
