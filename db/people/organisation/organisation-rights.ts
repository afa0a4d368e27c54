import { canOnPlatform } from '#shared/kernel/access/access.ts';
import { asReadable, type Readable } from '#shared/kernel/access/readable.ts';
import type { Db } from '../../kernel/client.ts';
import { findStanding } from '../person/people.ts';

/** [O3] The organisation of this id, for whoever's role on the platform lets them invite people; null for all others. It need not exist. */
export async function readableOrganisation(
  db: Db,
  { organisationId, userId }: { organisationId: string; userId: string },
): Promise<Readable<'organisation'> | null> {
  const standing = await findStanding(db, userId);
  return standing && canOnPlatform(standing.platformRole, 'people.invite')
    ? asReadable(organisationId)
    : null;
}
