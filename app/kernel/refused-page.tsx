import type { ReactNode } from 'react';
import { isRouteErrorResponse } from 'react-router';
// Not the whole catalogue: this module is part of every page, the sign-in page included.
import { errorPage, frame } from '#shared/kernel/frame.fr.ts';
import { ErrorPage } from '../ui/error-page.tsx';

interface RefusedPageProps {
  readonly error: unknown;
  /** There is a frame around it. */
  readonly isFramed?: boolean;
  /** What stands in the place of a page that does not exist, when more can be said than that. */
  readonly absent?: ReactNode;
}

/** What is shown instead of a page that was refused, or that failed. */
export function RefusedPage({ error, isFramed = false, absent }: RefusedPageProps) {
  const status = isRouteErrorResponse(error) ? error.status : 500;
  if (absent && status === 404) return absent;
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
