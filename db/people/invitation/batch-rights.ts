import { canOnPlatform } from '#shared/kernel/access/access.ts';
import { asReadable, type Readable } from '#shared/kernel/access/readable.ts';
import type { Db } from '../../kernel/client.ts';
import { findStanding } from '../person/people.ts';

/** [IB5] The list of this id, for whoever's role on the platform lets them invite people; null for all others. It need not exist. */
export async function readableBatch(
  db: Db,
  { batchId, userId }: { batchId: string; userId: string },
): Promise<Readable<'invitationBatch'> | null> {
  const standing = await findStanding(db, userId);
  return standing && canOnPlatform(standing.platformRole, 'people.invite') ? asReadable(batchId) : null;
}
