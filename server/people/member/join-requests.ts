import { RateLimiterRes } from 'rate-limiter-flexible';
import type { Db } from '#db/kernel/client.ts';
import { answerJoin, askToJoin } from '#db/people/member/join-requests.ts';
import type { MemberTerms } from '#db/people/member/members.ts';
import { parseRequestMessage } from '#shared/documents/access/access-request.ts';
import type { DomainError } from '#shared/errors.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { paths } from '#shared/paths.ts';
import { parseReason } from '#shared/people/member/joining.ts';
import { frServer } from '#shared/server-words.fr.ts';
import { fr } from '#shared/words.fr.ts';
import { type Counters, memoryCounters } from '../../kernel/counters.ts';
import type { Mailer } from '../../kernel/mail/mailer.ts';
import type { Rooms } from '../../realtime/rooms.ts';

/** [MB2] A person's requests in a day. */
const ASKS = { points: 20, duration: 24 * 3600 };

/** Requests to join groups, with the mails that tell of them. */
export interface JoinRequests {
  /** [MB2] Asks in somebody's name. Refuses 'accessRequest.messageTooLong', 'join.tooMany', 'group.notFound'. */
  ask(request: { groupId: string; userId: string; message: string }): Promise<Result<void, DomainError>>;
  /**
   * [MB3] Makes them a member on these terms, or refuses with a reason, and mails the answer. The caller may manage the members.
   * Refuses 'join.reasonEmpty', 'accessRequest.messageTooLong', and whatever `answerJoin` refuses.
   */
  answer(
    answer: { groupId: string; by: string; requestId: string } & (
      | { terms: MemberTerms }
      | { terms: null; reason: string }
    ),
  ): Promise<Result<void, DomainError>>;
}

interface JoinRequestsOptions {
  readonly db: Db;
  readonly mailer: Mailer;
  readonly rooms: Pick<Rooms, 'recheck'>;
  /** Where our links start. */
  readonly origin: string;
  readonly counters?: Counters | undefined;
  readonly now: () => Date;
  readonly newId: () => string;
}

export function createJoinRequests({
  db,
  mailer,
  rooms,
  origin,
  counters = memoryCounters,
  now,
  newId,
}: JoinRequestsOptions): JoinRequests {
  const asks = counters('join-requests', ASKS);
  return {
    async ask({ message, ...asked }) {
      const parsed = parseRequestMessage(message);
      if (!parsed.ok) return parsed;
      try {
        await asks.consume(asked.userId);
      } catch (error) {
        if (error instanceof RateLimiterRes) return fail('join.tooMany');
        throw error;
      }
      return db.transaction(async (tx) => {
        const kept = await askToJoin(tx, {
          ...asked,
          message: parsed.value,
          requestId: newId(),
          now: now(),
        });
        if (!kept.ok) return kept;
        if (!kept.value.news) return ok();
        const { group, facilitators, ...who } = kept.value.news;
        const words = frServer.joinMail.asked({ ...who, group: group.name, message: parsed.value });
        const members = paths.groupMembers({ id: group.id, title: group.name });
        const action = { label: words.action, href: origin + members };
        const sender = { userId: asked.userId };
        for (const facilitator of facilitators)
          await mailer.send(tx, facilitator, { ...words, action }, sender);
        return ok();
      });
    },

    async answer(answer) {
      const { groupId, by, requestId, terms } = answer;
      const reason = terms ? ok('') : parseReason(answer.reason);
      if (!reason.ok) return reason;
      const answered = await db.transaction(async (tx) => {
        const change = { groupId, by, requestId, terms, activityId: newId(), now: now() };
        const result = await answerJoin(tx, change);
        if (!result.ok) return result;
        const { asker, group, askedAt } = result.value;
        const words = terms
          ? frServer.joinMail.accepted({ group: group.name, role: terms.role })
          : frServer.joinMail.declined({
              group: group.name,
              day: fr.dates.short(askedAt),
              reason: reason.value,
            });
        const page = terms ? paths.group({ id: group.id, title: group.name }) : paths.groups();
        const action = { label: words.action, href: origin + page };
        await mailer.send(tx, asker, { ...words, action }, { userId: by });
        return ok(asker.id);
      });
      if (!answered.ok) return answered;
      rooms.recheck({ groupId, userId: answered.value });
      return ok();
    },
  };
}
