import { z } from 'zod';
import {
  changeNewsletter,
  sendNewsletter,
  writeNewsletter,
} from '#db/publication/newsletter/newsletter-changes.ts';
import { Id, readForm, Said } from '#shared/kernel/input.ts';
import { ok } from '#shared/kernel/result.ts';
import { parseNewsletter } from '#shared/publication/newsletter/newsletter.ts';
import { operation } from '../../kernel/operation.ts';
import { onPlatform } from '../../people/rights.ts';
import { tellProgramme } from '../../programme/tell-programme.ts';
import { NEWSLETTER_QUEUE } from './newsletter-queue.ts';

const OfNewsletter = z.object({ newsletterId: Id });
const Written = z
  .object({ title: Said, introduction: Said, fromDay: Said, toDay: Said, toldTo: Said })
  .transform(readForm(parseNewsletter));
const right = onPlatform('programme.announce');

/** [NL1] [NL2] [NL4] Newsletters of the programme. */
export const newsletterOperations = {
  'newsletter.write': operation({
    input: Written,
    right,
    refusals: {},
    run: async ({ tx, by, now, newId }, { fields }) =>
      ok(await writeNewsletter(tx, { newsletterId: newId(), fields, by, now })),
  }),

  'newsletter.change': operation({
    input: OfNewsletter.and(Written),
    right,
    refusals: { 'newsletter.isSent': '' },
    run: ({ tx, now }, { newsletterId, fields }) => changeNewsletter(tx, { newsletterId, fields, now }),
  }),

  /** Its mails leave by the queue of mails; pressed twice, it is sent once. */
  'newsletter.send': operation({
    input: OfNewsletter,
    right,
    refusals: { 'newsletter.empty': '' },
    async run(act, { newsletterId }) {
      const done = await sendNewsletter(act.tx, { newsletterId, now: act.now });
      if (!done.ok || !done.value.isFirst) return done;
      await tellProgramme(act, { verb: 'newsletter.sent', objectId: newsletterId });
      await act.job(NEWSLETTER_QUEUE, { newsletterId });
      return done;
    },
  }),
};
