import { parisDay } from '#shared/kernel/day/paris-time.ts';
import { personalData } from '#shared/operations/personal-data/personal-data.fr.ts';
import { memberContext, servicesContext } from '../../../context.ts';
import { notFound } from '../../../kernel/access.server.ts';
import { fileAnswer } from '../../../kernel/file-answer.server.ts';
import type { Route } from './+types/account-data-file';

/** [PD2] The archive of one's own data: for whoever asked for it, signed in, while it is kept; absent for anybody else. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const member = context.get(memberContext);
  if (!member) throw notFound();
  const { ownDataExports, now } = context.get(servicesContext);
  const file = await ownDataExports.open({ id: params.archive, userId: member.id });
  if (!file) throw notFound();
  const name = personalData.export.fileName(parisDay(now()));
  return fileAnswer(
    { name, contentType: 'application/zip', bytes: file.bytes, width: null },
    file.body,
    'private, no-store',
  );
}
