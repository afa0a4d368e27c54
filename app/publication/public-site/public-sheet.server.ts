import type { RouterContextProvider } from 'react-router';
import { findPublicSheet, type PublicSheet } from '#db/publication/sheet/public-sheets.ts';
import { sheetPaths } from '#shared/publication/sheet/sheet-paths.ts';
import { servicesContext } from '../../context.ts';
import { atItsAddress } from './at-its-address.server.ts';

/** [PS3] The published sheet of an address, and the one address of the page that asks for it (see `atItsAddress`). */
export async function requirePublicSheet(
  context: Readonly<RouterContextProvider>,
  request: Request,
  asked: string,
  pageOf: (address: string) => string = sheetPaths.publicSheet,
): Promise<{ sheet: PublicSheet; address: string }> {
  const found = await findPublicSheet(context.get(servicesContext).db, asked);
  const { published: sheet, address } = atItsAddress(request, found, pageOf);
  return { sheet, address };
}
