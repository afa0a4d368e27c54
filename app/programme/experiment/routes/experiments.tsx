import { Download } from 'lucide-react';
import { listOrganisations } from '#db/people/organisation/organisations.ts';
import { listRegions } from '#db/programme/experiment/experiment-filters.ts';
import { findProgrammeReader } from '#db/programme/experiment/experiment-rights.ts';
import { listExperiments } from '#db/programme/experiment/experiments.ts';
import { canOnPlatform } from '#shared/kernel/access/access.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { pages as pageWords } from '#shared/kernel/page/pages.fr.ts';
import { experiment as words } from '#shared/programme/experiment/experiment.fr.ts';
import { experimentPage } from '#shared/programme/experiment/experiment-page.fr.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { servicesContext } from '../../../context.ts';
import { requireMember } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { Empty } from '../../../ui/page/empty.tsx';
import { NewLink } from '../../../ui/page/new-link.tsx';
import { PageHead } from '../../../ui/page/page-head.tsx';
import { Pages } from '../../../ui/pages.tsx';
import { ProgrammeTabs } from '../../programme-tabs.tsx';
import { ExperimentFilterForm } from '../experiment-filter-form.tsx';
import { ExperimentTable } from '../experiment-table.tsx';
import { readFilter } from '../list-filter.ts';
import type { Route } from './+types/experiments';

export const handle = frameHandle({
  crumbs: () => [{ href: programmePaths.experiments(), label: words.title }],
});

const SIZE = 50;

export async function loader({ request, context }: Route.LoaderArgs) {
  const member = requireMember(context);
  const { db, now } = context.get(servicesContext);
  const { filter, page } = readFilter(new URL(request.url).searchParams);
  const asked = { userId: member.id, now: now(), filter, page, size: SIZE };
  const { experiments, total } = await listExperiments(db, asked);
  return {
    experiments,
    total,
    filter,
    page,
    pages: Math.max(1, Math.ceil(total / SIZE)),
    organisations: (await listOrganisations(db)).filter(({ kind }) =>
      ['municipality', 'intermunicipality', 'agency'].includes(kind),
    ),
    regions: await listRegions(db),
    mayCreate: canOnPlatform(member.platformRole, 'experiment.create'),
    isOutside: (await findProgrammeReader(db, { userId: member.id, now: now() })) === null,
  };
}

export default function Experiments({ loaderData }: Route.ComponentProps) {
  const { experiments, total, filter, page, pages, organisations, regions, mayCreate, isOutside } =
    loaderData;
  const isFiltered = Object.values(filter).some((value) => value !== null);
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.title)}</title>
      <PageHead title={words.title} lead={experimentPage.lead}>
        {mayCreate && <NewLink to={programmePaths.newExperiment()}>{experimentPage.new}</NewLink>}
      </PageHead>
      {!isOutside && <ProgrammeTabs under="experiments" current="experiments" />}
      {total === 0 && !isFiltered ? (
        <Empty title={experimentPage.emptyTitle} text={experimentPage.emptyText} />
      ) : (
        <>
          <ExperimentFilterForm
            filter={filter}
            isFiltered={isFiltered}
            organisations={organisations}
            regions={regions}
          />
          <div className="row mb-4">
            <p className="font-semibold" role="status">
              {total > 0 ? experimentPage.count(total) : experimentPage.noMatch}
            </p>
            {total > 0 && (
              <a href={programmePaths.experimentsExport(filter)}>
                <Download className="icon" aria-hidden="true" /> {experimentPage.csv}
              </a>
            )}
          </div>
          {experiments.length > 0 && <ExperimentTable experiments={experiments} />}
          <Pages
            words={pageWords}
            page={page}
            pages={pages}
            to={(other) => programmePaths.experiments({ ...filter, page: other })}
          />
        </>
      )}
    </main>
  );
}
