import { and, desc, eq, inArray, not, notExists, sql } from 'drizzle-orm';
import type { Readable } from '#shared/kernel/access/readable.ts';
import {
  ACTIVITY_VERBS,
  type Activity,
  type ActivityVerb,
  type AddressedVerb,
} from '#shared/people/activity/activity.ts';
import type { ProgrammeVerb } from '#shared/people/activity/programme-events.ts';
import { isListedTo, type Reader } from '../../documents/listed-documents.ts';
import { documents } from '../../documents/schema.ts';
import type { Db } from '../../kernel/client.ts';
import { groups } from '../group/schema.ts';
import { organisations } from '../organisation/schema.ts';
import { users } from '../person/schema.ts';
import { activities } from './schema.ts';

/** Something that happened in a group, or in the programme, as it is written down. */
export interface NewActivity {
  readonly id: string;
  /** Null for what one person only is told, and for what happens in the programme ([NO12]). */
  readonly groupId: string | null;
  /** Null when the server cannot say whose doing it was. */
  readonly actorId: string | null;
  readonly verb: ActivityVerb | ProgrammeVerb;
  readonly objectId: string;
  /** Names the object as it is now. */
  readonly title: string;
  /** What undoing it needs. Whom it is for stands there too, and `recordAddressed` writes it. */
  readonly details?: Readonly<Record<string, string>> & { readonly for?: never };
  readonly now: Date;
}

/** Writes down what just happened, in the transaction that did it. */
export async function recordActivity(tx: Db, { title, details, now, ...row }: NewActivity): Promise<void> {
  await tx.insert(activities).values({ ...row, data: { ...details, title }, at: now });
}

/** The same of what asks these people something, or answers them: they hear of it whatever they follow ([NO2]). */
export async function recordAddressed(
  tx: Db,
  {
    people,
    title,
    details,
    now,
    ...row
  }: NewActivity & { readonly verb: AddressedVerb; readonly people: readonly string[] },
): Promise<void> {
  await tx.insert(activities).values({ ...row, data: { ...details, for: people.join(' '), title }, at: now });
}

/**
 * The last things that happened in these groups, the newest first; nothing of a document that this person may not see.
 */
export async function listActivities(
  db: Db,
  { groupIds, limit, ...reader }: Reader & { groupIds: readonly Readable<'group'>[]; limit: number },
): Promise<Activity[]> {
  if (groupIds.length === 0) return [];
  const rows = await db
    .select({
      id: activities.id,
      verb: activities.verb,
      groupId: groups.id,
      groupName: groups.name,
      actorName: users.name,
      organisation: organisations.name,
      objectId: activities.objectId,
      data: activities.data,
      at: activities.at,
    })
    .from(activities)
    .innerJoin(groups, eq(groups.id, activities.groupId))
    .leftJoin(users, eq(users.id, activities.actorId))
    .leftJoin(organisations, eq(organisations.id, users.organisationId))
    .where(and(inArray(activities.groupId, [...groupIds]), isNotHidden(db, reader)))
    .orderBy(desc(activities.at), desc(activities.id))
    .limit(limit);
  return rows.flatMap(({ verb, actorName, organisation, data, ...row }) => {
    const known = ACTIVITY_VERBS.find((candidate) => candidate === verb);
    if (!known) return [];
    return [
      {
        ...row,
        verb: known,
        title: data.title ?? '',
        actor: actorName ? { name: actorName, organisation } : null,
      },
    ];
  });
}

/** Not of a document that this person may not see. */
function isNotHidden(db: Db, reader: Reader) {
  const listed = isListedTo(db, reader);
  const hidden = db
    .select({ one: sql`1` })
    .from(documents)
    .where(and(eq(documents.id, activities.objectId), listed && not(listed)));
  return notExists(hidden);
}
