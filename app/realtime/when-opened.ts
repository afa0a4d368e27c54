import { hasDatabase } from './databases.ts';
import { sealedName } from './device-copies.ts';

/** [L12] Resolves once what was closed for this account here is back in its copies; at once when nothing was. */
export async function whenOpened(userId: string): Promise<void> {
  if (!(await hasDatabase(sealedName(userId)).catch(() => false))) return;
  const { openSealed } = await import('./closing/open-sealed.ts');
  await openSealed(userId).catch(() => undefined);
}
