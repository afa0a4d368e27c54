import { and, eq, isNull } from 'drizzle-orm';
import type { DocumentRole } from '#shared/documents/document-access.ts';
import type { AddressedVerb } from '#shared/people/activity/activity.ts';
import type { Db } from '../../kernel/client.ts';
import { activities } from '../../people/activity/schema.ts';
import { isInGroup } from '../../people/group/groups.ts';
import { groups } from '../../people/group/schema.ts';
import { organisations } from '../../people/organisation/schema.ts';
import { users } from '../../people/person/schema.ts';
import { documents } from '../schema.ts';
import { accessRequests } from './access-request-schema.ts';

/** A request as the facilitators of its document's group are told of it. */
export interface RequestNews {
  readonly document: { readonly id: string; readonly title: string };
  readonly group: string;
  readonly asker: string;
  readonly askerId: string;
  readonly organisation: string | null;
  readonly role: DocumentRole;
  readonly message: string;
  /** Those who may sign in, by own membership or through their organisation. */
  readonly facilitators: readonly Facilitator[];
}

interface Facilitator {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

/** [A11] What to tell of a request, and whom; null when it was withdrawn or answered, or its document thrown away, meanwhile. */
export async function findRequestNews(
  db: Db,
  { requestId, now }: { requestId: string; now: Date },
): Promise<RequestNews | null> {
  const [found] = await db
    .select({
      document: { id: documents.id, title: documents.title },
      groupId: groups.id,
      group: groups.name,
      asker: users.name,
      askerId: users.id,
      organisation: organisations.name,
      role: accessRequests.role,
      message: accessRequests.message,
    })
    .from(accessRequests)
    .innerJoin(documents, and(eq(documents.id, accessRequests.documentId), isNull(documents.trashedAt)))
    .innerJoin(groups, eq(groups.id, documents.groupId))
    .innerJoin(users, and(eq(users.id, accessRequests.userId), isNull(users.suspendedAt)))
    .leftJoin(organisations, eq(organisations.id, users.organisationId))
    .where(eq(accessRequests.id, requestId));
  if (!found) return null;
  const { groupId, ...news } = found;
  return { ...news, facilitators: await listFacilitators(db, { groupId, now }) };
}

/** [NO2] Tells those who facilitate of a request; false when they were told before: their mails have left. */
export async function recordAsked(
  tx: Db,
  { requestId, news, now }: { requestId: string; news: RequestNews; now: Date },
): Promise<boolean> {
  const told = await tx
    .insert(activities)
    .values({
      id: `asked ${requestId}`,
      groupId: null,
      actorId: news.askerId,
      verb: 'accessRequest.asked' satisfies AddressedVerb,
      objectId: news.document.id,
      data: { title: news.document.title, for: news.facilitators.map(({ id }) => id).join(' ') },
      at: now,
    })
    .onConflictDoNothing()
    .returning({ id: activities.id });
  return told.length > 0;
}

/** Who facilitates this group today, suspended people excepted. */
function listFacilitators(db: Db, group: { groupId: string; now: Date }): Promise<Facilitator[]> {
  return db
    .select({ id: users.id, name: users.name, email: users.email })
    .from(users)
    .where(isInGroup(db, { ...group, role: 'facilitator' }))
    .orderBy(users.email);
}
