import { Link } from 'react-router';
import { listGroupsForMember } from '#db/people/group/groups.ts';
import { listOpenGroups } from '#db/people/member/join-requests.ts';
import { canOnPlatform } from '#shared/kernel/access/access.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { paths } from '#shared/paths.ts';
import { group as groupWords } from '#shared/people/group/group.fr.ts';
import { workingGroups } from '#shared/people/group/group.ts';
import { servicesContext } from '../../../context.ts';
import { requireMember } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { Empty } from '../../../ui/page/empty.tsx';
import { PageHead } from '../../../ui/page/page-head.tsx';
import { GroupSummary } from '../group-summary.tsx';
import { OpenGroups } from '../open-groups.tsx';
import type { Route } from './+types/groups';

export const handle = frameHandle({ crumbs: () => [{ href: paths.groups(), label: groupWords.title }] });

export async function loader({ context }: Route.LoaderArgs) {
  const member = requireMember(context);
  const { db, now } = context.get(servicesContext);
  const asker = { userId: member.id, now: now() };
  const [groups, open] = await Promise.all([listGroupsForMember(db, asker), listOpenGroups(db, asker)]);
  return {
    groups: workingGroups(groups),
    open,
    canCreate: canOnPlatform(member.platformRole, 'group.create'),
  };
}

export default function Groups({ loaderData: { groups, open, canCreate } }: Route.ComponentProps) {
  return (
    <main id="contenu">
      <title>{frame.pageTitle(groupWords.title)}</title>
      <PageHead title={groupWords.title} lead={groupWords.lead}>
        {canCreate && (
          <Link className="btn primary" to={paths.newGroup()}>
            {groupWords.newGroup}
          </Link>
        )}
      </PageHead>
      {groups.length + open.length === 0 && (
        <Empty title={groupWords.emptyTitle} text={groupWords.emptyText} />
      )}
      {groups.length === 0 && open.length > 0 && <p className="mb-8">{groupWords.noneYet}</p>}
      {groups.length > 0 && (
        <ul className="ruled plate max-w-3xl">
          {groups.map((group) => (
            <GroupSummary key={group.id} group={group} />
          ))}
        </ul>
      )}
      <OpenGroups groups={open} />
    </main>
  );
}
