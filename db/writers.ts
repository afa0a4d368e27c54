import { eq, inArray } from 'drizzle-orm';
import type { OrganisationBadge } from '#shared/organisation/organisation.ts';
import type { Db } from './client.ts';
import { organisationBadge } from './organisations.ts';
import { users } from './schema/auth.ts';
import { organisations } from './schema/organisation.ts';
import { docClients } from './schema/realtime.ts';

/** The organisations whose people wrote in each of these rooms, by the server's own register. Rooms nobody wrote in are absent. */
export async function listWriters(
  db: Db,
  rooms: readonly string[],
): Promise<Map<string, OrganisationBadge[]>> {
  const writers = new Map<string, OrganisationBadge[]>();
  if (rooms.length === 0) return writers;
  const rows = await db
    .selectDistinct({ room: docClients.room, ...organisationBadge })
    .from(docClients)
    .innerJoin(users, eq(users.id, docClients.userId))
    .innerJoin(organisations, eq(organisations.id, users.organisationId))
    .where(inArray(docClients.room, [...rooms]))
    .orderBy(organisations.name);
  for (const { room, ...organisation } of rows)
    writers.set(room, [...(writers.get(room) ?? []), organisation]);
  return writers;
}
