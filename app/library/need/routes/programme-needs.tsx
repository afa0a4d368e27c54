import { Download } from 'lucide-react';
import { countNeedsAt } from '#db/library/need/data-need-counts.ts';
import { listNeedPlaces, listProgrammeNeeds, rankWanted } from '#db/library/need/programme-needs.ts';
import { findExperimentPerson } from '#db/programme/experiment/experiment-rights.ts';
import { dates } from '#shared/kernel/dates.fr.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { dataset as datasetWords } from '#shared/library/dataset/dataset.fr.ts';
import { programmeNeeds as words } from '#shared/library/need/programme-needs.fr.ts';
import { paths } from '#shared/paths.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { servicesContext } from '../../../context.ts';
import { notFound, requireMember } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { Logo } from '../../../ui/logo.tsx';
import { PageHead } from '../../../ui/page/page-head.tsx';
import { DataTabs } from '../data-tabs.tsx';
import { NeedMatrix } from '../need-matrix.tsx';
import { askedNeeds, filtersOf } from '../programme-filter.server.ts';
import { NeedsFilterForm } from '../programme-filter.tsx';
import { Pages, ProgrammeList } from '../programme-list.tsx';
import { WantedRanking } from '../wanted-ranking.tsx';
import type { Route } from './+types/programme-needs';

export const handle = frameHandle({
  crumbs: () => [
    { href: paths.datasets(), label: datasetWords.title },
    { href: programmePaths.programmeNeeds(), label: words.title },
  ],
});

const PAGE = 50;
const RANKED = 10;

export async function loader({ request, context }: Route.LoaderArgs) {
  const { id: userId } = requireMember(context);
  const { db, now } = context.get(servicesContext);
  const at = now();
  const seenBy = await findExperimentPerson(db, { userId, now: at });
  if (!seenBy) throw notFound();
  const asked = askedNeeds(request);
  const filters = { ...filtersOf(asked), seenBy };
  return {
    asked,
    counts: await countNeedsAt(db, { day: asked.day ?? null, filters }),
    ...(await listProgrammeNeeds(db, { filters, page: asked.page, size: PAGE })),
    ranked: await rankWanted(db, { filters, size: RANKED }),
    ...(await listNeedPlaces(db, { seenBy })),
    now: at,
  };
}

export default function ProgrammeNeeds({ loaderData }: Route.ComponentProps) {
  const { asked, counts, needs, hasMore, ranked, themes, regions, cities, now } = loaderData;
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.title, datasetWords.title)}</title>
      <PageHead title={words.title} lead={words.lead} />
      <DataTabs current="needs" />
      <NeedsFilterForm asked={asked} themes={themes} regions={regions} cities={cities} />
      {asked.day && (
        <p className="note info mb-4" role="status">
          {words.atDay(dates.day(new Date(`${asked.day}T12:00:00Z`)))}
        </p>
      )}
      <NeedMatrix counts={counts} asked={asked} />
      <WantedRanking ranked={ranked} />
      <section className="plate" aria-labelledby="list">
        <header>
          <h2 id="list">{words.list}</h2>
          <a href={programmePaths.programmeNeedsExport(asked)} download>
            <Download className="icon" aria-hidden="true" /> {words.exportCsv}
          </a>
        </header>
        {needs.length > 0 ? (
          <ProgrammeList needs={needs} now={now} />
        ) : (
          <div className="empty">
            <Logo />
            <h3>{words.emptyTitle}</h3>
            <p>{words.emptyText}</p>
          </div>
        )}
        <Pages
          page={asked.page}
          hasMore={hasMore}
          href={(page) => `${programmePaths.programmeNeeds({ ...asked, page })}#list`}
        />
      </section>
    </main>
  );
}
