import { notFound } from '../access.server.ts';

/** Any address that is none of ours. A route of its own: what has no route is logged as an error of the server. */
export function loader() {
  throw notFound();
}

export default function NotFound() {
  return null;
}
