import { AbsentPage } from '../../publication/public-site/absent-page.tsx';
import { useIsMember } from '../../ui/is-member.ts';
import { notFound } from '../access.server.ts';
import { RefusedPage } from '../refused-page.tsx';
import { staticForVisitors } from '../static-page.ts';
import type { Route } from './+types/not-found';

export const handle = staticForVisitors;

/** Any address that is none of ours. A route of its own: what has no route is logged as an error of the server. */
export function loader() {
  throw notFound();
}

export default function NotFound() {
  return null;
}

/** [PS15] A member keeps the frame around it, a visitor that of the site. */
export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return useIsMember() ? <RefusedPage error={error} isFramed /> : <AbsentPage error={error} />;
}
