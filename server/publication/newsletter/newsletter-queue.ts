import { z } from 'zod';
import type { Db } from '#db/kernel/client.ts';
import { inTransaction } from '#db/kernel/transaction.ts';
import { claimNewsletterMails } from '#db/publication/newsletter/newsletter-changes.ts';
import { findSentNewsletter } from '#db/publication/newsletter/newsletters.ts';
import { paths } from '#shared/paths.ts';
import type { JobQueue } from '../../kernel/job/jobs.ts';
import type { Mailer } from '../../kernel/mail/mailer.ts';
import type { UnsubscribeLinks } from '../../news/notification/unsubscribe-links.ts';
import { newsletterLetter } from './newsletter-letter.ts';

export const NEWSLETTER_QUEUE = 'newsletter';
const Asked = z.object({ newsletterId: z.string() });
/** So many mails in one transaction. */
const AT_ONCE = 50;

interface NewsletterQueueOptions {
  readonly db: Db;
  readonly mailer: () => Mailer;
  readonly links: { readonly origin: string; readonly unsubscribe: UnsubscribeLinks };
  readonly now: () => Date;
}

/** [NL4] Hands the mails of a newsletter to the queue of mails, some at a time: cut off in between, the rest follow and nobody has two. */
export function newsletterQueue({ db, mailer, links, now }: NewsletterQueueOptions): JobQueue {
  const { origin, unsubscribe } = links;
  return {
    name: NEWSLETTER_QUEUE,
    async run(data) {
      const { newsletterId } = Asked.parse(data);
      const newsletter = await findSentNewsletter(db, newsletterId);
      if (!newsletter) return;
      const some = () =>
        inTransaction(db, async (tx) => {
          const { readers, isEnd } = await claimNewsletterMails(tx, {
            ...{ newsletterId, now: now(), limit: AT_ONCE },
          });
          for (const { userId, name, email } of readers) {
            const end = origin + paths.unsubscribe(unsubscribe.sign({ userId, from: 'newsletter' }));
            const letter = newsletterLetter(newsletter, { userId, origin, end });
            await mailer().send(tx, { name, email }, letter, 'server');
          }
          return isEnd;
        });
      while (!(await some()));
    },
  };
}
