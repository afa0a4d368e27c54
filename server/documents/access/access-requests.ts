import { RateLimiterRes } from 'rate-limiter-flexible';
import { z } from 'zod';
import { findRequestNews, recordAsked } from '#db/documents/access/access-request-news.ts';
import { type AnsweredRequest, answerRequest, askForAccess } from '#db/documents/access/access-requests.ts';
import type { AccessChange } from '#db/documents/access/document-access.ts';
import type { Db } from '#db/kernel/client.ts';
import { parseRequestMessage } from '#shared/documents/access/access-request.ts';
import type { DocumentRole } from '#shared/documents/document-access.ts';
import type { AccessRequestError } from '#shared/errors.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { paths } from '#shared/paths.ts';
import { roomName } from '#shared/realtime/realtime.ts';
import { frServer } from '#shared/server-words.fr.ts';
import { fr } from '#shared/words.fr.ts';
import { type Counters, memoryCounters } from '../../kernel/counters.ts';
import type { JobQueue, Jobs } from '../../kernel/job/jobs.ts';
import type { Mailer } from '../../kernel/mail/mailer.ts';
import type { Rooms } from '../../realtime/rooms.ts';

const QUEUE = 'access-request';
/** [A11] Counted whether documents exist or not, so that the count tells nothing either. */
const ASKS = { points: 20, duration: 24 * 3600 };

/** Requests for access to documents, with the mails that tell of them. */
export interface AccessRequests {
  /**
   * [A11] Asks for a document in somebody's name; `documentId` is what the address said, null for what is no id. The answer and
   * the work are the same whether the document exists or not. Refuses 'accessRequest.messageTooLong', 'accessRequest.tooMany'.
   */
  ask(request: {
    documentId: string | null;
    userId: string;
    role: DocumentRole;
    message: string;
  }): Promise<Result<void, Exclude<AccessRequestError, 'accessRequest.answered'>>>;
  /**
   * [A11] Gives a role by name, or refuses (null), and mails the answer; open pages are decided again. The caller has checked
   * that this person may organise the document. Refuses 'access.notFound', 'accessRequest.answered'.
   */
  answer(
    answer: Pick<AccessChange, 'documentId' | 'groupId' | 'by'> & {
      requestId: string;
      role: DocumentRole | null;
    },
  ): ReturnType<typeof answerRequest>;
}

interface AccessRequestsOptions {
  readonly db: Db;
  readonly jobs: Jobs;
  readonly mailer: Mailer;
  readonly rooms: Pick<Rooms, 'recheck'>;
  /** Where our links start. */
  readonly origin: string;
  readonly counters?: Counters | undefined;
  readonly now: () => Date;
  readonly newId: () => string;
}

export function createAccessRequests({
  db,
  jobs,
  mailer,
  rooms,
  origin,
  counters = memoryCounters,
  now,
  newId,
}: AccessRequestsOptions): AccessRequests {
  const asks = counters('access-requests', ASKS);

  async function mailAnswer(
    tx: Db,
    { documentId, by }: Pick<AccessChange, 'documentId' | 'by'>,
    answered: AnsweredRequest,
  ): Promise<void> {
    const { asker, title, granted, mayRead, askedAt } = answered;
    const words = granted
      ? frServer.mail.accessGranted({ title, role: granted })
      : frServer.mail.accessDeclined({ title: mayRead ? title : null, day: fr.dates.short(askedAt) });
    const address = paths.document(mayRead ? { id: documentId, title } : { id: documentId });
    const action = { label: words.action, href: origin + address };
    await mailer.send(tx, asker, { ...words, action }, { userId: by });
  }

  return {
    async ask({ documentId, userId, role, message }) {
      const parsed = parseRequestMessage(message);
      if (!parsed.ok) return parsed;
      try {
        await asks.consume(userId);
      } catch (error) {
        if (error instanceof RateLimiterRes) return fail('accessRequest.tooMany');
        throw error;
      }
      const requestId = newId();
      const asked = { requestId, documentId: documentId ?? '', userId, role, message: parsed.value };
      await db.transaction(async (tx) => {
        await askForAccess(tx, { ...asked, now: now() });
        // Whom to tell, and whether at all, is found out later: here it would take longer for a document that exists.
        await jobs.send(tx, QUEUE, { requestId });
      });
      return ok();
    },

    async answer({ requestId, role, ...document }) {
      const { documentId } = document;
      const answered = await db.transaction(async (tx) => {
        const change = { ...document, now: now(), activityId: newId() };
        const result = await answerRequest(tx, { ...change, requestId, role, accessId: newId() });
        if (result.ok) await mailAnswer(tx, document, result.value);
        return result;
      });
      if (answered.ok) rooms.recheck({ room: roomName({ kind: 'document', id: documentId }) });
      return answered;
    },
  };
}

const Asked = z.object({ requestId: z.string() });

interface QueueOptions {
  readonly db: Db;
  readonly mailer: () => Mailer;
  readonly origin: string;
  readonly now: () => Date;
}

/** [A11] Mails a new request to those who facilitate the group of its document. A replaced one has no news under its new id. */
export function accessRequestQueue({ db, mailer, origin, now }: QueueOptions): JobQueue {
  return {
    name: QUEUE,
    run: (data) =>
      db.transaction(async (tx) => {
        const { requestId } = Asked.parse(data);
        const news = await findRequestNews(tx, { requestId, now: now() });
        if (!news || !(await recordAsked(tx, { requestId, news, now: now() }))) return;
        const { document, facilitators, ...said } = news;
        const words = frServer.mail.accessRequested({ ...said, title: document.title });
        const action = { label: words.action, href: origin + paths.documentAccess(document) };
        const sender = { userId: news.askerId };
        for (const facilitator of facilitators)
          await mailer().send(tx, facilitator, { ...words, action }, sender);
      }),
  };
}
