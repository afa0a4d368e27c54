import { data, type RouterContextProvider, redirect } from 'react-router';
import { findPublicSheet, type PublicSheet } from '#db/public-sheets.ts';
import { sheetPaths } from '#shared/sheet-paths.ts';
import { notFound } from '../access.server.ts';
import { servicesContext } from '../context.ts';

const GONE = 410;

/**
 * [PS3] The published sheet of an address, and the one address of the page that asks for it; 404 where there never was one, 410
 * where it was withdrawn, 301 from other letters, a slash at the end and an old title.
 */
export async function requirePublicSheet(
  context: Readonly<RouterContextProvider>,
  request: Request,
  asked: string,
  pageOf: (address: string) => string = sheetPaths.publicSheet,
): Promise<{ sheet: PublicSheet; address: string }> {
  const sheet = await findPublicSheet(context.get(servicesContext).db, asked);
  if (sheet === null) throw notFound();
  if (sheet === 'withdrawn') throw data('withdrawn', { status: GONE });
  const address = pageOf(sheet.address);
  const { pathname, search } = new URL(request.url);
  if (pathname !== address) throw redirect(address + search, 301);
  return { sheet, address };
}
