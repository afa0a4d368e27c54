import { Link } from 'react-router';
import { listGroupsForMember } from '#db/groups.ts';
import { canOnPlatform } from '#shared/access.ts';
import { frame } from '#shared/messages/fr/frame.ts';
import { group as groupWords } from '#shared/messages/fr/group.ts';
import { paths } from '#shared/paths.ts';
import { requireMember } from '../access.server.ts';
import { servicesContext } from '../context.ts';
import { frameHandle } from '../frame-handle.ts';
import { GroupSummary } from '../groups/group-summary.tsx';
import { Logo } from '../ui/logo.tsx';
import type { Route } from './+types/groups';

export const handle = frameHandle({ crumbs: () => [{ href: paths.groups(), label: groupWords.title }] });

export async function loader({ context }: Route.LoaderArgs) {
  const member = requireMember(context);
  const { db, now } = context.get(servicesContext);
  const groups = await listGroupsForMember(db, { userId: member.id, now: now() });
  return { groups, canCreate: canOnPlatform(member.platformRole, 'group.create') };
}

export default function Groups({ loaderData: { groups, canCreate } }: Route.ComponentProps) {
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
    </main>
  );
}
