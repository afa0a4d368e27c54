import { and, isNotNull, isNull, lt, lte, or } from 'drizzle-orm';
import { recordOf } from '#shared/kernel/record-of.ts';
import {
  RETENTION_KEYS,
  RETENTIONS,
  type Retention,
  type RetentionKey,
} from '#shared/operations/personal-data/retention.ts';
import { signatoryLinksSince } from '#shared/people/organisation/signatory.ts';
import { documentVisits } from '../../documents/history/schema.ts';
import { recordAudit } from '../../kernel/audit/audit.ts';
import type { Db } from '../../kernel/client.ts';
import { idempotentAnswers } from '../../kernel/idempotency-schema.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { groupVisits } from '../../news/group-visit-schema.ts';
import { notifications } from '../../news/notification/schema.ts';
import { invitations } from '../../people/invitation/schema.ts';
import { signatories } from '../../people/organisation/signatory-schema.ts';
import { sessions, verifications } from '../../people/person/schema.ts';
import { accessTokens } from '../token/schema.ts';
import { webhookDeliveries } from '../webhook/schema.ts';
import { retentionSettings } from './schema.ts';

const DAY_MS = 24 * 3_600_000;

/** [PD9] How long each kind is kept: as somebody set it, or as the product proposes. */
export async function findRetention(db: Db): Promise<Retention> {
  const rows = await db.select().from(retentionSettings);
  const set = new Map(rows.map(({ key, days }) => [key, days]));
  return recordOf(RETENTION_KEYS, (key) => set.get(key) ?? RETENTIONS[key].days);
}

/** [PD9] Sets how long everything is kept, the values checked by `parseRetentionDays`. A line of the audit trail says what changed. */
export async function setRetention(
  tx: Tx,
  { retention, userId, now }: { retention: Retention; userId: string; now: Date },
): Promise<void> {
  const before = await findRetention(tx);
  const changed = RETENTION_KEYS.filter((key) => before[key] !== retention[key]);
  if (changed.length === 0) return;
  for (const key of changed) {
    const row = { days: retention[key], changedBy: userId, changedAt: now };
    await tx
      .insert(retentionSettings)
      .values({ key, ...row })
      .onConflictDoUpdate({ target: retentionSettings.key, set: row });
  }
  await recordAudit(tx, {
    actorId: userId,
    action: 'site.retentionChanged',
    subject: { kind: 'site', id: 'retention', name: '' },
    payload: Object.fromEntries(changed.map((key) => [key, `${before[key]} -> ${retention[key]}`])),
    now,
  });
}

/** [PD10] Deletes what is older than its duration; how many rows of each kind went. Copies of mails are files: see `mailsBefore`. */
export async function applyRetention(
  db: Db,
  { now }: { now: Date },
): Promise<{ readonly deleted: Readonly<Record<string, number>>; readonly mailsBefore: Date }> {
  const retention = await findRetention(db);
  const before = (key: RetentionKey) => new Date(now.getTime() - retention[key] * DAY_MS);
  const gone = {
    sessions: await db
      .delete(sessions)
      .where(or(lte(sessions.expiresAt, before('sessions')), lte(sessions.createdAt, before('signIns'))))
      .returning({ id: sessions.id }),
    accessTokens: await db
      .delete(accessTokens)
      .where(lte(accessTokens.expiresAt, before('sessions')))
      .returning({ id: accessTokens.id }),
    verifications: await db
      .delete(verifications)
      .where(lte(verifications.expiresAt, before('verifications')))
      .returning({ id: verifications.id }),
    signatories: await db
      .delete(signatories)
      .where(
        and(
          isNull(signatories.confirmedAt),
          lte(signatories.askedAt, signatoryLinksSince(before('verifications'))),
        ),
      )
      .returning({ id: signatories.userId }),
    invitations: await db
      .delete(invitations)
      .where(
        or(
          lte(invitations.expiresAt, before('invitations')),
          and(isNotNull(invitations.acceptedAt), lte(invitations.acceptedAt, before('invitations'))),
        ),
      )
      .returning({ id: invitations.id }),
    notifications: await db
      .delete(notifications)
      .where(lt(notifications.at, before('notifications')))
      .returning({ id: notifications.id }),
    documentVisits: await db
      .delete(documentVisits)
      .where(lt(documentVisits.at, before('visits')))
      .returning({ id: documentVisits.userId }),
    groupVisits: await db
      .delete(groupVisits)
      .where(lt(groupVisits.seenAt, before('visits')))
      .returning({ id: groupVisits.userId }),
    answers: await db
      .delete(idempotentAnswers)
      .where(lt(idempotentAnswers.at, before('answers')))
      .returning({ id: idempotentAnswers.key }),
    deliveries: await db
      .delete(webhookDeliveries)
      .where(lt(webhookDeliveries.createdAt, before('deliveries')))
      .returning({ id: webhookDeliveries.id }),
  };
  const deleted = Object.fromEntries(Object.entries(gone).map(([key, rows]) => [key, rows.length]));
  return { deleted, mailsBefore: before('mails') };
}
