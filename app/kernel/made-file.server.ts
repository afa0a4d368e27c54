/**
 * What was made for one person, as they download it: nothing on the way keeps it, and a browser takes it for nothing else than what
 * it says it is.
 */
export function madeFile(
  body: BodyInit | Uint8Array,
  disposition: string,
  { contentType = 'text/csv; charset=utf-8', length }: { contentType?: string; length?: number } = {},
): Response {
  return new Response(body as BodyInit, {
    headers: {
      'Content-Type': contentType,
      ...(length !== undefined && { 'Content-Length': String(length) }),
      'Content-Disposition': disposition,
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  });
}
