import type { Logger } from 'pino';
import type { Db } from '#db/kernel/client.ts';
import { findPerson } from '#db/people/person/people.ts';
import { announceDecisions, listDueAnnouncements } from '#db/programme/assessment/announcements.ts';
import { askExpert } from '#db/programme/assessment/expert-opinions.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { CommitteeError } from '#shared/programme/assessment/assessment-errors.ts';
import { committee } from '#shared/programme/assessment/committee.fr.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import type { JobQueue } from '../../kernel/job/jobs.ts';
import type { Mailer } from '../../kernel/mail/mailer.ts';

const words = committee.letter;

/** Committees with the mails that tell of them: what is decided and what is sent are one transaction. */
export interface Committees {
  /** [AS11] Announces what is decided; how many were told. Refuses what `announceDecisions` refuses. */
  announce(wish: {
    callId: string;
    /** Null: by itself, at the end of the embargo. */
    userId: string | null;
  }): Promise<Result<number, 'access.notFound' | 'access.forbidden' | CommitteeError>>;
  /** [AS13] Asks an expert, by mail too. Refuses what `askExpert` refuses. */
  askExpert(wish: Omit<Parameters<typeof askExpert>[1], 'opinionId'>): ReturnType<typeof askExpert>;
}

interface Options {
  readonly db: Db;
  readonly mailer: Mailer;
  readonly origin: string;
  readonly now: () => Date;
  readonly newId: () => string;
}

export function createCommittees({ db, mailer, origin, now, newId }: Options): Committees {
  return {
    announce: ({ callId, userId }) =>
      db.transaction(async (tx) => {
        const announced = await announceDecisions(tx, { callId, userId, now: now(), newId });
        if (!announced.ok) return announced;
        for (const { people, applicationId: id, number, title, callTitle, ...decision } of announced.value) {
          const { outcome, waitingRank, motivation } = decision;
          const { told, place } = committee.candidate;
          const action = { label: words.action, href: origin + programmePaths.announcedDecision({ id }) };
          for (const person of people) {
            const paragraphs = [
              words.hello(person.name),
              words.about(number, title),
              waitingRank === null ? told[outcome] : `${told[outcome]} ${place(waitingRank)}`,
              ...motivation.split(/\n+/).filter((line) => line.trim() !== ''),
            ];
            const letter = { subject: words.subject(callTitle), paragraphs, action, notice: words.notice };
            await mailer.send(tx, person, letter, userId === null ? 'server' : { userId });
          }
        }
        return ok(announced.value.length);
      }),
    askExpert: (wish) =>
      db.transaction(async (tx) => {
        const asked = await askExpert(tx, { ...wish, opinionId: newId() });
        if (!asked.ok) return asked;
        const by = (await findPerson(tx, wish.userId))?.name ?? '';
        const href = origin + programmePaths.assessment({ id: wish.applicationId });
        const letter = {
          subject: words.expert.subject(asked.value.title),
          paragraphs: [
            words.hello(asked.value.name),
            words.expert.about(by, asked.value.title),
            wish.question.trim(),
          ],
          action: { label: words.expert.action, href },
          notice: words.expert.notice,
        };
        await mailer.send(tx, asked.value, letter, { userId: wish.userId });
        return asked;
      }),
  };
}

/** [AS11] Announces what an embargo kept, some minutes after its end at the latest. */
export function announcementQueue({
  db,
  committees,
  log,
  now,
}: Pick<Options, 'db' | 'now'> & { readonly committees: () => Committees; readonly log: Logger }): JobQueue {
  return {
    name: 'committee-announcements',
    round: { minutesAfterStart: 1, cron: '*/5 * * * *' },
    async run() {
      for (const callId of await listDueAnnouncements(db, now())) {
        const announced = await committees().announce({ callId, userId: null });
        if (!announced.ok)
          log.warn({ callId, refused: announced.error }, 'decisions wait at the end of their embargo');
      }
    },
  };
}
