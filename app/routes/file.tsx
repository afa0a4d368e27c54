import { findFileForMember } from '#db/files.ts';
import { idOfSegment } from '#shared/ids.ts';
import { notFound } from '../access.server.ts';
import { memberContext, servicesContext } from '../context.ts';
import { fileAnswer } from '../file-answer.server.ts';
import type { Route } from './+types/file';

/**
 * [D8] [D16] An uploaded file, for those who may read a document that shows it [A8].
 */
export async function loader({ params, context }: Route.LoaderArgs) {
  const member = context.get(memberContext);
  const fileId = idOfSegment(params.fichier);
  if (!member || !fileId) throw notFound();
  const { db, files, now } = context.get(servicesContext);
  const file = await findFileForMember(db, { fileId, userId: member.id, now: now() });
  const body = file && (await files.read(file.storageKey));
  if (!file || !body) throw notFound();
  return fileAnswer(
    file,
    body,
    file.width === null ? 'private, no-store' : 'private, max-age=86400, immutable',
  );
}
