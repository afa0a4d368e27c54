import { findFileForMember } from '#db/documents/file/files.ts';
import { idOfSegment } from '#shared/kernel/ids.ts';
import { memberContext, servicesContext } from '../../context.ts';
import { notFound } from '../access.server.ts';
import { fileAnswer, storedBody, unlessAway } from '../file-answer.server.ts';
import type { Route } from './+types/file';

const KEPT = 'private, max-age=86400, immutable';

/** [D8] [D16] An uploaded file, for those who may read a document or a board that shows it [A8]; an image smaller where it is asked so. */
export async function loader({ params, request, context }: Route.LoaderArgs) {
  const member = context.get(memberContext);
  const fileId = idOfSegment(params.fichier);
  if (!member || !fileId) throw notFound();
  const { db, files, now } = context.get(servicesContext);
  const file = await findFileForMember(db, { fileId, userId: member.id, now: now() });
  if (!file) throw notFound();
  if (file.width !== null && new URL(request.url).searchParams.get('taille') === 'petite') {
    const small = await unlessAway(files.readSmall(file.storageKey));
    const shown = { ...file, contentType: 'image/webp', bytes: small?.length ?? 0 };
    if (small) return fileAnswer(shown, small, KEPT);
  }
  const body = await storedBody(files.read(file.storageKey));
  return fileAnswer(file, body, file.width === null ? 'private, no-store' : KEPT);
}
