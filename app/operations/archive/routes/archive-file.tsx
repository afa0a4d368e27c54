import { parisDay } from '#shared/kernel/day/paris-time.ts';
import { openArchive as words } from '#shared/operations/archive/open-archive.fr.ts';
import { memberContext, servicesContext } from '../../../context.ts';
import { notFound } from '../../../kernel/access.server.ts';
import { fileAnswer } from '../../../kernel/file-answer.server.ts';
import type { Route } from './+types/archive-file';

/** [OA5] [OA6] An open archive: for whoever asked for it, signed in, while it is kept and they may have it; absent for anybody else. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const member = context.get(memberContext);
  if (!member) throw notFound();
  const { openArchives, now } = context.get(servicesContext);
  const file = await openArchives.open({ id: params.archive, userId: member.id });
  if (!file) throw notFound();
  const name = words.fileName(file.group ?? words.space, parisDay(now()));
  return fileAnswer(
    { name, contentType: 'application/zip', bytes: file.bytes, width: null },
    file.body,
    'private, no-store',
  );
}
