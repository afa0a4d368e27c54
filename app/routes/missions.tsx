import { Download, Plus } from 'lucide-react';
import { Link } from 'react-router';
import { listMissionsForMember } from '#db/missions.ts';
import { canOnPlatform } from '#shared/access.ts';
import { frame } from '#shared/messages/fr/frame.ts';
import { mission as words } from '#shared/messages/fr/mission.ts';
import { filterMissions, readMissionFilter } from '#shared/mission/mission-list.ts';
import { parisDay } from '#shared/paris-time.ts';
import { programmePaths } from '#shared/programme-paths.ts';
import { requireMember } from '../access.server.ts';
import { servicesContext } from '../context.ts';
import { frameHandle } from '../frame-handle.ts';
import { MissionFilterForm } from '../missions/mission-filter-form.tsx';
import { ProgrammeTabs } from '../programme/programme-tabs.tsx';
import '../missions/missions.css';
import { MissionTable, MissionTotals } from '../missions/mission-table.tsx';
import { Logo } from '../ui/logo.tsx';
import type { Route } from './+types/missions';

export const handle = frameHandle({
  crumbs: () => [{ href: programmePaths.missions(), label: words.title }],
});

export async function loader({ request, context }: Route.LoaderArgs) {
  const { id: userId, platformRole } = requireMember(context);
  const { db, now } = context.get(servicesContext);
  const { search, searchParams } = new URL(request.url);
  const filter = readMissionFilter(searchParams);
  const all = await listMissionsForMember(db, { userId, now: now() });
  const firms = new Map(all.map(({ firm }) => [firm.id, firm]));
  return {
    filter,
    search,
    isEmpty: all.length === 0,
    missions: filterMissions(all, filter),
    firms: [...firms.values()].sort((a, b) => new Intl.Collator('fr').compare(a.name, b.name)),
    mayOrder: canOnPlatform(platformRole, 'programme.coordinate'),
    today: parisDay(now()),
  };
}

export default function Missions({ loaderData }: Route.ComponentProps) {
  const { filter, search, isEmpty, missions, firms, mayOrder, today } = loaderData;
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.title)}</title>
      <div className="head">
        <div>
          <h1>{words.title}</h1>
          <p className="lead">{words.lead}</p>
        </div>
        {(mayOrder || !isEmpty) && (
          <p className="row">
            {!isEmpty && (
              <a className="btn" href={programmePaths.missionsExport(search)} download>
                <Download className="icon" aria-hidden="true" />
                {words.csv}
              </a>
            )}
            {mayOrder && (
              <Link className="btn primary" to={programmePaths.newMission()}>
                <Plus className="icon" aria-hidden="true" />
                {words.new}
              </Link>
            )}
          </p>
        )}
      </div>
      <ProgrammeTabs under="experiments" current="missions" />
      {isEmpty ? (
        <div className="empty">
          <Logo />
          <h2>{words.emptyTitle}</h2>
          <p>{mayOrder ? words.emptyManager : words.emptyText}</p>
        </div>
      ) : (
        <>
          <MissionFilterForm filter={filter} firms={firms} />
          <p className="mb-4 font-semibold" role="status">
            {missions.length > 0 ? words.count(missions.length) : words.noMatchTitle}
          </p>
          {missions.length > 0 ? (
            <>
              <MissionTotals missions={missions} />
              <MissionTable missions={missions} today={today} />
            </>
          ) : (
            <p>{words.noMatchText}</p>
          )}
        </>
      )}
    </main>
  );
}
