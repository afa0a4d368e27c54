import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Readable } from '#shared/kernel/access/readable.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { ThemeKey } from '#shared/people/group/theme.ts';
import type { Joining } from '#shared/people/member/joining.ts';
import type { OrganisationBadge } from '#shared/people/organisation/organisation.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { findGroupRole, isInGroup, listGroupsForMember } from '../group/groups.ts';
import { groups, seasons, themes } from '../group/schema.ts';
import { organisationBadge } from '../organisation/organisations.ts';
import { organisations } from '../organisation/schema.ts';
import { users } from '../person/schema.ts';
import { joinRequests } from './join-request-schema.ts';
import { addMember, type MemberTerms } from './members.ts';

/** What a group that takes requests says to those who are not in it. */
export interface OpenGroup {
  readonly id: string;
  readonly name: string;
  readonly purpose: string;
  readonly theme: { readonly key: ThemeKey; readonly name: string };
  /** What this person asked already, and waits for. */
  readonly own: { readonly message: string; readonly askedAt: Date } | null;
}

/** Somebody who waits to join a group. */
export interface WaitingJoin {
  readonly id: string;
  /** Empty when they said nothing. */
  readonly message: string;
  readonly askedAt: Date;
  readonly person: { readonly id: string; readonly name: string; readonly jobTitle: string };
  readonly organisation: OrganisationBadge | null;
}

/** A request as its group's facilitators are told of it. */
export interface JoinNews {
  readonly group: { readonly id: string; readonly name: string };
  readonly asker: string;
  readonly organisation: string | null;
  readonly facilitators: readonly { readonly name: string; readonly email: string }[];
}

/** What became of a request, for the mail that says so. */
export interface AnsweredJoin {
  readonly asker: { readonly id: string; readonly name: string; readonly email: string };
  readonly group: { readonly id: string; readonly name: string };
  readonly askedAt: Date;
}

/** Which request somebody answers, and when. */
interface JoinAnswer {
  readonly requestId: string;
  readonly groupId: string;
  readonly by: string;
  readonly now: Date;
}

interface Asker {
  readonly userId: string;
  readonly now: Date;
}

/** [MB1] Who may ask to join this group. */
export async function findJoining(db: Db, groupId: Readable<'facilitatedGroup'>): Promise<Joining> {
  const [found] = await db.select({ joining: groups.joining }).from(groups).where(eq(groups.id, groupId));
  return found?.joining ?? 'nobody';
}

/** [MB1] The groups that take requests and that this person is not in, season by season. Nothing for suspended people. */
export async function listOpenGroups(db: Db, asker: Asker): Promise<OpenGroup[]> {
  const found = await selectOpen(db, asker.userId).orderBy(
    asc(seasons.number),
    asc(groups.createdAt),
    asc(groups.id),
  );
  const own = new Set<string>((await listGroupsForMember(db, asker)).map(({ id }) => id));
  return found.filter(({ id }) => !own.has(id));
}

/** [MB1] One of them; null as well for a group that takes no request, that does not exist, or that they are in. */
export async function findOpenGroup(
  db: Db,
  { groupId, ...asker }: Asker & { groupId: string },
): Promise<OpenGroup | null> {
  const [found] = await selectOpen(db, asker.userId, groupId);
  return found && !(await findGroupRole(db, { ...asker, groupId })) ? found : null;
}

/**
 * [MB2] Keeps a request to join, one a person and group: asking again replaces what was said, and is no news (`news` null).
 * `requestId` is new; `message` went through `parseRequestMessage`. Refused: 'group.notFound' for whatever `findOpenGroup` hides.
 */
export async function askToJoin(
  tx: Tx,
  { requestId, message, ...asked }: Asker & { requestId: string; groupId: string; message: string },
): Promise<Result<{ news: JoinNews | null }, 'group.notFound'>> {
  const group = await findOpenGroup(tx, asked);
  if (!group) return fail('group.notFound');
  const { groupId, userId, now } = asked;
  const [kept] = await tx
    .insert(joinRequests)
    .values({ id: requestId, groupId, userId, message, askedAt: now })
    .onConflictDoUpdate({
      target: [joinRequests.groupId, joinRequests.userId],
      set: { message, askedAt: now },
    })
    .returning({ id: joinRequests.id });
  if (kept?.id !== requestId) return ok({ news: null });
  const [asker] = await tx
    .select({ name: users.name, organisation: organisations.name })
    .from(users)
    .leftJoin(organisations, eq(organisations.id, users.organisationId))
    .where(eq(users.id, userId));
  const facilitators = await tx
    .select({ name: users.name, email: users.email })
    .from(users)
    .where(isInGroup(tx, { groupId, role: 'facilitator', now }))
    .orderBy(users.email);
  const { id, name } = group;
  return ok({
    news: {
      group: { id, name },
      asker: asker?.name ?? '',
      organisation: asker?.organisation ?? null,
      facilitators,
    },
  });
}

/** [MB2] Takes back one's own request; somebody else's is left alone. */
export async function withdrawJoin(
  tx: Tx,
  { groupId, userId }: { groupId: string; userId: string },
): Promise<void> {
  await tx
    .delete(joinRequests)
    .where(and(eq(joinRequests.groupId, groupId), eq(joinRequests.userId, userId)));
}

/**
 * [MB3] Who waits to join this group, the longest first: neither suspended people nor those who came in another way.
 */
export async function listJoinRequests(
  db: Db,
  { groupId, now }: { groupId: Readable<'facilitatedGroup'>; now: Date },
): Promise<WaitingJoin[]> {
  const rows = await db
    .select({
      id: joinRequests.id,
      message: joinRequests.message,
      askedAt: joinRequests.askedAt,
      person: { id: users.id, name: users.name, jobTitle: users.jobTitle },
      organisation: organisationBadge,
    })
    .from(joinRequests)
    .innerJoin(users, and(eq(users.id, joinRequests.userId), isNull(users.suspendedAt)))
    .leftJoin(organisations, eq(organisations.id, users.organisationId))
    .where(eq(joinRequests.groupId, groupId))
    .orderBy(asc(joinRequests.askedAt), asc(joinRequests.id));
  const waiting: WaitingJoin[] = [];
  for (const row of rows)
    if (!(await findGroupRole(db, { userId: row.person.id, groupId, now }))) waiting.push(row);
  return waiting;
}

/**
 * [MB3] Answers a request of this group once, with a membership. Refused: 'join.answered' (somebody else was first, it was withdrawn, or the
 * account is suspended), and whatever adding refuses.
 */
export async function acceptJoin(
  tx: Tx,
  { terms, ...answer }: JoinAnswer & { activityId: string; terms: MemberTerms },
): Promise<
  Result<AnsweredJoin, 'join.answered' | 'person.notFound' | 'person.suspended' | 'member.already'>
> {
  const taken = await takeRequest(tx, answer);
  if (!taken.ok) return taken;
  const { groupId, by, activityId, now } = answer;
  const userId = taken.value.asker.id;
  const added = await addMember(tx, { groupId, userId, by, activityId, now, ...terms });
  return added.ok ? taken : added;
}

/** [MB3] Answers it with nothing. Refused: 'join.answered'. */
export function declineJoin(
  tx: Tx,
  answer: Omit<JoinAnswer, 'by' | 'now'>,
): Promise<Result<AnsweredJoin, 'join.answered'>> {
  return takeRequest(tx, answer);
}

/** Of two who answer at once one deletes it; the other waits for that, and finds nothing. */
async function takeRequest(
  tx: Tx,
  { requestId, groupId }: { requestId: string; groupId: string },
): Promise<Result<AnsweredJoin, 'join.answered'>> {
  const [request] = await tx
    .delete(joinRequests)
    .where(and(eq(joinRequests.id, requestId), eq(joinRequests.groupId, groupId)))
    .returning({ userId: joinRequests.userId, askedAt: joinRequests.askedAt });
  const [asker] = request
    ? await tx
        .select({ id: users.id, name: users.name, email: users.email })
        .from(users)
        .where(and(eq(users.id, request.userId), isNull(users.suspendedAt)))
    : [];
  const [group] = await tx
    .select({ id: groups.id, name: groups.name })
    .from(groups)
    .where(eq(groups.id, groupId));
  return request && asker && group ? ok({ asker, group, askedAt: request.askedAt }) : fail('join.answered');
}

function selectOpen(db: Db, userId: string, groupId?: string) {
  return db
    .select({
      id: groups.id,
      name: groups.name,
      purpose: groups.purpose,
      theme: { key: themes.key, name: themes.name },
      own: { message: joinRequests.message, askedAt: joinRequests.askedAt },
    })
    .from(groups)
    .innerJoin(themes, eq(themes.id, groups.themeId))
    .innerJoin(seasons, eq(seasons.id, themes.seasonId))
    .innerJoin(users, and(eq(users.id, userId), isNull(users.suspendedAt)))
    .leftJoin(joinRequests, and(eq(joinRequests.groupId, groups.id), eq(joinRequests.userId, userId)))
    .where(and(eq(groups.joining, 'programme'), groupId ? eq(groups.id, groupId) : undefined))
    .$dynamic();
}
