import { Download } from 'lucide-react';
import { listAdoptions } from '#db/publication/adoption/adoption-lists.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { pages as pageWords } from '#shared/kernel/page/pages.fr.ts';
import { askedPage, LINES_A_PAGE, pageAddress, placeOfPage } from '#shared/kernel/paging.ts';
import { adoption as words } from '#shared/publication/adoption/adoption.fr.ts';
import {
  countStates,
  filterAdoptions,
  readAdoptionFilter,
} from '#shared/publication/adoption/adoption-list.ts';
import { adoptionPaths } from '#shared/publication/adoption/adoption-paths.ts';
import { INTEREST_STATES } from '#shared/publication/adoption/interest.ts';
import { sheetPaths } from '#shared/publication/sheet/sheet-paths.ts';
import { servicesContext } from '../../../context.ts';
import { requireMember } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { ProgrammeTabs } from '../../../programme/programme-tabs.tsx';
import { FilterForm } from '../../../ui/late/filter-form.tsx';
import { Empty } from '../../../ui/page/empty.tsx';
import { PageHead } from '../../../ui/page/page-head.tsx';
import { Pages } from '../../../ui/pages.tsx';
import { AdoptionTable, StateCounts } from '../adoption-table.tsx';
import type { Route } from './+types/adoptions';

export const handle = frameHandle({
  crumbs: () => [{ href: adoptionPaths.adoptions(), label: words.title }],
});

export async function loader({ request, context }: Route.LoaderArgs) {
  const { id: userId } = requireMember(context);
  const { db, now } = context.get(servicesContext);
  const { searchParams } = new URL(request.url);
  const filter = readAdoptionFilter(searchParams);
  const all = await listAdoptions(db, { userId, now: now() });
  const kept = filterAdoptions(all, filter);
  const place = placeOfPage(askedPage(searchParams), kept.length);
  return {
    filter,
    isEmpty: all.length === 0,
    adoptions: kept.slice(place.offset, place.offset + LINES_A_PAGE),
    counts: countStates(kept),
    total: kept.length,
    ...place,
  };
}

export default function Adoptions({ loaderData }: Route.ComponentProps) {
  const { filter, isEmpty, adoptions, counts, total, page, pages } = loaderData;
  const { filter: said } = words;
  const choices = [
    ...INTEREST_STATES.map((id) => ({ id, name: words.states[id] })),
    { id: 'none', name: words.notDeclared },
  ];
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.title)}</title>
      <PageHead title={words.title} lead={words.listLead}>
        {!isEmpty && (
          <a className="btn" href={adoptionPaths.adoptionsExport(filter)} download>
            <Download className="icon" aria-hidden="true" />
            {words.csv}
          </a>
        )}
      </PageHead>
      <ProgrammeTabs under="experiments" current="adoptions" />
      {isEmpty ? (
        <Empty title={words.emptyTitle} text={words.emptyText}>
          <a href={sheetPaths.publicSheets()}>{words.toPublicList}</a>
        </Empty>
      ) : (
        <>
          <FilterForm
            address={adoptionPaths.adoptions()}
            isFiltered={filter.query !== '' || filter.state !== ''}
            words={said}
            search={{ label: said.query, name: 'texte', value: filter.query }}
            selects={[{ label: said.state, name: 'etat', value: filter.state, any: said.all, choices }]}
          />
          <p className="mb-4 font-semibold" role="status">
            {words.count(total)}
          </p>
          {total > 0 ? (
            <>
              <StateCounts counts={counts} />
              <AdoptionTable adoptions={adoptions} />
              <Pages
                words={pageWords}
                page={page}
                pages={pages}
                to={(other) => pageAddress({ texte: filter.query, etat: filter.state }, other)}
              />
            </>
          ) : (
            <p>{words.noMatch}</p>
          )}
        </>
      )}
    </main>
  );
}
