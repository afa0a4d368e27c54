import { Link } from 'react-router';
import { findProgrammeReader } from '#db/programme/experiment/experiment-rights.ts';
import { listCities } from '#db/programme/territory/territories.ts';
import { canOnPlatform } from '#shared/kernel/access/access.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { paths } from '#shared/paths.ts';
import { listingOf } from '#shared/programme/territory/city-list.ts';
import { territory } from '#shared/programme/territory/territory.fr.ts';
import { servicesContext } from '../../../context.ts';
import { requireMember } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { Empty } from '../../../ui/page/empty.tsx';
import { PageHead } from '../../../ui/page/page-head.tsx';
import { ProgrammeTabs } from '../../programme-tabs.tsx';
import { CityFilterForm } from '../city-filter-form.tsx';
import { CityTable } from '../city-table.tsx';
import type { Route } from './+types/cities';

const words = territory;

export const handle = frameHandle({ crumbs: () => [{ href: paths.cities(), label: words.cities }] });

export async function loader({ request, context }: Route.LoaderArgs) {
  const { id: userId, platformRole } = requireMember(context);
  const { db, now } = context.get(servicesContext);
  const asked = new URL(request.url).searchParams;
  const filter = {
    query: asked.get('nom')?.trim().slice(0, 100) ?? '',
    region: asked.get('region') ?? '',
    withLater: asked.get('hors-222') === 'oui',
  };
  const cities = await listCities(db);
  return {
    filter,
    listing: listingOf(cities, filter),
    mayImport: canOnPlatform(platformRole, 'territories.import'),
    isOutside: (await findProgrammeReader(db, { userId, now: now() })) === null,
  };
}

export default function Cities({
  loaderData: { filter, listing, mayImport, isOutside },
}: Route.ComponentProps) {
  const { groups, regions, shown, laterCities } = listing;
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.title)}</title>
      <PageHead title={words.title} lead={words.lead} />
      {!isOutside && <ProgrammeTabs under="cities" current="cities" />}
      {regions.length === 0 ? (
        <EmptyList mayImport={mayImport} />
      ) : (
        <>
          <CityFilterForm filter={filter} regions={regions} laterCities={laterCities} />
          <p className="mb-6 font-semibold" role="status">
            {groups.length > 0 ? words.count(shown) : words.noMatchTitle}
          </p>
          {groups.length === 0 && <p>{words.noMatchText}</p>}
          {groups.map(({ region, cities }) => (
            <CityTable key={region.code} region={region} cities={cities} />
          ))}
          <p className="muted small mt-8">{words.source}</p>
        </>
      )}
    </main>
  );
}

function EmptyList({ mayImport }: { mayImport: boolean }) {
  return (
    <Empty title={words.emptyTitle} text={words.emptyText}>
      {mayImport ? (
        <Link className="btn primary" to={paths.administrationCities()}>
          {words.emptyImport}
        </Link>
      ) : (
        <p>{words.emptyWait}</p>
      )}
    </Empty>
  );
}
