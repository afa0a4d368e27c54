import { meetingVotes, minutes } from '../../meetings/held/schema.ts';
import { meetings } from '../../meetings/meeting/schema.ts';
import { addedSince, is, print, signedKind, type TrailLine } from './signed-kind.ts';

/** [MR9] [MR10] A vote that was closed. */
export const vote = signedKind({
  table: meetingVotes,
  speaksFor: 'organisation',
  columns: {
    id: 'key',
    meetingId: 'meeting',
    question: 'questions',
    choices: 'choices',
    by: 'voices',
    isSecret: 'secret',
    quorum: 'quorum',
    openedAt: 'opening',
    openedBy: 'opener',
    closedAt: 'closing',
    result: 'outcome',
  },
  actions: ['meeting.voteClosed'],
  tell: ({ at, subjectId, said }) => [
    {
      key: [said.vote],
      parentId: subjectId,
      facts: {
        meeting: is(subjectId),
        questions: print(said.question),
        choices: print(said.choices),
        voices: is(said.voices),
        secret: is(said.isSecret),
        quorum: is(said.quorum),
        opening: is(said.openedAt),
        opener: is(said.openedBy),
        closing: is(at),
        outcome: print(said.result),
      },
    },
  ],
  untold: ({ closedAt, result }, since) =>
    closedAt === null && result === null ? 'unsigned' : addedSince(closedAt, since),
  goesWith: meetings,
  isImported: true,
  swept: ['questions', 'choices'],
});

/** [MR13] Minutes that were approved. Once the approval is taken back, their text is written again. */
export const approvedMinutes = signedKind({
  table: minutes,
  speaksFor: 'person',
  columns: {
    meetingId: 'key',
    documentId: 'key',
    status: 'status',
    sheetAt: 'free',
    submittedAt: 'origin',
    submittedBy: 'origin',
    seq: 'origin',
    exactText: 'words',
    sha256: 'text',
    approvedAt: 'day',
    approvedBy: 'signer',
    approvedIn: 'meeting',
  },
  actions: ['document.minutesApproved', 'document.minutesReopened'],
  tell: (line) => [{ key: [line.said.meeting, line.subjectId], facts: minutesFacts(line) }],
  untold: ({ approvedAt, status }, since) =>
    approvedAt === null && status !== 'approved' ? 'unsigned' : addedSince(approvedAt, since),
  goesWith: 'itself',
  isImported: true,
});

function minutesFacts({ action, at, actorId, said }: TrailLine) {
  if (action === 'document.minutesReopened') {
    const written = { status: 'whatever', origin: 'whatever', words: 'whatever', text: 'whatever' } as const;
    return { ...written, day: is(null), signer: is(null), meeting: is(null) };
  }
  return {
    status: is('approved'),
    origin: print(said.origin),
    words: print(said.sha256),
    text: is(said.sha256),
    day: is(at),
    signer: is(actorId),
    meeting: is(said.in),
  };
}
