import { findApplicationFile } from '#db/programme/application/application-files.ts';
import { memberContext, servicesContext } from '../../../context.ts';
import { notFound } from '../../../kernel/access.server.ts';
import { fileAnswer, storedBody } from '../../../kernel/file-answer.server.ts';
import { requireApplication } from '../application.server.ts';
import type { Route } from './+types/application-file';

/** [AP13] A file of an application, for whoever may see the application; it is downloaded, never drawn. */
export async function loader({ params, context }: Route.LoaderArgs) {
  if (!context.get(memberContext)) throw notFound();
  const { member, application } = await requireApplication(context, params.candidature);
  const { db, applicationFiles } = context.get(servicesContext);
  const asked = { applicationId: application.id, fileId: params.fichier, userId: member.id };
  const file = await findApplicationFile(db, asked);
  if (!file) throw notFound();
  const body = await storedBody(applicationFiles.read(file.storageKey));
  return fileAnswer({ ...file, width: null }, body, 'private, no-store');
}
