import { Link } from 'react-router';
import { frame } from '#shared/kernel/frame.fr.ts';
import { pages as pageWords } from '#shared/kernel/page/pages.fr.ts';
import { askedPage, LINES_A_PAGE, pageAfter, placeOfPage } from '#shared/kernel/paging.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { steering as words } from '#shared/programme/steering/steering.fr.ts';
import { servicesContext } from '../../../context.ts';
import { notFound } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { PageHead } from '../../../ui/page/page-head.tsx';
import { Pages } from '../../../ui/pages.tsx';
import { readSteeringList } from '../lists.server.ts';
import { requireSteering } from '../scope.server.ts';
import type { Route } from './+types/steering-list';

export const handle = frameHandle<Route.ComponentProps['loaderData']>({
  crumbs: ({ address, list, here }) => [
    { href: programmePaths.steering(address), label: words.title },
    { href: here, label: list.title },
  ],
});

/** [PI6] What a figure of the page counts, on the same day and with the same filters. */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { scope, address } = await requireSteering(context, request);
  const { db } = context.get(servicesContext);
  const { pathname, search, searchParams } = new URL(request.url);
  const value = (name: string) => (searchParams.get(name) ?? '').slice(0, 40);
  const of = { state: value('etat'), producer: value('producteur'), access: value('acces') };
  const list = await readSteeringList(params.liste, { db, scope, ...of });
  if (!list) throw notFound();
  const place = placeOfPage(askedPage(searchParams), list.rows.length);
  const rows = list.rows.slice(place.offset, place.offset + LINES_A_PAGE);
  return {
    list: { ...list, rows },
    total: list.rows.length,
    ...place,
    address,
    day: scope.day,
    here: pathname + search,
  };
}

const MOST = 500;

export default function SteeringListPage({
  loaderData: { list, total, page, pages, address, day, here },
}: Route.ComponentProps) {
  return (
    <main id="contenu">
      <title>{frame.pageTitle(list.title, words.title)}</title>
      <PageHead title={list.title} lead={words.lists.lead(day)}>
        <Link className="btn" to={programmePaths.steering(address)}>
          {words.lists.back}
        </Link>
      </PageHead>
      <p className="mb-4 font-semibold" role="status">
        {total > 0 ? words.lists.count(total) : words.lists.empty}
      </p>
      {list.rows.length > 0 && (
        <table className="records">
          <caption className="vh">{list.title}</caption>
          <thead>
            <tr>
              {list.columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {list.rows.map(({ key, to, cells: [first, ...others] }) => (
              <tr key={key}>
                <th scope="row">
                  <Link to={to}>{first}</Link>
                </th>
                {others.map((cell, at) => (
                  <td key={list.columns[at + 1]} data-l={list.columns[at + 1]}>
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Pages words={pageWords} page={page} pages={pages} to={(other) => pageAfter(here, other)} />
      {total >= MOST && <p className="muted small mt-3">{words.lists.bounded}</p>}
    </main>
  );
}
