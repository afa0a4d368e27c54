import { Download } from 'lucide-react';
import { Link } from 'react-router';
import { frame } from '#shared/kernel/frame.fr.ts';
import { pages as pageWords } from '#shared/kernel/page/pages.fr.ts';
import { askedPage, LINES_A_PAGE, pageAddress, placeOfPage } from '#shared/kernel/paging.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { support as words } from '#shared/publication/support/support.fr.ts';
import { supportPaths } from '#shared/publication/support/support-paths.ts';
import {
  departmentsOf,
  filterTerritory,
  readTerritoryFilter,
  waitingOf,
} from '#shared/publication/support/territory.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { FilterForm } from '../../../ui/late/filter-form.tsx';
import { Logo } from '../../../ui/logo.tsx';
import { Pages } from '../../../ui/pages.tsx';
import { requireTerritory } from '../territory.server.ts';
import { TerritoryTable } from '../territory-table.tsx';
import type { Route } from './+types/territory';

export const handle = frameHandle({
  crumbs: () => [{ href: supportPaths.territory(), label: words.title }],
});

export async function loader({ request, context }: Route.LoaderArgs) {
  const { structures, cities } = await requireTerritory(context);
  const { searchParams } = new URL(request.url);
  const filter = readTerritoryFilter(searchParams);
  const kept = filterTerritory(cities, filter);
  const place = placeOfPage(askedPage(searchParams), kept.length);
  return {
    structures,
    filter,
    departments: departmentsOf(cities),
    isEmpty: cities.length === 0,
    cities: kept.slice(place.offset, place.offset + LINES_A_PAGE),
    total: kept.length,
    waiting: kept.filter((city) => waitingOf(city).length > 0).length,
    ...place,
  };
}

export default function Territory({ loaderData }: Route.ComponentProps) {
  const { structures, filter, departments, isEmpty, cities, total, waiting, page, pages } = loaderData;
  const { filter: said } = words;
  const selects = [
    {
      ...{ label: said.department, name: 'departement', value: filter.department, any: said.all },
      choices: departments.map(({ code, name }) => ({ id: code, name })),
    },
    {
      ...{ label: said.asking, name: 'demande', value: filter.asking ? 'oui' : '', any: said.everyone },
      choices: [{ id: 'oui', name: said.onlyAsking }],
    },
  ];
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.title)}</title>
      <div className="head">
        <div>
          {structures.length > 0 && (
            <p className="over">{words.structures(structures.map(({ name }) => name))}</p>
          )}
          <h1>{words.title}</h1>
          <p className="lead">{words.lead}</p>
        </div>
        {!isEmpty && (
          <a className="btn" href={supportPaths.territoryFile(filter)} download>
            <Download className="icon" aria-hidden="true" />
            {words.csv}
          </a>
        )}
      </div>
      {isEmpty ? (
        <NoCity structures={structures} />
      ) : (
        <>
          <FilterForm
            address={supportPaths.territory()}
            isFiltered={filter.department !== '' || filter.asking}
            words={said}
            selects={selects}
          />
          <p className="mb-4 font-semibold" role="status">
            {words.count(total)}. {words.waiting(waiting)}
          </p>
          {total > 0 ? (
            <>
              <TerritoryTable cities={cities} />
              <Pages
                words={pageWords}
                page={page}
                pages={pages}
                to={(other) =>
                  pageAddress({ departement: filter.department, demande: filter.asking ? 'oui' : '' }, other)
                }
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

/** Why there is no city, and what to do about it. */
function NoCity({ structures: [first] }: Pick<Route.ComponentProps['loaderData'], 'structures'>) {
  return (
    <div className="empty">
      <Logo />
      <h2>{first ? words.emptyTitle : words.noStructureTitle}</h2>
      <p>{first ? words.emptyText : words.noStructureText}</p>
      <Link
        className="btn"
        to={
          first
            ? programmePaths.facilitator({ id: first.id, title: first.name })
            : programmePaths.facilitators()
        }
      >
        {first ? words.toStructure : words.toNetwork}
      </Link>
    </div>
  );
}
