import { staticPage } from '../../../kernel/static-page.ts';
import { readSitePage } from '../site-page.server.ts';
import { SitePage } from '../site-page.tsx';
import type { Route } from './+types/accessibility';

export const handle = staticPage;

/** [SP1] What the site says by law, for anybody. */
export function loader({ context }: Route.LoaderArgs) {
  return readSitePage(context, 'accessibilite');
}

export default function Accessibility({ loaderData }: Route.ComponentProps) {
  return <SitePage {...loaderData} />;
}
