import { isRouteErrorResponse } from 'react-router';
// Not the whole catalogue: this module is part of every page, the sign-in page included.
import { errorPage, frame } from '#shared/messages/fr/frame.ts';
import { ErrorPage } from './ui/error-page.tsx';

/** What is shown instead of a page that was refused, or that failed; inside the frame, when there is one around it. */
export function RefusedPage({ error, isFramed = false }: { error: unknown; isFramed?: boolean }) {
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const words = errorPage[status === 404 ? 'notFound' : status === 403 ? 'forbidden' : 'unexpected'];
  // A refusal's own sentence says more than the status.
  const sentence =
    isRouteErrorResponse(error) && status !== 404 && typeof error.data === 'string' ? error.data : words.text;
  return (
    <ErrorPage
      title={words.title}
      text={sentence}
      home={errorPage.home}
      product={frame.product}
      isFramed={isFramed}
    />
  );
}
