import type { Logger } from 'pino';
import { z } from 'zod';
import type { Db } from '#db/kernel/client.ts';
import {
  type DueDelivery,
  noteTry,
  type PausedWebhook,
  type QueueDelivery,
  type Tried,
  takeDelivery,
} from '#db/operations/webhook/webhook-deliveries.ts';
import { storable } from '#shared/kernel/storable.ts';
import { ANSWER_BYTES, TEST_TYPE, TRY_SECONDS } from '#shared/operations/webhook/webhook.ts';
import { webhookMail } from '#shared/operations/webhook/webhook-mail.fr.ts';
import { webhookPaths } from '#shared/operations/webhook/webhook-paths.ts';
import type { JobQueue, Jobs } from '../../kernel/job/jobs.ts';
import type { Letter } from '../../kernel/mail/letter.ts';
import type { Mailer } from '../../kernel/mail/mailer.ts';
import type { Seal } from '../../kernel/mail/seal.ts';
import type { Outside } from '../../kernel/outside/outside.ts';
import { presentChange } from '../change/present-change.ts';
import { signatureOf } from './signature.ts';

export const WEBHOOK_QUEUE = 'webhooks';
/** Slow programs wait beside one another, not one after the other. */
const TOGETHER = 10;

/** Puts deliveries in the queue, as part of a transaction. */
export function queueBy(jobs: () => Pick<Jobs, 'send'>): QueueDelivery {
  return (tx, deliveryId, afterSeconds) =>
    jobs().send(tx, WEBHOOK_QUEUE, { deliveryId }, afterSeconds === undefined ? undefined : { afterSeconds });
}

interface QueueOptions {
  readonly db: Db;
  /** Asked for at work: it is made after the queues. */
  readonly jobs: () => Pick<Jobs, 'send'>;
  readonly seal: Seal;
  readonly outside: Pick<Outside, 'post'>;
  readonly now: () => Date;
  readonly mailer: () => Mailer;
  /** Where our addresses start. */
  readonly origin: string;
  readonly log: Logger;
  /** For one try; tests wait less. */
  readonly tryMs?: number;
}

const Job = z.object({ deliveryId: z.string() });

/** [WH4] [WH5] The work of the queue: one try of one delivery. */
export function webhookQueue(options: QueueOptions): JobQueue {
  const { db, jobs, mailer, origin, log, now } = options;
  return {
    name: WEBHOOK_QUEUE,
    together: TOGETHER,
    async run(data) {
      const { deliveryId } = Job.parse(data);
      const due = await takeDelivery(db, { deliveryId, now: now() });
      if (!due) return;
      const tried = await tryOnce(options, deliveryId, due);
      await noteTry(db, {
        ...{ deliveryId, tried, now: now(), queue: queueBy(jobs) },
        async onPaused(tx, paused) {
          log.warn({ webhook: paused.id, reason: paused.reason }, 'a webhook is paused');
          if (paused.owner) await mailer().send(tx, paused.owner, letterOf(paused, origin), 'server');
        },
      });
    },
  };
}

function letterOf({ id, name, group, reason }: PausedWebhook, origin: string): Letter {
  const path = webhookPaths.one(group && { id: group.id, title: group.name }, id);
  const { action, ...words } = webhookMail.paused({ name, group: group?.name ?? null, reason });
  return { ...words, action: { label: action, href: origin + path } };
}

async function tryOnce(
  { seal, outside, origin, now, tryMs = TRY_SECONDS * 1_000 }: QueueOptions,
  deliveryId: string,
  due: DueDelivery,
): Promise<Tried> {
  const at = now();
  const secrets = due.webhook.secrets.flatMap((sealed) => seal.open(sealed) ?? []);
  // Trying again would not help before somebody makes a new secret, and what is not signed is not sent.
  if (secrets.length === 0) return { at, milliseconds: 0, status: null, error: 'secret', answer: '' };
  const said = due.change ? presentChange(due.change, origin) : testOf(deliveryId, due, origin);
  const body = JSON.stringify(said);
  const seconds = Math.floor(at.getTime() / 1_000);
  const start = performance.now();
  const sent = await outside.post(due.webhook.url, {
    headers: {
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(body)),
      'webhook-id': said.id,
      'webhook-timestamp': String(seconds),
      'webhook-signature': signatureOf(secrets, { id: said.id, seconds, body }),
    },
    body,
    timeMs: tryMs,
    keepBytes: ANSWER_BYTES,
  });
  const milliseconds = Math.round(performance.now() - start);
  return sent.ok
    ? { at, milliseconds, status: sent.value.status, error: null, answer: storable(sent.value.start) }
    : { at, milliseconds, status: null, error: sent.error, answer: '' };
}

/** The line of a test: it is about the webhook itself. */
function testOf(deliveryId: string, { webhook, createdAt }: DueDelivery, origin: string) {
  const { groupId, groupName } = webhook;
  const group = groupId && groupName !== null ? { id: groupId, name: groupName } : null;
  const path = webhookPaths.one(group && { id: group.id, title: group.name }, webhook.id);
  return {
    id: deliveryId,
    at: createdAt.toISOString(),
    type: TEST_TYPE,
    group,
    object: { kind: 'webhook', id: webhook.id, title: webhook.name, url: origin + path },
    by: null,
  };
}
