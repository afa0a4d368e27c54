import { listApplicationsOfCall } from '#db/programme/application/applications.ts';
import { csvText } from '#shared/boards/exchange/csv-text.ts';
import { canOnPlatform } from '#shared/kernel/access/access.ts';
import { dates } from '#shared/kernel/dates.fr.ts';
import { application as words } from '#shared/programme/application/application.fr.ts';
import { applicationForm } from '#shared/programme/application/application-form.fr.ts';
import { memberContext, servicesContext } from '../../../context.ts';
import { notFound } from '../../../kernel/access.server.ts';
import { madeFile } from '../../../kernel/made-file.server.ts';
import type { Route } from './+types/applications-export';

/** As many as a call may have; the file is the whole list. */
const MOST = 5_000;

/** [AP3] What was submitted to a call, for a spreadsheet. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const member = context.get(memberContext);
  const callId = new URL(request.url).searchParams.get('appel');
  if (!member || !callId || !canOnPlatform(member.platformRole, 'application.assess')) throw notFound();
  const { db } = context.get(servicesContext);
  const { items } = await listApplicationsOfCall(db, { callId, userId: member.id, limit: MOST });
  const rows = items.map(
    ({ number, title, organisation, agreement, status, submittedAt, isLate, complement }) => [
      number ?? '',
      title,
      organisation.name,
      agreement?.name ?? '',
      words.statuses[status],
      submittedAt ? dates.exact(submittedAt) : '',
      isLate ? applicationForm.yes : applicationForm.no,
      complement ? words.percent(complement.completeness) : '',
      complement?.handedInAt ? dates.exact(complement.handedInAt) : '',
    ],
  );
  return madeFile(csvText([words.csvColumns, ...rows], 'tableur'), 'attachment; filename="candidatures.csv"');
}
