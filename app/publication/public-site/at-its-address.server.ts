import { data, redirect } from 'react-router';
import { notFound } from '../../kernel/access.server.ts';

const GONE = 410;

/**
 * [PS3] What stands at the address that a page of the public site was asked for, and that address: 404 where there never was
 * anything, 410 where it was withdrawn, 301 from an old title.
 */
export function atItsAddress<Published extends { readonly address: string }>(
  request: Request,
  found: Published | 'withdrawn' | null,
  pageOf: (address: string) => string,
): { readonly published: Published; readonly address: string } {
  if (found === null) throw notFound();
  if (found === 'withdrawn') throw data('withdrawn', { status: GONE });
  const address = pageOf(found.address);
  const { pathname, search } = new URL(request.url);
  if (pathname !== address) throw redirect(address + search, 301);
  return { published: found, address };
}
