import { and, eq, isNull, lt, or } from 'drizzle-orm';
import type { GroupNews } from '#shared/news/news.ts';
import type { Heard } from '#shared/news/notification/lines.ts';
import type { Db } from '../../kernel/client.ts';
import { findGroupForMember, isInGroup } from '../../people/group/groups.ts';
import { groups } from '../../people/group/schema.ts';
import { users } from '../../people/person/schema.ts';
import { listReadMarks } from '../group-visits.ts';
import { changesSince } from '../news.ts';
import { findMailed, type Mailed } from './notification-mails.ts';
import { findNotificationSettings } from './notification-settings.ts';
import { listHeard } from './notifications.ts';
import { digests, watches } from './schema.ts';

const WEEK_MS = 7 * 24 * 3_600_000;

interface Digested {
  readonly userId: string;
  readonly groupId: string;
}

/** The week of a group, as one of its people is told of it. */
export interface Digest {
  readonly person: Mailed;
  readonly group: { readonly id: string; readonly name: string };
  readonly since: Date;
  /** What concerns them and is unread, as far as the news do not tell it. */
  readonly own: readonly Heard[];
  /** What the page of the news tells of the same time. */
  readonly news: GroupNews;
}

/** [NO8] Whose weekly mails, of which groups, are not made yet. */
export async function listDigestsDue(
  db: Db,
  { until, now }: { until: Date; now: Date },
): Promise<Digested[]> {
  const due: Digested[] = [];
  for (const { id: groupId } of await db.select({ id: groups.id }).from(groups)) {
    const rows = await db
      .select({ userId: users.id })
      .from(users)
      .leftJoin(digests, and(eq(digests.userId, users.id), eq(digests.groupId, groupId)))
      .where(and(isInGroup(db, { groupId, now }), or(isNull(digests.until), lt(digests.until, until))))
      .orderBy(users.id);
    due.push(...rows.map(({ userId }) => ({ userId, groupId })));
  }
  return due;
}

/**
 * [NO8] [NO7] Takes the weekly mail of this person and group, in the transaction that queues it: of several, one. Null when it was
 * taken, is not wanted, has nothing to tell, or is of a group that they may not see any more. It tells what is new at this moment,
 * which is where the next one begins.
 */
export async function takeDigest(
  tx: Db,
  { userId, groupId, until, now }: Digested & { until: Date; now: Date },
): Promise<Digest | null> {
  const [before] = await tx.select({ until: digests.until }).from(digests).where(isOf({ userId, groupId }));
  const [taken] = await tx
    .insert(digests)
    .values({ userId, groupId, until: now })
    .onConflictDoUpdate({
      target: [digests.userId, digests.groupId],
      set: { until: now },
      setWhere: lt(digests.until, until),
    })
    .returning({ userId: digests.userId });
  if (!taken || !(await isWanted(tx, { userId, groupId }))) return null;
  const reader = { userId, now };
  const group = await findGroupForMember(tx, { groupId, ...reader });
  const person = await findMailed(tx, userId);
  if (!group || !person) return null;
  const from = before?.until ?? new Date(until.getTime() - WEEK_MS);
  const mark = (await listReadMarks(tx, { userId, groupIds: [groupId] })).get(groupId);
  const since = mark && mark > from ? mark : from;
  const [news] = await changesSince(tx, { ...reader, groups: [{ groupId, since }] });
  const heard = await listHeard(tx, { ...reader, delivery: 'digest' });
  const own = heard.filter(
    (event) =>
      event.group?.id === groupId &&
      event.at >= from &&
      event.readAt === null &&
      event.reason !== 'group' &&
      !isInNews(event, news),
  );
  if (!news || own.length + news.total === 0) return null;
  return { person, group: { id: group.id, name: group.name }, since, own, news };
}

/** Threads are told among the news by themselves, cards apart from their board. */
function isInNews({ verb, reason, objectId, data }: Heard, news: GroupNews | undefined): boolean {
  if (/\.(commented|replied)$/.test(verb) && (reason === 'mention' || reason === 'reply')) return true;
  const told = verb === 'board.assigned' ? data.card : objectId;
  return news?.kinds.some(({ items }) => items.some(({ id }) => id === told)) ?? false;
}

async function isWanted(db: Db, { userId, groupId }: Digested): Promise<boolean> {
  const { digest } = await findNotificationSettings(db, { userId });
  const [watch] = await db
    .select({ level: watches.level })
    .from(watches)
    .where(and(eq(watches.userId, userId), eq(watches.kind, 'group'), eq(watches.objectId, groupId)));
  return digest && watch?.level !== 'none';
}

function isOf({ userId, groupId }: Digested) {
  return and(eq(digests.userId, userId), eq(digests.groupId, groupId));
}
