import type { ReactNode } from 'react';
import { isRouteErrorResponse } from 'react-router';
// Not the whole catalogue: this module is part of every page, the sign-in page included.
import { errorPage, frame } from '#shared/kernel/frame.fr.ts';
import { paths } from '#shared/paths.ts';
import { ErrorPage } from '../ui/error-page.tsx';

const WORDS: Readonly<Partial<Record<number, 'forbidden' | 'notFound'>>> = {
  403: 'forbidden',
  404: 'notFound',
};

const SEARCH = { label: errorPage.search, submit: errorPage.searchSubmit, name: 'q' } as const;

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
  const said = saidBy(error);
  if (absent && status === 404 && !said) return absent;
  const words = said ?? errorPage[WORDS[status] ?? 'unexpected'];
  // A refusal's own sentence says more than the status.
  const sentence =
    isRouteErrorResponse(error) && status !== 404 && typeof error.data === 'string' ? error.data : words.text;
  const isForbidden = status === 403 && !said;
  return (
    <ErrorPage
      title={words.title}
      text={isForbidden ? `${sentence} ${errorPage.forbidden.whom}` : sentence}
      home={errorPage.home}
      product={frame.product}
      isFramed={isFramed}
      search={isFramed ? { ...SEARCH, action: paths.search() } : null}
    />
  );
}

/** [SC19] What the server says of this very refusal, with its title: the words come with it. */
function saidBy(error: unknown): { readonly title: string; readonly text: string } | null {
  const said: unknown = isRouteErrorResponse(error) ? error.data : null;
  return typeof said === 'object' && said !== null && 'title' in said && 'text' in said
    ? { title: String(said.title), text: String(said.text) }
    : null;
}
