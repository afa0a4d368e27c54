import type { Db } from '#db/kernel/client.ts';
import { listAgenda } from '#db/meetings/meeting/agenda-lists.ts';
import { cancelMeeting, changeMeeting, restoreMeeting } from '#db/meetings/meeting/meeting-changes.ts';
import { type Invitee, listInvitees, markTold } from '#db/meetings/meeting/meeting-people.ts';
import {
  listMeetings,
  lockMeeting,
  type Meeting,
  type NewMeetings,
  planMeetings,
} from '#db/meetings/meeting/meetings.ts';
import { findGroup } from '#db/people/group/groups.ts';
import { findPerson } from '#db/people/person/people.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { checkAnswerable } from '#shared/meetings/meeting/answer.ts';
import type { Mailer } from '../../kernel/mail/mailer.ts';
import type { Secrets } from '../../people/auth/older-secrets.ts';
import { type AnswerLinks, createAnswerLinks } from './answer-links.ts';
import { type LetterKind, meetingLetter } from './meeting-letters.ts';

/** Which meeting of which group, and in whose name. The caller has checked that this person may. */
interface Subject {
  readonly meetingId: string;
  readonly groupId: string;
  readonly by: string;
}
type Given<T extends (db: Db, change: never) => unknown> = Omit<Parameters<T>[1], 'now' | 'activityId'>;

/** Meetings with the mails that tell of them: what is decided and what is sent are one transaction. */
export interface Meetings {
  /** [M9] Plans, and asks the group by mail when `isInviting`; in this transaction when there is one. Refuses what `planMeetings` refuses. */
  plan(
    wish: Omit<NewMeetings, 'now' | 'activityId'> & { isInviting: boolean },
    within?: Db,
  ): ReturnType<typeof planMeetings>;
  /** [M6] [M9] Changes, and tells those who were asked. */
  change(wish: Given<typeof changeMeeting>): ReturnType<typeof changeMeeting>;
  /** [M6] [M9] Cancels, and tells those who were asked. */
  cancel(wish: Given<typeof cancelMeeting>): ReturnType<typeof cancelMeeting>;
  /** [M6] [M9] Takes a cancellation back, and tells those who were asked. */
  restore(wish: Given<typeof restoreMeeting>): ReturnType<typeof restoreMeeting>;
  /** [M9] Asks those of the group who were not asked yet; answers how many. */
  invite(subject: Subject): Promise<number>;
  /** [M11] Asks again those who have not answered, none twice within a day; answers how many. */
  remind(subject: Subject): Promise<number>;
  readonly answerLinks: AnswerLinks;
}

interface MeetingsOptions {
  readonly db: Db;
  readonly mailer: Mailer;
  /** Of the installation, the newest first. */
  readonly secrets: Secrets;
  /** Where our links start. */
  readonly origin: string;
  /** MAIL_FROM. */
  readonly from: string;
  readonly now: () => Date;
  readonly newId: () => string;
}

/** [M11] Whoever was reminded is left in peace for so long. */
const PEACE_MS = 20 * 3_600_000;

export function createMeetings({ db, mailer, secrets, origin, from, now, newId }: MeetingsOptions): Meetings {
  const answerLinks = createAnswerLinks(...secrets);
  const sender = /<([^>]+)>/.exec(from)?.[1] ?? from;

  /** Mails each of these people what they have not been told yet of these meetings; answers how many were told something. */
  async function tell(tx: Db, { meetings, by, kind, isFor }: TellOptions): Promise<number> {
    const [first] = meetings;
    const group = first && (await findGroup(tx, first.groupId));
    if (!first || !group) return 0;
    const at = now();
    const author = (await findPerson(tx, by))?.name ?? null;
    const byPerson = new Map<string, { to: Invitee; about: Meeting[] }>();
    for (const meeting of meetings) {
      const invitees = await listInvitees(tx, { meetingId: meeting.id, groupId: group.id, now: at });
      const told = invitees.filter((invitee) => isFor(invitee, meeting));
      for (const to of told) {
        const letter = byPerson.get(to.id) ?? { to, about: [] };
        letter.about.push(meeting);
        byPerson.set(to.id, letter);
      }
      const userIds = told.map(({ id }) => id);
      await markTold(tx, { meeting, userIds, isReminder: kind === 'reminder', now: at });
    }
    for (const { to, about } of byPerson.values()) {
      const [one] = about;
      const isOne = about.length === 1 && one !== undefined;
      const agenda = isOne ? await listAgenda(tx, { meetingId: one.id, userId: to.id, now: at }) : [];
      const isAnswerable = isOne && checkAnswerable(one, at).ok;
      const answerToken = isAnswerable ? answerLinks.sign({ meetingId: one.id, userId: to.id }) : null;
      const facts = { kind, meetings: about, group, by: author, agenda, to, answerToken };
      await mailer.send(tx, to, meetingLetter({ ...facts, origin, sender, now: at }), { userId: by });
    }
    return byPerson.size;
  }

  /** One transaction: what changes, then the mails to those who knew of it. */
  function telling<E extends string>(
    by: string,
    kind: LetterKind,
    run: (tx: Db) => Promise<Result<readonly Meeting[], E>>,
  ): Promise<Result<readonly Meeting[], E>> {
    return db.transaction(async (tx) => {
      const changed = await run(tx);
      if (changed.ok) await tell(tx, { meetings: changed.value, by, kind, isFor: isBehind });
      return changed;
    });
  }

  /** The meeting, held, when people may still be asked to it. */
  async function asking(
    { meetingId, groupId, by }: Subject,
    kind: 'invitation' | 'reminder',
    isFor: TellOptions['isFor'],
  ): Promise<number> {
    return db.transaction(async (tx) => {
      const meeting = await lockMeeting(tx, { meetingId, groupId });
      if (!meeting || !checkAnswerable(meeting, now()).ok) return 0;
      return tell(tx, { meetings: [meeting], by, kind, isFor });
    });
  }

  const stamp = () => ({ now: now(), activityId: newId() });
  return {
    answerLinks,
    plan: ({ isInviting, ...wish }, within = db) =>
      within.transaction(async (tx) => {
        const planned = await planMeetings(tx, { ...wish, ...stamp() });
        if (!planned.ok || !isInviting || wish.isHeld) return planned;
        const ids = new Set(wish.occasions.map(({ id }) => id));
        const meetings = (await listMeetings(tx, { groupIds: [wish.groupId] })).filter(({ id }) =>
          ids.has(id),
        );
        await tell(tx, { meetings, by: wish.by, kind: 'invitation', isFor: isNew });
        return ok(planned.value);
      }),
    change: (wish) => telling(wish.by, 'change', (tx) => changeMeeting(tx, { ...wish, ...stamp() })),
    cancel: (wish) => telling(wish.by, 'cancellation', (tx) => cancelMeeting(tx, { ...wish, ...stamp() })),
    restore: (wish) => telling(wish.by, 'restoration', (tx) => restoreMeeting(tx, { ...wish, ...stamp() })),
    invite: (subject) => asking(subject, 'invitation', isNew),
    remind: (subject) =>
      asking(subject, 'reminder', ({ answer, remindedAt }) => {
        const isInPeace = remindedAt !== null && now().getTime() - remindedAt.getTime() < PEACE_MS;
        return answer === null && !isInPeace;
      }),
  };
}

interface TellOptions {
  readonly meetings: readonly Meeting[];
  readonly by: string;
  readonly kind: LetterKind;
  readonly isFor: (invitee: Invitee, meeting: Meeting) => boolean;
}

function isNew({ toldSequence }: Invitee): boolean {
  return toldSequence === null;
}

/** Was asked, and knows an older state of it. */
function isBehind({ toldSequence }: Invitee, { sequence }: Meeting): boolean {
  return toldSequence !== null && toldSequence < sequence;
}
