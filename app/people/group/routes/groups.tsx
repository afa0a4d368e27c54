import { Link } from 'react-router';
import { listGroupsForMember } from '#db/people/group/groups.ts';
import { listOpenGroups } from '#db/people/member/join-requests.ts';
import { canOnPlatform } from '#shared/kernel/access/access.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { paths } from '#shared/paths.ts';
import { group as groupWords } from '#shared/people/group/group.fr.ts';
import { join as joinWords } from '#shared/people/member/join.fr.ts';
import { servicesContext } from '../../../context.ts';
import { requireMember } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { Logo } from '../../../ui/logo.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { GroupSummary } from '../group-summary.tsx';
import { OpenGroups } from '../open-groups.tsx';
import type { Route } from './+types/groups';

export const handle = frameHandle({ crumbs: () => [{ href: paths.groups(), label: groupWords.title }] });

export async function loader({ request, context }: Route.LoaderArgs) {
  const member = requireMember(context);
  const { db, now } = context.get(servicesContext);
  const asker = { userId: member.id, now: now() };
  const [groups, open] = await Promise.all([listGroupsForMember(db, asker), listOpenGroups(db, asker)]);
  const hasLeft = new URL(request.url).searchParams.has('quitte');
  return { groups, open, hasLeft, canCreate: canOnPlatform(member.platformRole, 'group.create') };
}

export default function Groups({ loaderData: { groups, open, hasLeft, canCreate } }: Route.ComponentProps) {
  return (
    <main id="contenu">
      <title>{frame.pageTitle(groupWords.title)}</title>
      <div className="head">
        <div>
          <h1>{groupWords.title}</h1>
          <p className="lead">{groupWords.lead}</p>
        </div>
        {canCreate && (
          <Link className="btn primary" to={paths.newGroup()}>
            {groupWords.newGroup}
          </Link>
        )}
      </div>
      {hasLeft && <Notice kind="success">{joinWords.leave.leftSome}</Notice>}
      {groups.length === 0 ? (
        <div className="empty">
          <Logo />
          <h2>{groupWords.emptyTitle}</h2>
          <p>{groupWords.emptyText}</p>
        </div>
      ) : (
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
