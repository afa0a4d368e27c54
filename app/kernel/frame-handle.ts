import type { UIMatch } from 'react-router';
import type { Crumb } from '../ui/frame.tsx';

/** What a route tells the frame through its `handle` export. */
export interface FrameHandle<Data = unknown> {
  /** Breadcrumb of this page, from its loader's data. The last one is the page itself. */
  readonly crumbs: (data: Data) => readonly Crumb[];
  /** Documents and boards take the whole width. */
  readonly isWorking?: boolean;
}

/** Types a route's `handle` by its loader data: `export const handle = frameHandle<Route.ComponentProps['loaderData']>({…})`. */
export function frameHandle<Data>(handle: FrameHandle<Data>): FrameHandle<Data> {
  return handle;
}

export function frameHandleOf(match: UIMatch): FrameHandle | null {
  const { handle } = match;
  return typeof handle === 'object' && handle !== null && 'crumbs' in handle ? (handle as FrameHandle) : null;
}

/** The breadcrumb of the innermost page that gives one; a page whose loader refused gives none. */
export function crumbsOf(matches: readonly UIMatch[]): readonly Crumb[] {
  const match = matches.findLast(
    (candidate) => frameHandleOf(candidate) && candidate.loaderData !== undefined,
  );
  return match ? (frameHandleOf(match)?.crumbs(match.loaderData) ?? []) : [];
}
