import { z } from 'zod';
import { setProxy } from '#db/meetings/held/meeting-proxies.ts';
import { castBallot, closeVote, openVote, withdrawVote } from '#db/meetings/held/meeting-votes.ts';
import { canInGroup } from '#shared/kernel/access/access.ts';
import { Id, read, Ticked } from '#shared/kernel/input.ts';
import { parseLine } from '#shared/kernel/title.ts';
import { parseChoices, QUORUMS, VOTE_BY } from '#shared/meetings/held/vote.ts';
import { type Act, operation } from '../../kernel/operation.ts';
import { changeOf } from '../meeting/meeting-operations.ts';
import { type InMeeting, inMeeting } from '../meeting/meeting-rights.ts';

const OfMeeting = z.object({ meetingId: Id });
const OfVote = OfMeeting.extend({ vote: Id });
/** Of a voter, or of what they choose. */
const Key = z.string().max(100);

const NO_SUCH_VOTE = { 'meetingHeld.voteNotFound': '' } as const;
const NO_PROXY = {
  'meetingHeld.alreadyClosed': '',
  'meetingHeld.notVoter': '',
  'meetingHeld.proxyNoVoter': 'holder',
  'meetingHeld.proxySelf': 'holder',
  'meetingHeld.proxyChain': 'holder',
  'meetingHeld.proxyFull': 'holder',
} as const;

/** [MR6] [MR7] [MR8] [MR9] Votes of a meeting, ballots, and voices that are given for it. */
export const voteOperations = {
  'meetingVote.open': operation({
    input: OfMeeting.extend({
      question: read((text) =>
        parseLine(text, { empty: 'meetingHeld.questionEmpty', tooLong: 'meetingHeld.questionTooLong' }),
      ),
      choices: read(parseChoices),
      voices: z.enum(VOTE_BY),
      quorum: z.enum(QUORUMS),
      secret: Ticked,
    }),
    right: inMeeting('meeting.run'),
    refusals: { 'meetingHeld.notOpen': '' },
    run: (act, { meetingId: _, secret: isSecret, ...asked }) =>
      openVote(act.tx, { ...changeOf(act), ...asked, isSecret, voteId: act.newId() }),
  }),

  /** One's own voice, or one that one holds. */
  'meetingVote.cast': operation({
    input: OfVote.extend({ voter: Key, choice: Key }),
    right: inMeeting('meeting.vote'),
    refusals: {
      ...NO_SUCH_VOTE,
      'meetingHeld.voteClosed': '',
      'meetingHeld.choiceNotFound': '',
      'meetingHeld.notPresent': '',
      'meetingHeld.notVoter': '',
      'signatory.unconfirmed': '',
    },
    run: (act, { vote: voteId, voter, choice }) =>
      castBallot(act.tx, { ...changeOf(act), voteId, voter, choice }),
  }),

  'meetingVote.close': operation({
    input: OfVote,
    right: inMeeting('meeting.run'),
    refusals: NO_SUCH_VOTE,
    run: (act, { vote: voteId }) => closeVote(act.tx, { ...changeOf(act), voteId }),
  }),

  'meetingVote.withdraw': operation({
    input: OfVote,
    right: inMeeting('meeting.run'),
    refusals: { ...NO_SUCH_VOTE, 'meetingHeld.voteClosed': '' },
    run: (act, { vote: voteId }) => withdrawVote(act.tx, { ...changeOf(act), voteId }),
  }),

  /** One's own voice; any, for whoever runs the meeting. */
  'meetingProxy.give': operation({
    input: OfMeeting.extend({ giver: Key, holder: Key }),
    right: inMeeting('meeting.vote'),
    refusals: NO_PROXY,
    run: (act, { giver, holder }) => setProxy(act.tx, { ...changeOf(act), ...asRunner(act), giver, holder }),
  }),

  'meetingProxy.takeBack': operation({
    input: OfMeeting.extend({ giver: Key }),
    right: inMeeting('meeting.vote'),
    refusals: NO_PROXY,
    run: (act, { giver }) => setProxy(act.tx, { ...changeOf(act), ...asRunner(act), giver, holder: null }),
  }),
};

function asRunner({ meeting }: Act & InMeeting) {
  return { isRunner: canInGroup(meeting.group.role, 'meeting.run') };
}
