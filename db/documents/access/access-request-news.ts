import { and, eq, isNull, type SQL } from 'drizzle-orm';
import type { DocumentRole } from '#shared/documents/document-access.ts';
import type { AddressedVerb } from '#shared/people/activity/activity.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
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
  /** Those who may sign in, by own membership or through their organisation; [MV1] in a space, which nobody facilitates, whoever made the document. */
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
      organisationId: groups.organisationId,
      makerId: documents.createdBy,
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
  const { groupId, organisationId, makerId, ...news } = found;
  const own = { groupId, now };
  const facilitators = organisationId
    ? await listAnswering(db, and(isInGroup(db, own), eq(users.id, makerId)))
    : await listAnswering(db, isInGroup(db, { ...own, role: 'facilitator' }));
  return { ...news, facilitators };
}

/** [NO2] Tells those who facilitate of a request; false when they were told before: their mails have left. */
export async function recordAsked(
  tx: Tx,
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

/** The people of whom this holds, which leaves out suspended ones. */
function listAnswering(db: Db, which: SQL | undefined): Promise<Facilitator[]> {
  return db
    .select({ id: users.id, name: users.name, email: users.email })
    .from(users)
    .where(which)
    .orderBy(users.email);
}
