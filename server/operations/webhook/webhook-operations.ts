import { z } from 'zod';
import { sendAgain, sendTest } from '#db/operations/webhook/webhook-deliveries.ts';
import { mayManageWebhooks } from '#db/operations/webhook/webhook-rights.ts';
import {
  changeWebhook,
  createWebhook,
  deleteWebhook,
  pauseWebhook,
  resumeWebhook,
  rotateWebhookSecret,
} from '#db/operations/webhook/webhooks.ts';
import { Id } from '#shared/kernel/input.ts';
import { fail, ok } from '#shared/kernel/result.ts';
import { parseWebhook } from '#shared/operations/webhook/webhook.ts';
import { type Act, operation, type Right } from '../../kernel/operation.ts';
import type { ByPerson } from '../../people/rights.ts';
import { WEBHOOK_QUEUE } from './webhook-queue.ts';

/** Of a group, or of the whole space. */
const Place = z.object({ groupId: Id.nullable() });
const One = Place.extend({ webhookId: Id });
/** Closed by the seal of webhooks. */
const secret = z.string().max(1_000);
const typed = {
  name: z.string().max(2_000),
  url: z.string().max(2_000),
  which: z.enum(['all', 'some']),
  types: z.array(z.string().max(100)).max(1_000),
};

/** [WH2] Every field that is wrong is told at once. */
function readFields({ which, ...fields }: z.output<z.ZodObject<typeof typed>>, context: z.RefinementCtx) {
  const parsed = parseWebhook({ ...fields, all: which === 'all' });
  if (parsed.ok) return parsed.value;
  for (const [field, message] of Object.entries(parsed.errors))
    context.addIssue({ code: 'custom', path: [field], message });
  return z.NEVER;
}

/** [WH1] Whoever manages the webhooks of the place at this moment. */
const managing: Right<z.output<typeof Place>, ByPerson> = async ({ tx, now }, { userId }, { groupId }) => {
  if (userId === null) return fail('access.notFound');
  const may = await mayManageWebhooks(tx, { groupId, userId, now });
  return may.ok ? ok({ by: userId }) : may;
};

/** Who asks of which webhook, when. */
const asked = ({ by: userId, now }: Act & ByPerson, one: z.output<typeof One>) => ({ ...one, userId, now });
const queueOf =
  ({ job }: Act) =>
  (_tx: unknown, deliveryId: string) =>
    job(WEBHOOK_QUEUE, { deliveryId });

/** [WH1] [WH2] [WH3] [WH6] [WH7] [WH8] Webhooks of groups and of the whole space. */
export const webhookOperations = {
  'webhook.create': operation({
    input: Place.extend({ ...typed, secret }).transform(({ groupId, secret, ...fields }, context) => ({
      ...{ groupId, secret },
      fields: readFields(fields, context),
    })),
    right: managing,
    refusals: { 'webhook.tooMany': '' },
    async run({ tx, by: userId, now, newId }, wish) {
      const id = newId();
      const made = await createWebhook(tx, { ...wish, id, userId, now });
      return made.ok ? ok({ id }) : made;
    },
  }),

  'webhook.change': operation({
    input: One.extend(typed).transform(({ groupId, webhookId, ...fields }, context) => ({
      ...{ groupId, webhookId },
      fields: readFields(fields, context),
    })),
    right: managing,
    refusals: {},
    run: (act, { fields, ...one }) => changeWebhook(act.tx, { ...asked(act, one), fields }),
  }),

  'webhook.pause': operation({
    input: One,
    right: managing,
    refusals: {},
    run: (act, one) => pauseWebhook(act.tx, asked(act, one)),
  }),

  'webhook.resume': operation({
    input: One,
    right: managing,
    refusals: {},
    run: (act, one) => resumeWebhook(act.tx, asked(act, one)),
  }),

  'webhook.rotate': operation({
    input: One.extend({ secret }),
    right: managing,
    refusals: {},
    run: (act, { secret, ...one }) => rotateWebhookSecret(act.tx, { ...asked(act, one), secret }),
  }),

  'webhook.remove': operation({
    input: One,
    right: managing,
    refusals: {},
    run: (act, one) => deleteWebhook(act.tx, asked(act, one)),
  }),

  'webhook.test': operation({
    input: One,
    right: managing,
    refusals: { 'webhook.busy': '' },
    run: (act, one) => sendTest(act.tx, { ...asked(act, one), newId: act.newId, queue: queueOf(act) }),
  }),

  'webhook.again': operation({
    input: One.extend({ delivery: z.string().max(100) }),
    right: managing,
    refusals: { 'webhook.busy': '' },
    run: (act, { delivery: deliveryId, ...one }) =>
      sendAgain(act.tx, { ...asked(act, one), deliveryId, queue: queueOf(act) }),
  }),
};
