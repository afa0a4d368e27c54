import { listAgenda } from '#db/meetings/meeting/agenda-lists.ts';
import { type Invitee, listInvitees, markTold } from '#db/meetings/meeting/meeting-people.ts';
import type { Meeting } from '#db/meetings/meeting/meetings.ts';
import { findGroup } from '#db/people/group/groups.ts';
import { findPerson } from '#db/people/person/people.ts';
import { checkAnswerable } from '#shared/meetings/meeting/answer.ts';
import type { Act } from '../../kernel/operation.ts';
import type { ByPerson } from '../../people/rights.ts';
import { signAnswerLink } from './answer-links.ts';
import { type LetterKind, meetingLetter } from './meeting-letters.ts';

interface Told {
  readonly meetings: readonly Meeting[];
  readonly kind: LetterKind;
  readonly isFor: (invitee: Invitee, meeting: Meeting) => boolean;
}

/** [M9] Mails each of these people what they have not been told yet of these meetings; answers how many were told something. */
export async function tellOfMeetings(act: Act & ByPerson, { meetings, kind, isFor }: Told): Promise<number> {
  const { tx, by, now, mail, link, signature, mailsFrom: sender } = act;
  const [first] = meetings;
  const group = first && (await findGroup(tx, first.groupId));
  if (!first || !group) return 0;
  const author = (await findPerson(tx, by))?.name ?? null;
  const byPerson = new Map<string, { to: Invitee; about: Meeting[] }>();
  for (const meeting of meetings) {
    const invitees = await listInvitees(tx, { meetingId: meeting.id, groupId: group.id, now });
    const told = invitees.filter((invitee) => isFor(invitee, meeting));
    for (const to of told) {
      const letter = byPerson.get(to.id) ?? { to, about: [] };
      letter.about.push(meeting);
      byPerson.set(to.id, letter);
    }
    const userIds = told.map(({ id }) => id);
    await markTold(tx, { meeting, userIds, isReminder: kind === 'reminder', now });
  }
  for (const { to, about } of byPerson.values()) {
    const [one] = about;
    const isOne = about.length === 1 && one !== undefined;
    const agenda = isOne ? await listAgenda(tx, { meetingId: one.id, userId: to.id, now }) : [];
    const isAnswerable = isOne && checkAnswerable(one, now).ok;
    const answerToken = isAnswerable ? signAnswerLink(signature, { meetingId: one.id, userId: to.id }) : null;
    const facts = { kind, meetings: about, group, by: author, agenda, to, answerToken };
    await mail(to, meetingLetter({ ...facts, link, sender, now }));
  }
  return byPerson.size;
}

/** Was not asked yet. */
export function isNew({ toldSequence }: Invitee): boolean {
  return toldSequence === null;
}

/** Was asked, and knows an older state of it. */
export function isBehind({ toldSequence }: Invitee, { sequence }: Meeting): boolean {
  return toldSequence !== null && toldSequence < sequence;
}
