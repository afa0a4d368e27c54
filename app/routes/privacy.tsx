import { readSitePage } from '../site-pages/site-page.server.ts';
import { SitePage } from '../site-pages/site-page.tsx';
import { staticPage } from '../static-page.ts';
import type { Route } from './+types/privacy';

export const handle = staticPage;

/** [SP1] What the site says by law, for anybody. */
export function loader({ context }: Route.LoaderArgs) {
  return readSitePage(context, 'donnees-personnelles');
}

export default function Privacy({ loaderData }: Route.ComponentProps) {
  return <SitePage {...loaderData} />;
}
