import type { Logger } from 'pino';
import type { Db } from '#db/kernel/client.ts';
import { queueDeliveries, sendAgain, sendTest } from '#db/operations/webhook/webhook-deliveries.ts';
import { type AskedOfWebhooks, createWebhook, rotateWebhookSecret } from '#db/operations/webhook/webhooks.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { WebhookFields } from '#shared/operations/webhook/webhook.ts';
import type { WebhookError } from '#shared/operations/webhook/webhook-errors.ts';
import type { JobQueue, Jobs } from '../../kernel/job/jobs.ts';
import type { Mailer } from '../../kernel/mail/mailer.ts';
import { createSealFor } from '../../kernel/mail/seal.ts';
import type { Outside } from '../../kernel/outside/outside.ts';
import type { Secrets } from '../../people/auth/older-secrets.ts';
import { newWebhookSecret } from './signature.ts';
import { queueBy, webhookQueue } from './webhook-queue.ts';

type Asked = Omit<AskedOfWebhooks, 'now'>;
type Refusal = 'access.notFound' | 'access.forbidden';

/** Webhooks, as far as they have secrets or send. */
export interface Webhooks {
  /** Whether this installation calls other addresses at all. */
  readonly isOn: boolean;
  /** Makes one; the secret is told this once. */
  create(
    asked: Asked & { fields: WebhookFields },
  ): Promise<Result<{ id: string; secret: string }, Refusal | WebhookError>>;
  /** Gives it another secret, told this once. */
  rotate(asked: Asked & { webhookId: string }): Promise<Result<{ secret: string }, Refusal>>;
  sendTest(asked: Asked & { webhookId: string }): Promise<Result<void, Refusal | WebhookError>>;
  sendAgain(
    asked: Asked & { webhookId: string; deliveryId: string },
  ): Promise<Result<void, Refusal | WebhookError>>;
  /** Queues what has just got its place in the change feed. */
  tell(tx: Db, activityIds: readonly string[]): Promise<void>;
  /** What sends. */
  readonly queue: JobQueue;
}

interface WebhooksOptions {
  readonly db: Db;
  /** Asked for at work: these are made after the queues. */
  readonly jobs: () => Pick<Jobs, 'send'>;
  readonly mailer: () => Mailer;
  /** The secrets of the installation: they close those of the webhooks. */
  readonly secrets: Secrets;
  readonly outside: Outside;
  /** Where our addresses start. */
  readonly origin: string;
  readonly log: Logger;
  readonly now: () => Date;
  readonly newId: () => string;
  /** Milliseconds for one try; tests wait less. */
  readonly tryMs?: number;
}

/** Makes the webhooks of this process. */
export function createWebhooks(options: WebhooksOptions): Webhooks {
  const { db, jobs, secrets, outside, now, newId } = options;
  const seal = createSealFor('cordee webhooks', ...secrets);
  const queue = queueBy(jobs);
  return {
    isOn: outside.isOn,
    async create({ fields, ...asked }) {
      const [id, secret] = [newId(), newWebhookSecret()];
      const made = await createWebhook(db, { ...asked, id, fields, secret: seal.close(secret), now: now() });
      return made.ok ? ok({ id, secret }) : made;
    },
    async rotate(asked) {
      const secret = newWebhookSecret();
      const rotated = await rotateWebhookSecret(db, { ...asked, secret: seal.close(secret), now: now() });
      return rotated.ok ? ok({ secret }) : rotated;
    },
    sendTest: (asked) => sendTest(db, { ...asked, queue, newId, now: now() }),
    sendAgain: (asked) => sendAgain(db, { ...asked, queue, now: now() }),
    tell: (tx, activityIds) => queueDeliveries(tx, activityIds, { queue, newId, now: now() }),
    queue: webhookQueue({ ...options, seal }),
  };
}
