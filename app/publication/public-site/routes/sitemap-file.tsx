import { sitemap } from '#shared/publication/public-site/site-files.ts';
import { servicesContext } from '../../../context.ts';
import { listSite } from '../site-map.server.ts';
import type { Route } from './+types/sitemap-file';

/** [PS4] [PS13] The map of the site for programs: the same pages as for people, but for doors. */
export async function loader({ context }: Route.LoaderArgs) {
  const { db, now, origin } = context.get(servicesContext);
  const parts = await listSite(db, now());
  const pages = parts
    .flatMap(({ entries }) => entries)
    .filter(({ isDoor }) => !isDoor)
    .flatMap((entry) => [entry, ...(entry.under ?? [])]);
  return new Response(sitemap(origin, pages), {
    headers: { 'Content-Type': 'application/xml; charset=utf-8', 'Cache-Control': 'no-cache' },
  });
}
