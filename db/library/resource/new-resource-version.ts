import { and, eq } from 'drizzle-orm';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { isServed } from '#shared/library/resource/resource.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { type ResourceChange, recordResource } from './resource-change.ts';
import { addVersionRow, lockFileResource, type NewVersion } from './resource-versions.ts';
import { resourceVersions } from './schema.ts';

/** [RS7] Gives a resource the next version of its file. */
export async function addVersion(
  tx: Tx,
  { version, ...change }: ResourceChange & { version: NewVersion },
): Promise<Result<{ number: number }, 'resource.notFound' | 'resource.isLink'>> {
  const locked = await lockFileResource(tx, change);
  if (!locked.ok) return locked;
  const number = await addVersionRow(tx, change, version);
  await recordResource(tx, change, 'resource.versionAdded', locked.value.title);
  return ok({ number });
}

/**
 * [RS7] Goes back to a former version: a new one with the same bytes; `versionId` is new, `note` says where it comes from.
 */
export async function restoreVersion(
  tx: Tx,
  {
    number,
    versionId,
    note,
    ...change
  }: ResourceChange & { number: number; versionId: string; note: string },
): Promise<
  Result<
    { number: number },
    'resource.notFound' | 'resource.isLink' | 'resource.versionNotFound' | 'resource.inQuarantine'
  >
> {
  const locked = await lockFileResource(tx, change);
  if (!locked.ok) return locked;
  const [former] = await tx
    .select()
    .from(resourceVersions)
    .where(and(eq(resourceVersions.resourceId, change.resourceId), eq(resourceVersions.number, number)));
  if (!former) return fail('resource.versionNotFound');
  if (!isServed(former)) return fail('resource.inQuarantine');
  // Its words are those of another version by now: they are looked for again.
  const made = await addVersionRow(tx, change, { ...former, id: versionId, note, readAt: null });
  await recordResource(tx, change, 'resource.versionRestored', locked.value.title);
  return ok({ number: made });
}
