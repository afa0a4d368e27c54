import type { z } from 'zod';
import type { Db } from '#db/kernel/client.ts';
import { listVotes } from '#db/meetings/held/meeting-votes.ts';
import type { MeetingForMember } from '#db/meetings/meeting/meetings.ts';
import type { DomainError } from '#shared/errors.ts';
import { votes as words } from '#shared/meetings/held/meeting-held.fr.ts';
import { ABSTENTION } from '#shared/meetings/held/vote.ts';
import { fr } from '#shared/words.fr.ts';
import type { HeldGesture } from './held-gestures.server.ts';
import type { HeldRefusal } from './held-refusal.ts';

const FIELDS: Readonly<Partial<Record<DomainError, string>>> = {
  'meetingHeld.questionEmpty': 'question',
  'meetingHeld.questionTooLong': 'question',
  'meetingHeld.choicesTooFew': 'choices',
  'meetingHeld.choicesTooMany': 'choices',
  'meetingHeld.guestNameEmpty': 'name',
  'meetingHeld.proxySelf': 'holder',
  'meetingHeld.proxyFull': 'holder',
  'meetingHeld.proxyChain': 'holder',
  'meetingHeld.proxyNoVoter': 'holder',
};

/** Why a gesture was refused, tied to its field. [MR8] Of a ballot that came too late, what was chosen is said again. */
export async function refusalOfGesture(
  db: Db,
  gesture: z.output<typeof HeldGesture>,
  error: DomainError,
  { meeting, userId }: { meeting: MeetingForMember; userId: string },
): Promise<HeldRefusal> {
  const { intent, ...typed } = gesture;
  const values: Record<string, string> = {};
  for (const [name, value] of Object.entries(typed)) if (typeof value === 'string') values[name] = value;
  const field = FIELDS[error] ?? '';
  let sentence: string = fr.errors[error];
  if (gesture.intent === 'ballot' && error === 'meetingHeld.voteClosed') {
    const found = await listVotes(db, { meetingId: meeting.id, userId });
    const choices = found.find(({ id }) => id === gesture.vote)?.choices ?? [];
    const label =
      gesture.choice === ABSTENTION
        ? words.abstention
        : choices.find(({ id }) => id === gesture.choice)?.label;
    if (label) sentence = `${sentence} ${words.late(label)}`;
  }
  return { form: intent, errors: { [field]: sentence }, values };
}
