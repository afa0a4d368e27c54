import type { DeviceOwner } from '#shared/realtime/device-seal.ts';
import { inTurn } from './in-turn.ts';
import { copyOf, lastOwner, localKeys, rememberOwner } from './local-keys.ts';
import { canSeal, seal } from './seal.ts';
import { writeContent } from './sealed-content.ts';
import { putSealed } from './sealed-store.ts';

/**
 * [L11] Once copies are closed: of what the local storage holds, drafts of others than this browser's account are sealed for them, and all else that is
 * not its own is removed, whatever it is. What a store added tomorrow keeps leaves with it, unless it names its account. `left`: names of copies that
 * could not be closed, which go on saying of which generation they are.
 */
export async function closeLocal({ account, seals }: DeviceOwner, left: ReadonlySet<string>): Promise<void> {
  // A visitor begins nothing: what says nothing of whose it is was somebody's.
  const isNew = account === null || lastOwner() !== account;
  await inTurn(async () => {
    for (const held of localKeys()) {
      if (held.account === null ? !isNew : held.account === account) continue;
      if (held.isDraft && held.account !== null) await sealDraft(held.key, held.account, seals);
      else if (!left.has(copyOf(held.key))) localStorage.removeItem(held.key);
    }
  });
  rememberOwner(account);
}

/** Without a key or the means it stays, as it was: it exists nowhere else. */
async function sealDraft(key: string, account: string, seals: DeviceOwner['seals']): Promise<void> {
  const value = localStorage.getItem(key);
  const publicKey = seals[account];
  if (value === null || !publicKey || !canSeal()) return;
  const box = await seal(writeContent({ kind: 'draft', key, value }), publicKey);
  await putSealed(account, { room: '', changes: 0, box });
  // Written on meanwhile, by a page that is still open: the next closing takes what it became.
  if (localStorage.getItem(key) === value) localStorage.removeItem(key);
}
