import { z } from 'zod';
import { findRequestNews, recordAsked } from '#db/documents/access/access-request-news.ts';
import type { Db } from '#db/kernel/client.ts';
import { inTransaction } from '#db/kernel/transaction.ts';
import { paths } from '#shared/paths.ts';
import { frServer } from '#shared/server-words.fr.ts';
import type { JobQueue } from '../../kernel/job/jobs.ts';
import type { Mailer } from '../../kernel/mail/mailer.ts';

/** Requests of which nobody was told yet. */
export const ASKED_QUEUE = 'access-request';

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
    name: ASKED_QUEUE,
    run: (data) =>
      inTransaction(db, async (tx) => {
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
