import { eq, inArray } from 'drizzle-orm';
import type { OrganisationBadge } from '#shared/people/organisation/organisation.ts';
import type { Db } from '../kernel/client.ts';
import { organisationBadge } from '../people/organisation/organisations.ts';
import { organisations } from '../people/organisation/schema.ts';
import { users } from '../people/person/schema.ts';
import { docClients, docLineage } from './schema.ts';

/** The organisations whose people wrote in each of these rooms, or whose words were brought there. Rooms nobody wrote in are absent. */
export async function listWriters(
  db: Db,
  rooms: readonly string[],
): Promise<Map<string, OrganisationBadge[]>> {
  const writers = new Map<string, OrganisationBadge[]>();
  if (rooms.length === 0) return writers;
  const of = (table: typeof docClients | typeof docLineage) =>
    db
      .select({ room: table.room, userId: table.userId })
      .from(table)
      .where(inArray(table.room, [...rooms]));
  const wrote = of(docClients).union(of(docLineage)).as('wrote');
  const rows = await db
    .selectDistinct({ room: wrote.room, ...organisationBadge })
    .from(wrote)
    .innerJoin(users, eq(users.id, wrote.userId))
    .innerJoin(organisations, eq(organisations.id, users.organisationId))
    .orderBy(organisations.name);
  for (const { room, ...organisation } of rows)
    writers.set(room, [...(writers.get(room) ?? []), organisation]);
  return writers;
}
