import { recordAuditExport } from '#db/kernel/audit/audit-refusals.ts';
import { eachAudit } from '#db/operations/audit/audit-lists.ts';
import { audit as words } from '#shared/kernel/audit/audit.fr.ts';
import { memberContext, servicesContext } from '../../../context.ts';
import { mayOnPlatform, notFound } from '../../../kernel/access.server.ts';
import { madeFile } from '../../../kernel/made-file.server.ts';
import { auditCsv, readAuditFilter } from '../audit.server.ts';
import type { Route } from './+types/administration-audit-export';

/** [AU5] The trail as it is filtered, as a file that is written while it is read. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const member = context.get(memberContext);
  if (!member || !mayOnPlatform(context, 'audit.read')) throw notFound();
  const { db, now } = context.get(servicesContext);
  const filter = readAuditFilter(new URL(request.url).searchParams);
  // First, so that the file itself says that it was taken, and by whom.
  await recordAuditExport(db, { userId: member.id, filter, now: now() });
  const body = auditCsv(eachAudit(db, { userId: member.id, filter }));
  return madeFile(
    body,
    `attachment; filename="journal.csv"; filename*=UTF-8''${encodeURIComponent(words.csvName)}`,
  );
}
