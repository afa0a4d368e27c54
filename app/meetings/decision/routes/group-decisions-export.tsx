import { data } from 'react-router';
import { listDecisions } from '#db/meetings/decision/decisions.ts';
import { decision as words } from '#shared/meetings/decision/decision.fr.ts';
import { filterDecisions, readFilter } from '#shared/meetings/decision/register.ts';
import { memberContext, servicesContext } from '../../../context.ts';
import { notFound, requireInGroup } from '../../../kernel/access.server.ts';
import { madeFile } from '../../../kernel/made-file.server.ts';
import { registerCsv } from '../register-csv.server.ts';
import type { Route } from './+types/group-decisions-export';

/** [DA3] The register as it is filtered, as a file. */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  if (!context.get(memberContext)) throw notFound();
  const { member, group } = await requireInGroup(context, params.groupe, 'decision.read');
  const { db, now } = context.get(servicesContext);
  const all = await listDecisions(db, { groupId: group.id, userId: member.id, now: now() });
  const decisions = filterDecisions(all, readFilter(new URL(request.url).searchParams));
  const name = encodeURIComponent(words.csvName(group.name));
  return madeFile(registerCsv(decisions), `attachment; filename="decisions.csv"; filename*=UTF-8''${name}`);
}

export function action() {
  throw data(null, { status: 405 });
}
