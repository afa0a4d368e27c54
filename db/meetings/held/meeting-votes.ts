import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { castableBy, representedOf, votersOf } from '#shared/meetings/held/electorate.ts';
import {
  ABSTENTION,
  countVote,
  type Quorum,
  type VoteBy,
  type VoteChoice,
  type VoteResult,
} from '#shared/meetings/held/vote.ts';
import { recordAudit } from '../../kernel/audit/audit.ts';
import { fingerprint } from '../../kernel/audit/fingerprint.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { requireSignatory } from '../../people/organisation/signatories.ts';
import { users } from '../../people/person/schema.ts';
import { meetings } from '../meeting/schema.ts';
import { attendeesIn } from './meeting-attendances.ts';
import { listProxies } from './meeting-proxies.ts';
import {
  type HeldChange,
  lockMeeting,
  lockOpenMeeting,
  type NotOpen,
  recordHeld,
  touchMeeting,
} from './meeting-runs.ts';
import { meetingBallots as ballots, meetingVotes as votes } from './schema.ts';

/** A ballot as whoever is in the meeting sees it. */
export interface Ballot {
  readonly voter: string;
  readonly voterName: string;
  /** Null when the vote is secret: nobody but its caster is told, and nobody at all once it is closed. */
  readonly choice: string | null;
  readonly castBy: string | null;
}

/** A vote of a meeting; its result once it is closed. */
export interface MeetingVote {
  readonly id: string;
  readonly question: string;
  readonly choices: readonly VoteChoice[];
  readonly by: VoteBy;
  readonly isSecret: boolean;
  readonly quorum: Quorum;
  readonly openedAt: Date;
  readonly closedAt: Date | null;
  readonly result: VoteResult | null;
  readonly ballots: readonly Ballot[];
}

/** The vote that it was about. */
interface Put {
  readonly question: string;
}
type NoSuchVote = 'access.notFound' | 'meetingHeld.voteNotFound';
interface InVote extends HeldChange {
  readonly voteId: string;
}

/** [MR10] The votes of a meeting in their order, with who voted; of secret ones only the reader's own choices. */
export async function listVotes(
  db: Db,
  { meetingId, userId }: { meetingId: string; userId: string },
): Promise<MeetingVote[]> {
  const found = await db
    .select()
    .from(votes)
    .where(eq(votes.meetingId, meetingId))
    .orderBy(asc(votes.openedAt), asc(votes.id));
  if (found.length === 0) return [];
  const cast = await db
    .select({
      voteId: ballots.voteId,
      voter: ballots.voter,
      voterName: ballots.voterName,
      choice: ballots.choice,
      casterId: ballots.castBy,
      castBy: users.name,
    })
    .from(ballots)
    .leftJoin(users, eq(users.id, ballots.castBy))
    .where(
      inArray(
        ballots.voteId,
        found.map(({ id }) => id),
      ),
    )
    .orderBy(asc(ballots.voterName), asc(ballots.voter));
  return found.map(({ meetingId: _, openedBy: __, ...vote }) => ({
    ...vote,
    ballots: cast
      .filter(({ voteId }) => voteId === vote.id)
      .map(({ voter, voterName, choice, casterId, castBy }) => ({
        voter,
        voterName,
        choice: vote.isSecret && casterId !== userId ? null : choice,
        castBy,
      })),
  }));
}

/** [MR7] Puts a question; `voteId` is new. */
export async function openVote(
  tx: Tx,
  {
    voteId: id,
    question,
    choices,
    ...rest
  }: InVote & {
    question: string;
    choices: readonly VoteChoice[];
    by: string;
    voices: VoteBy;
    isSecret: boolean;
    quorum: Quorum;
  },
): Promise<Result<Put, NotOpen>> {
  const open = await lockOpenMeeting(tx, rest);
  if (!open.ok) return open;
  const { meetingId, by: openedBy, now: openedAt, voices: by, isSecret, quorum } = rest;
  const row = { id, meetingId, question, choices, by, isSecret, quorum };
  await tx.insert(votes).values({ ...row, openedAt, openedBy });
  await touchMeeting(tx, meetingId);
  return ok({ question });
}

/**
 * [MR8] Casts a voice: the caster's own, or one that they hold; the last ballot of a voter counts. Where organisations vote,
 * by a signatory of theirs ([O7]).
 */
export async function castBallot(
  tx: Tx,
  { voteId, voter, choice, ...change }: InVote & { voter: string; choice: string },
): Promise<
  Result<
    { voter: string },
    | NoSuchVote
    | 'meetingHeld.voteClosed'
    | 'meetingHeld.choiceNotFound'
    | 'meetingHeld.notPresent'
    | 'meetingHeld.notVoter'
    | 'signatory.unconfirmed'
  >
> {
  const found = await lockVote(tx, { voteId, ...change });
  if (!found.ok) return found;
  const vote = found.value;
  if (vote.closedAt) return fail('meetingHeld.voteClosed');
  if (choice !== ABSTENTION && !vote.choices.some(({ id }) => id === choice))
    return fail('meetingHeld.choiceNotFound');
  const { meetingId, by: castBy, now: castAt } = change;
  const people = await attendeesIn(tx, change);
  const caster = people.find(({ id }) => id === castBy);
  if (!caster) return fail('meetingHeld.notVoter');
  if (!caster.isHere) return fail('meetingHeld.notPresent');
  const voters = votersOf(people, vote.by);
  const proxies = await listProxies(tx, meetingId);
  if (!castableBy(caster, vote.by, { voters, proxies }).includes(voter)) return fail('meetingHeld.notVoter');
  if (vote.by === 'organisation') {
    const signatory = await requireSignatory(tx, castBy);
    if (!signatory.ok) return signatory;
  }
  const voterName = voters.find(({ key }) => key === voter)?.name ?? '';
  await tx
    .insert(ballots)
    .values({ voteId, voter, voterName, choice, castBy, castAt })
    .onConflictDoUpdate({ target: [ballots.voteId, ballots.voter], set: { choice, castBy, castAt } });
  await touchMeeting(tx, meetingId);
  return ok({ voter: voterName });
}

/** [MR9] [MR10] Closes a vote and keeps what it came to; closing it twice changes nothing. */
export async function closeVote(
  tx: Tx,
  { voteId, ...change }: InVote & { activityId: string },
): Promise<Result<Put, NoSuchVote>> {
  const found = await lockVote(tx, { voteId, ...change });
  if (!found.ok) return found;
  const { by, choices, quorum, isSecret, question, openedAt, openedBy, closedAt } = found.value;
  if (closedAt) return ok({ question });
  const { meetingId, now } = change;
  const voters = votersOf(await attendeesIn(tx, change), by);
  const proxies = await listProxies(tx, meetingId);
  const cast = await tx.select().from(ballots).where(eq(ballots.voteId, voteId));
  const result = countVote({
    choices,
    voices: cast.map(({ voter, choice }) => ({ voter, choice: choice ?? '' })),
    voters: voters.map(({ key }) => key),
    represented: representedOf(voters, proxies),
    quorum,
  });
  await tx.update(votes).set({ closedAt: now, result }).where(eq(votes.id, voteId));
  if (isSecret) await tx.update(ballots).set({ choice: null }).where(eq(ballots.voteId, voteId));
  await touchMeeting(tx, meetingId);
  await recordHeld(tx, change, 'meeting.voteClosed', question);
  const [meeting] = await tx
    .select({ name: meetings.title })
    .from(meetings)
    .where(eq(meetings.id, meetingId));
  await recordAudit(tx, {
    actorId: change.by,
    action: 'meeting.voteClosed',
    subject: { kind: 'meeting', id: meetingId, name: meeting?.name ?? '' },
    payload: {
      vote: voteId,
      question: fingerprint(question),
      choices: fingerprint(choices),
      voices: by,
      isSecret,
      quorum,
      openedAt: openedAt.toISOString(),
      openedBy,
      result: fingerprint(result),
    },
    now,
  });
  return ok({ question });
}

/** Takes an open vote off the table: nobody's voice is kept. */
export async function withdrawVote(
  tx: Tx,
  { voteId, ...change }: InVote,
): Promise<Result<Put, NoSuchVote | 'meetingHeld.voteClosed'>> {
  const found = await lockVote(tx, { voteId, ...change });
  if (!found.ok) return found;
  if (found.value.closedAt) return fail('meetingHeld.voteClosed');
  await tx.delete(votes).where(and(eq(votes.id, voteId), isNull(votes.closedAt)));
  await touchMeeting(tx, change.meetingId);
  return ok({ question: found.value.question });
}

/** The vote, once nobody else changes its meeting. */
async function lockVote(tx: Tx, { voteId, ...change }: InVote) {
  const meeting = await lockMeeting(tx, change);
  if (!meeting) return fail('access.notFound');
  const [vote] = await tx
    .select()
    .from(votes)
    .where(and(eq(votes.id, voteId), eq(votes.meetingId, change.meetingId)));
  return vote ? ok(vote) : fail('meetingHeld.voteNotFound');
}
