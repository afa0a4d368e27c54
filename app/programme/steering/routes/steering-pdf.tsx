import { reportBlocks } from '#shared/programme/steering/report.ts';
import { steering as words } from '#shared/programme/steering/steering.fr.ts';
import { servicesContext } from '../../../context.ts';
import { requireMember } from '../../../kernel/access.server.ts';
import { notMade } from '../../../kernel/not-made.server.ts';
import { fileAnswer, readTables } from '../exports.server.ts';
import type { Route } from './+types/steering-pdf';

/** [PI11] What the page shows as a tagged PDF, by the conversion that documents take. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const { tables, name, asked } = await readTables(context, request);
  const { conversions } = context.get(servicesContext);
  const made = await conversions.exportReport(
    {
      title: words.heading(asked.season.name),
      over: words.title,
      at: asked.scope.now,
      blocks: reportBlocks(tables, words.lead(asked.scope.day, asked.isToday)),
    },
    'pdf',
    { by: { account: requireMember(context).id }, signal: request.signal },
  );
  if (!made.ok) throw notMade(made.error);
  return fileAnswer(made.value.bytes, made.value.contentType, `${name}.pdf`);
}
