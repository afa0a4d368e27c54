import { roomOfAddress } from '#shared/kernel/offline/kept-room.ts';
import { askOwner } from './ask-owner.ts';
import { closeCopies } from './close-copies.ts';
import { closeLocal } from './close-local.ts';
import { heldCopies } from './held-copies.ts';
import { copyOf, lastOwner, localKeys } from './local-keys.ts';
import { openSealed } from './open-sealed.ts';

/**
 * [L11] Closes what others left in this browser, and opens what was closed for whoever has come back. `account` is whose page this is, as far as it
 * knows (null for a visitor): before anything is done about it, the server is asked. Nothing is asked where nobody left anything.
 */
export async function settleDevice(account: string | null): Promise<void> {
  const local = localKeys();
  const known = local.map(({ key }) => copyOf(key));
  const held = [...(await heldCopies(known)), ...local].flatMap((one) => one.account ?? []);
  const others = [...new Set(held)].filter((one) => one !== account);
  const isNew = lastOwner() !== account || (account === null && local.length > 0);
  if (others.length > 0 || isNew) {
    const owner = await askOwner(others);
    // Another page of this browser has changed whose it is: that one sees to it.
    if (owner === null || owner.account !== account) return;
    await closeLocal(owner, await closeCopies(owner, known));
  }
  // The page of a room opens its own before it reads its copy.
  const isRoom = roomOfAddress(location.pathname) !== null;
  if (account !== null && !isRoom) await openSealed(account);
}
