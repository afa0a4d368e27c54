import { eq, inArray } from 'drizzle-orm';
import type { OrganisationBadge } from '#shared/people/organisation/organisation.ts';
import type { Db } from '../kernel/client.ts';
import { organisationBadge } from '../people/organisation/organisations.ts';
import { organisations } from '../people/organisation/schema.ts';
import { users } from '../people/person/schema.ts';
import { docClients } from './schema.ts';

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
