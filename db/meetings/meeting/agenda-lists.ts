import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { ItemStatus } from '#shared/meetings/meeting/agenda.ts';
import type { PersonBadge } from '#shared/people/organisation/organisation.ts';
import { isListedTo, type Reader } from '../../documents/listed-documents.ts';
import { documents } from '../../documents/schema.ts';
import type { Db } from '../../kernel/client.ts';
import { organisationBadge } from '../../people/organisation/organisations.ts';
import { organisations } from '../../people/organisation/schema.ts';
import { users } from '../../people/person/schema.ts';
import { agendaItemDocuments, agendaItems } from './schema.ts';

/** A point of an agenda, as a page shows it. */
export interface AgendaItem {
  readonly id: string;
  readonly title: string;
  readonly minutes: number;
  readonly status: ItemStatus;
  readonly owner: PersonBadge | null;
  readonly proposedBy: { readonly id: string; readonly name: string } | null;
  readonly documents: readonly { readonly id: string; readonly title: string }[];
}

/**
 * [M8] The points of a meeting in their order, with those of their documents that this person may see.
 */
export async function listAgenda(
  db: Db,
  { meetingId, ...reader }: Reader & { meetingId: string },
): Promise<AgendaItem[]> {
  const proposers = alias(users, 'proposer');
  const rows = await db
    .select({
      id: agendaItems.id,
      title: agendaItems.title,
      minutes: agendaItems.minutes,
      status: agendaItems.status,
      owner: { id: users.id, name: users.name },
      organisation: organisationBadge,
      proposedBy: { id: proposers.id, name: proposers.name },
    })
    .from(agendaItems)
    .leftJoin(users, eq(users.id, agendaItems.ownerId))
    .leftJoin(organisations, eq(organisations.id, users.organisationId))
    .leftJoin(proposers, eq(proposers.id, agendaItems.proposedBy))
    .where(and(eq(agendaItems.meetingId, meetingId), isNull(agendaItems.removedAt)))
    .orderBy(asc(agendaItems.order), asc(agendaItems.id));
  const attached = await listAttached(
    db,
    rows.map(({ id }) => id),
    reader,
  );
  return rows.map(({ owner, organisation, ...item }) => ({
    ...item,
    owner: owner && { ...owner, organisation },
    documents: attached.filter(({ itemId }) => itemId === item.id).map(({ id, title }) => ({ id, title })),
  }));
}

async function listAttached(db: Db, itemIds: readonly string[], reader: Reader) {
  if (itemIds.length === 0) return [];
  return db
    .select({ itemId: agendaItemDocuments.itemId, id: documents.id, title: documents.title })
    .from(agendaItemDocuments)
    .innerJoin(documents, and(eq(documents.id, agendaItemDocuments.documentId), isNull(documents.trashedAt)))
    .where(and(inArray(agendaItemDocuments.itemId, [...itemIds]), isListedTo(db, reader)))
    .orderBy(asc(documents.title), asc(documents.id));
}

/** How many accepted points these meetings have. */
export async function countItems(
  db: Db,
  { meetingIds }: { meetingIds: readonly string[] },
): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  if (meetingIds.length === 0) return counts;
  const rows = await db
    .select({ meetingId: agendaItems.meetingId })
    .from(agendaItems)
    .where(
      and(
        inArray(agendaItems.meetingId, [...meetingIds]),
        eq(agendaItems.status, 'accepted'),
        isNull(agendaItems.removedAt),
      ),
    );
  for (const { meetingId } of rows) counts.set(meetingId, (counts.get(meetingId) ?? 0) + 1);
  return counts;
}
