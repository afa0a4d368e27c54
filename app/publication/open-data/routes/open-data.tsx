import { dates } from '#shared/kernel/dates.fr.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { openData as words } from '#shared/publication/open-data/open-data.fr.ts';
import { openDataPaths } from '#shared/publication/open-data/open-data-paths.ts';
import { publicSite } from '#shared/publication/public-site/public-site.fr.ts';
import { sheetPaths } from '#shared/publication/sheet/sheet-paths.ts';
import { staticPage } from '../../../kernel/static-page.ts';
import { SiteFrame } from '../../public-site/site-frame.tsx';
import { SocialMeta } from '../../public-site/social-meta.tsx';
import { readOpenData } from '../open-data.server.ts';
import { TablePlate } from '../table-panel.tsx';
import type { Route } from './+types/open-data';

export const handle = staticPage;

/** [OD1] What the site opens, told to people: programs read the same in its files. */
export async function loader({ context }: Route.LoaderArgs) {
  const { tables, includesClosed, origin, now } = await readOpenData(context);
  return {
    tables: tables.map(({ rows, ...table }) => ({ ...table, rows: rows.length })),
    includesClosed,
    canonical: origin + openDataPaths.openData(),
    day: dates.short(tables[0]?.updatedAt ?? now),
  };
}

/** Asked for each time: a withdrawal is at once. */
export function headers() {
  return { 'Cache-Control': 'no-cache' };
}

export default function OpenData({ loaderData }: Route.ComponentProps) {
  const { tables, includesClosed, canonical, day } = loaderData;
  return (
    <SiteFrame>
      <title>{`${words.title} · ${frame.product}`}</title>
      <SocialMeta title={words.title} description={words.lead} canonical={canonical} kind="website" />
      <link rel="alternate" type="application/ld+json" href={openDataPaths.catalogue('jsonld')} />
      <link rel="alternate" type="text/turtle" href={openDataPaths.catalogue('ttl')} />
      <h1>{words.title}</h1>
      <p className="lead mt-3 mb-8">{words.lead}</p>
      <h2 className="mb-4">{words.tablesTitle}</h2>
      {tables.map(({ key, title, description, columns, rows, updatedAt }) => (
        <TablePlate
          key={key}
          tableKey={key}
          title={title}
          description={description}
          columns={columns}
          rows={rows}
          updated={updatedAt ? words.updated(dates.short(updatedAt)) : words.neverUpdated}
        />
      ))}
      <p className="muted">{includesClosed ? words.alsoClosed : words.onlyOpen}</p>
      <h2 className="mt-8">{words.catalogueTitle}</h2>
      <p className="mt-2">{words.catalogueLead}</p>
      <ul className="row mt-3">
        {(['jsonld', 'ttl'] as const).map((format) => (
          <li key={format}>
            <a href={openDataPaths.catalogue(format)}>{words.catalogueFormats[format]}</a>
          </li>
        ))}
      </ul>
      <h2 className="mt-8">{words.feedsTitle}</h2>
      <p className="mt-2">
        {words.feed} <a href={sheetPaths.feed()}>{publicSite.feed}</a>
        {' · '}
        <a href={sheetPaths.sitemap()}>{words.sitemap}</a>
      </p>
      <h2 className="mt-8">{words.licenceTitle}</h2>
      <p className="mt-2">
        {words.licence} {words.credit(day)}.{' '}
        <a href={publicSite.licenceAddress} rel="license">
          {publicSite.licence}
        </a>
      </p>
    </SiteFrame>
  );
}
