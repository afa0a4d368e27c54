import { isRouteErrorResponse } from 'react-router';
import { errorPage, frame } from '#shared/messages/fr/frame.ts';
import { publicSite as words } from '#shared/messages/fr/public-site.ts';
import { ErrorPage } from '../ui/error-page.tsx';

/** [PS3] Where there is no sheet, or no longer one. */
export function AbsentSheet({ error }: { error: unknown }) {
  const isGone = isRouteErrorResponse(error) && error.status === 410;
  const known = isRouteErrorResponse(error) && error.status < 500;
  const said = isGone
    ? { title: words.goneTitle, text: words.gone }
    : errorPage[known ? 'notFound' : 'unexpected'];
  return <ErrorPage title={said.title} text={said.text} home={errorPage.home} product={frame.product} />;
}
