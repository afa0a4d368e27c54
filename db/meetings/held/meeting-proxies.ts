import { and, asc, eq } from 'drizzle-orm';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import {
  checkProxy,
  type GivenVoice,
  ownKey,
  type ProxyError,
  votersOf,
} from '#shared/meetings/held/electorate.ts';
import { VOTE_BY } from '#shared/meetings/held/vote.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { attendeesIn } from './meeting-attendances.ts';
import { type HeldChange, lockMeeting, touchMeeting } from './meeting-runs.ts';
import { meetingProxies as proxies } from './schema.ts';

/** Every voice that was given for a meeting. */
export function listProxies(db: Db, meetingId: string): Promise<GivenVoice[]> {
  const { giver, holder, givenAt } = proxies;
  return db
    .select({ giver, holder })
    .from(proxies)
    .where(eq(proxies.meetingId, meetingId))
    .orderBy(asc(givenAt), asc(giver));
}

/**
 * [MR6] Gives a voice to another voter, or takes it back (`holder` null), before the meeting or in it; gives their names. With `isRunner` any
 * voice, else one's own.
 */
export async function setProxy(
  tx: Tx,
  {
    giver,
    holder,
    isRunner,
    ...change
  }: HeldChange & { giver: string; holder: string | null; isRunner: boolean },
): Promise<
  Result<
    { giver: string; holder: string },
    'access.notFound' | 'meetingHeld.alreadyClosed' | 'meetingHeld.notVoter' | ProxyError
  >
> {
  const meeting = await lockMeeting(tx, change);
  if (!meeting) return fail('access.notFound');
  if (meeting.closedAt || meeting.status === 'cancelled') return fail('meetingHeld.alreadyClosed');
  const { meetingId, by, now } = change;
  const people = await attendeesIn(tx, change);
  const self = people.find(({ id }) => id === by);
  const isOwn = self && VOTE_BY.some((kind) => ownKey(self, kind) === giver);
  if (!isOwn && !isRunner) return fail('meetingHeld.notVoter');
  // A voice goes to one of its own kind: voters of the other are not found.
  const voters = votersOf(people, giver.startsWith('person:') ? 'person' : 'organisation');
  if (holder === null) {
    await tx.delete(proxies).where(and(eq(proxies.meetingId, meetingId), eq(proxies.giver, giver)));
  } else {
    const checked = checkProxy({ giver, holder }, { voters, proxies: await listProxies(tx, meetingId) });
    if (!checked.ok) return checked;
    await tx
      .insert(proxies)
      .values({ meetingId, giver, holder, givenBy: by, givenAt: now })
      .onConflictDoUpdate({
        target: [proxies.meetingId, proxies.giver],
        set: { holder, givenBy: by, givenAt: now },
      });
  }
  await touchMeeting(tx, meetingId);
  const nameOf = (voter: string | null) => voters.find(({ key }) => key === voter)?.name ?? '';
  return ok({ giver: nameOf(giver), holder: nameOf(holder) });
}
