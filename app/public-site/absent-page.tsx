import { isRouteErrorResponse } from 'react-router';
import { errorPage, frame } from '#shared/messages/fr/frame.ts';
import { ErrorPage } from '../ui/error-page.tsx';

const GONE = 410;

/** [PS3] Where nothing is published, or no longer: `gone` says what was withdrawn. */
export function AbsentPage({
  error,
  gone,
}: {
  error: unknown;
  gone: { readonly title: string; readonly text: string };
}) {
  const isKnown = isRouteErrorResponse(error) && error.status < 500;
  const said =
    isRouteErrorResponse(error) && error.status === GONE
      ? gone
      : errorPage[isKnown ? 'notFound' : 'unexpected'];
  return <ErrorPage title={said.title} text={said.text} home={errorPage.home} product={frame.product} />;
}
