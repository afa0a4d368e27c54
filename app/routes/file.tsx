import { findFileForMember } from '#db/files.ts';
import { idOfSegment } from '#shared/ids.ts';
import { notFound } from '../access.server.ts';
import { memberContext, servicesContext } from '../context.ts';
import type { Route } from './+types/file';

/**
 * [D8] [D16] An uploaded file, for those who may read its group: an image of ours stands in its page, anything else is downloaded.
 * Whatever it holds, it can run nothing.
 */
export async function loader({ params, context }: Route.LoaderArgs) {
  const member = context.get(memberContext);
  const fileId = idOfSegment(params.fichier);
  if (!member || !fileId) throw notFound();
  const { db, files, now } = context.get(servicesContext);
  const file = await findFileForMember(db, { fileId, userId: member.id, now: now() });
  const body = file && (await files.read(file.storageKey));
  if (!file || !body) throw notFound();
  // Only what was drawn anew has a size in pixels.
  const isDrawn = file.width !== null;
  return new Response(body, {
    headers: {
      'Content-Type': file.contentType,
      'Content-Length': String(file.bytes),
      'Content-Disposition': `${isDrawn ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      'Cache-Control': isDrawn ? 'private, max-age=86400, immutable' : 'private, no-store',
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'X-Content-Type-Options': 'nosniff',
    },
  });
}
