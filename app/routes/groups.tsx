import { Link } from 'react-router';
import { listGroupsForMember } from '#db/groups.ts';
import { canOnPlatform } from '#shared/access.ts';
import { fr } from '#shared/messages/fr.ts';
import { paths } from '#shared/paths.ts';
import { requireMember } from '../access.server.ts';
import { servicesContext } from '../context.ts';
import { frameHandle } from '../frame-handle.ts';
import { GroupSummary } from '../groups/group-summary.tsx';
import { Logo } from '../ui/logo.tsx';
import type { Route } from './+types/groups';

export const handle = frameHandle({ crumbs: () => [{ href: paths.groups(), label: fr.group.title }] });

export async function loader({ context }: Route.LoaderArgs) {
  const member = requireMember(context);
  const { db, now } = context.get(servicesContext);
  const groups = await listGroupsForMember(db, { userId: member.id, now: now() });
  return { groups, canCreate: canOnPlatform(member.platformRole, 'group.create') };
}

export default function Groups({ loaderData: { groups, canCreate } }: Route.ComponentProps) {
  return (
    <main id="contenu">
      <title>{fr.frame.pageTitle(fr.group.title)}</title>
      <div className="head">
        <div>
          <h1>{fr.group.title}</h1>
          <p className="lead">{fr.group.lead}</p>
        </div>
        {canCreate && (
          <Link className="btn primary" to={paths.newGroup()}>
            {fr.group.newGroup}
          </Link>
        )}
      </div>
      {groups.length === 0 ? (
        <div className="empty">
          <Logo />
          <h2>{fr.group.emptyTitle}</h2>
          <p>{fr.group.emptyText}</p>
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
