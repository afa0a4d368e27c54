import type { Logger } from 'pino';
import type { Db } from '#db/kernel/client.ts';
import { queueDeliveries } from '#db/operations/webhook/webhook-deliveries.ts';
import type { JobQueue, Jobs } from '../../kernel/job/jobs.ts';
import type { Mailer } from '../../kernel/mail/mailer.ts';
import { createSealFor } from '../../kernel/mail/seal.ts';
import type { Outside } from '../../kernel/outside/outside.ts';
import type { Secrets } from '../../people/auth/older-secrets.ts';
import { newWebhookSecret } from './signature.ts';
import { queueBy, webhookQueue } from './webhook-queue.ts';

/** Webhooks, as far as they have secrets or send. */
export interface Webhooks {
  /** Whether this installation calls other addresses at all. */
  readonly isOn: boolean;
  /** A new secret, which is told once, and as it is kept: closed by the seal. */
  newSecret(): { readonly secret: string; readonly closed: string };
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
  const { jobs, secrets, outside, now, newId } = options;
  const seal = createSealFor('cordee webhooks', ...secrets);
  const queue = queueBy(jobs);
  return {
    isOn: outside.isOn,
    newSecret() {
      const secret = newWebhookSecret();
      return { secret, closed: seal.close(secret) };
    },
    tell: (tx, activityIds) => queueDeliveries(tx, activityIds, { queue, newId, now: now() }),
    queue: webhookQueue({ ...options, seal }),
  };
}
