import { Download } from 'lucide-react';
import { listMissionsForMember } from '#db/programme/mission/missions.ts';
import { canOnPlatform } from '#shared/kernel/access/access.ts';
import { parisDay } from '#shared/kernel/day/paris-time.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { pages as pageWords } from '#shared/kernel/page/pages.fr.ts';
import { askedPage, LINES_A_PAGE, pageAddress, placeOfPage } from '#shared/kernel/paging.ts';
import { inFrench } from '#shared/kernel/text/order.ts';
import { mission as words } from '#shared/programme/mission/mission.fr.ts';
import {
  filterMissions,
  missionsSearch,
  readMissionFilter,
  totalsOf,
} from '#shared/programme/mission/mission-list.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { servicesContext } from '../../../context.ts';
import { requireMember } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { ProgrammeTabs } from '../../programme-tabs.tsx';
import { MissionFilterForm } from '../mission-filter-form.tsx';
import '../missions.css';
import { Empty } from '../../../ui/page/empty.tsx';
import { NewLink } from '../../../ui/page/new-link.tsx';
import { PageHead } from '../../../ui/page/page-head.tsx';
import { Pages } from '../../../ui/pages.tsx';
import { MissionTable, MissionTotals } from '../mission-table.tsx';
import type { Route } from './+types/missions';

export const handle = frameHandle({
  crumbs: () => [{ href: programmePaths.missions(), label: words.title }],
});

export async function loader({ request, context }: Route.LoaderArgs) {
  const { id: userId, platformRole } = requireMember(context);
  const { db, now } = context.get(servicesContext);
  const { searchParams } = new URL(request.url);
  const filter = readMissionFilter(searchParams);
  const all = await listMissionsForMember(db, { userId, now: now() });
  const firms = new Map(all.map(({ firm }) => [firm.id, firm]));
  const kept = filterMissions(all, filter);
  const place = placeOfPage(askedPage(searchParams), kept.length);
  return {
    filter,
    search: missionsSearch(filter),
    isEmpty: all.length === 0,
    missions: kept.slice(place.offset, place.offset + LINES_A_PAGE),
    totals: totalsOf(kept),
    total: kept.length,
    ...place,
    firms: [...firms.values()].sort((a, b) => inFrench(a.name, b.name)),
    mayOrder: canOnPlatform(platformRole, 'programme.coordinate'),
    today: parisDay(now()),
  };
}

export default function Missions({ loaderData }: Route.ComponentProps) {
  const { filter, search, isEmpty, missions, totals, total, page, pages, firms, mayOrder, today } =
    loaderData;
  const { query: texte, firm: cabinet, state: etat } = filter;
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.title)}</title>
      <PageHead title={words.title} lead={words.lead}>
        {(mayOrder || !isEmpty) && (
          <p className="row">
            {!isEmpty && (
              <a className="btn" href={programmePaths.missionsExport(search)} download>
                <Download className="icon" aria-hidden="true" />
                {words.csv}
              </a>
            )}
            {mayOrder && <NewLink to={programmePaths.newMission()}>{words.new}</NewLink>}
          </p>
        )}
      </PageHead>
      <ProgrammeTabs under="experiments" current="missions" />
      {isEmpty ? (
        <Empty title={words.emptyTitle} text={mayOrder ? words.emptyManager : words.emptyText} />
      ) : (
        <>
          <MissionFilterForm filter={filter} firms={firms} />
          <p className="mb-4 font-semibold" role="status">
            {total > 0 ? words.count(total) : words.noMatchTitle}
          </p>
          {total > 0 ? (
            <>
              <MissionTotals totals={totals} />
              <MissionTable missions={missions} today={today} />
              <Pages
                words={pageWords}
                page={page}
                pages={pages}
                to={(other) => pageAddress({ texte, cabinet, etat }, other)}
              />
            </>
          ) : (
            <p>{words.noMatchText}</p>
          )}
        </>
      )}
    </main>
  );
}
