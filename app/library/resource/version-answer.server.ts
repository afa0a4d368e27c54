import type { ResourceVersion } from '#db/library/resource/resource-versions.ts';

/**
 * [RS11] [RS14] A version as it is sent: downloaded, as the picture that was drawn anew from it, or, for a PDF, in a frame of a page
 * of ours (decision 0019). It can run nothing of our pages in any of them.
 */
export function versionAnswer(
  version: ResourceVersion,
  body: ReadableStream<Uint8Array>,
  as: 'download' | 'image' | 'frame',
): Response {
  const name = `filename*=UTF-8''${encodeURIComponent(version.name)}`;
  const headers = new Headers({
    'Content-Type': as === 'image' ? 'image/webp' : version.contentType,
    'Content-Disposition': `${as === 'download' ? 'attachment' : 'inline'}; ${name}`,
    // A length that is kept shows how far a download has come; a recording would be compressed for nothing.
    'Cache-Control': 'private, no-store, no-transform',
    'X-Content-Type-Options': 'nosniff',
  });
  if (as !== 'image') headers.set('Content-Length', String(version.bytes));
  // A frame has the policy of `server/library/resource/pdf-frame.ts`.
  if (as !== 'frame') headers.set('Content-Security-Policy', "default-src 'none'; sandbox");
  return new Response(body, { headers });
}
