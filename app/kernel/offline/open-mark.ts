import { roomOfAddress } from '#shared/kernel/offline/kept-room.ts';

/** Stands before the address of a card in the fragment of its board's, when the board's page is the one that is kept. */
export const OPEN_MARK = '#ouvrir=';

/** Where a page that was opened in the place of another has to go; null when it is where it should be. Total. */
export function addressToOpen({ pathname, hash }: { pathname: string; hash: string }): string | null {
  if (!hash.startsWith(OPEN_MARK)) return null;
  const path = hash.slice(OPEN_MARK.length);
  // Of the same room only: a fragment can be written by anybody who makes a link.
  const room = roomOfAddress(path)?.room;
  return room && room === roomOfAddress(pathname)?.room ? path : null;
}
