import { and, asc, eq, isNotNull, isNull, lt, or, sql } from 'drizzle-orm';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { resources } from './schema.ts';

/** [RS15] Links that were never asked, not since `before`, or did not answer the last time; the longest ago first. */
export async function listLinksToCheck(
  db: Db,
  { before, limit }: { before: Date; limit: number },
): Promise<{ id: string; address: string }[]> {
  const rows = await db
    .select({ id: resources.id, address: resources.address })
    .from(resources)
    .where(
      and(
        isNotNull(resources.address),
        isNull(resources.trashedAt),
        or(
          isNull(resources.linkCheckedAt),
          lt(resources.linkCheckedAt, before),
          isNotNull(resources.linkLostAt),
        ),
      ),
    )
    .orderBy(sql`${resources.linkCheckedAt} asc nulls first`, asc(resources.id))
    .limit(limit);
  return rows.flatMap(({ id, address }) => (address === null ? [] : [{ id, address }]));
}

/** [RS15] Keeps what an address answered, unless the link leads elsewhere by now; it is lost since the first time that it did not. */
export async function saveLinkCheck(
  tx: Tx,
  { resourceId, address, isThere, now }: { resourceId: string; address: string; isThere: boolean; now: Date },
): Promise<void> {
  const lost = isThere
    ? { linkLostAt: null }
    : { linkLostAt: sql`coalesce(${resources.linkLostAt}, ${now.toISOString()}::timestamptz)` };
  await tx
    .update(resources)
    .set({ linkCheckedAt: now, ...lost })
    .where(and(eq(resources.id, resourceId), eq(resources.address, address)));
}
