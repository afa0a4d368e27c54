import { z } from 'zod';
import { listPublicChoices } from '#db/publication/sheet/public-sheets.ts';
import { captioned } from '#shared/kernel/captioned.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { THEME_KEYS } from '#shared/people/group/theme.ts';
import { experimentPage } from '#shared/programme/experiment/experiment-page.fr.ts';
import { steering } from '#shared/programme/steering/steering.fr.ts';
import { heatOfCount } from '#shared/programme/steering/steering.ts';
import { openData } from '#shared/publication/open-data/open-data.fr.ts';
import { openDataPaths } from '#shared/publication/open-data/open-data-paths.ts';
import { publicSite } from '#shared/publication/public-site/public-site.fr.ts';
import { sheetPaths } from '#shared/publication/sheet/sheet-paths.ts';
import { servicesContext } from '../../../context.ts';
import { staticPage } from '../../../kernel/static-page.ts';
import { DepartmentMap } from '../../../ui/late/department-map.tsx';
import { FilterForm } from '../../../ui/late/filter-form.tsx';
import { DataTable } from '../../../ui/records/data-table.tsx';
import { SiteFrame } from '../site-frame.tsx';
import { SocialMeta } from '../social-meta.tsx';
import type { Route } from './+types/public-map';

export const handle = staticPage;

const words = openData.map;
const Asked = z.object({ theme: z.enum(THEME_KEYS).nullable().catch(null) });

/** [PS5] Where published sheets come from, for anybody. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const { db, origin } = context.get(servicesContext);
  const { theme } = Asked.parse(Object.fromEntries(new URL(request.url).searchParams));
  const { departments, placed, unplaced } = await listPublicChoices(db, { theme });
  return { departments, placed, unplaced, theme, canonical: origin + openDataPaths.map() };
}

/** Asked for each time: a withdrawal is at once. */
export function headers() {
  return { 'Cache-Control': 'no-cache' };
}

export default function PublicMap({ loaderData }: Route.ComponentProps) {
  const { departments, placed, unplaced, theme, canonical } = loaderData;
  const listOf = (department: string) => sheetPaths.publicSheets({ theme, department });
  const { filter } = publicSite;
  const sentence = words.sentence(placed, departments.length);
  return (
    <SiteFrame>
      <title>{`${words.title} · ${frame.product}`}</title>
      <SocialMeta title={words.title} description={words.lead} canonical={canonical} kind="website" />
      <h1>{words.title}</h1>
      <p className="lead mt-3 mb-8">{words.lead}</p>
      <FilterForm
        address={openDataPaths.map()}
        isFiltered={theme !== null}
        words={filter}
        selects={[
          {
            label: filter.theme,
            name: 'theme',
            value: theme ?? '',
            any: filter.all,
            choices: THEME_KEYS.map((id) => ({ id, name: experimentPage.themes[id] })),
          },
        ]}
      />
      {departments.length === 0 ? (
        <p role="status">{theme ? publicSite.noMatch : words.empty}</p>
      ) : (
        <figure className="map" {...captioned(sentence)}>
          <figcaption>
            <p role="status">{sentence}</p>
          </figcaption>
          <DepartmentMap
            departments={departments.map(({ code, name, sheets }) => ({
              code,
              said: words.count(name, sheets),
              count: sheets,
              href: listOf(code),
            }))}
            heatOf={heatOfCount}
            words={{ paris: steering.map.paris, overseas: steering.map.overseas, legend: words.legend }}
          />
          <div>
            <DataTable caption={words.caption} box="mt-3">
              <thead>
                <tr>
                  <th scope="col">{words.department}</th>
                  <th scope="col" className="num">
                    {words.sheets}
                  </th>
                </tr>
              </thead>
              <tbody>
                {departments.map(({ code, name, sheets }) => (
                  <tr key={code}>
                    <th scope="row">{name}</th>
                    <td className="num">
                      <a href={listOf(code)} aria-label={words.count(name, sheets)}>
                        {sheets}
                      </a>
                    </td>
                  </tr>
                ))}
              </tbody>
            </DataTable>
            <p className="xs muted mt-2">{steering.map.credit}</p>
          </div>
        </figure>
      )}
      {unplaced > 0 && <p className="muted mt-4">{words.unplaced(unplaced)}</p>}
    </SiteFrame>
  );
}
