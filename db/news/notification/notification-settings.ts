import { eq } from 'drizzle-orm';
import {
  CHOSEN_REASONS,
  type ChosenReason,
  DEFAULT_DELIVERIES,
  type Deliveries,
  type EndedMails,
  type Unsubscribed,
} from '#shared/news/notification/notification.ts';
import { DEFAULT_QUIET, type QuietHours } from '#shared/news/notification/quiet-hours.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { users } from '../../people/person/schema.ts';
import { notificationSettings } from './schema.ts';

/** How somebody wants to hear. */
export interface NotificationSettings extends QuietHours {
  readonly deliveries: Deliveries;
  readonly digest: boolean;
  readonly newsletter: boolean;
}

/** [NO4] What this person chose, and the defaults for the rest. */
export async function findNotificationSettings(
  db: Db,
  { userId }: { userId: string },
): Promise<NotificationSettings> {
  const [row] = await db.select().from(notificationSettings).where(eq(notificationSettings.userId, userId));
  const { quietFrom, quietTo, quietWeekends } = row ?? DEFAULT_QUIET;
  return {
    deliveries: { ...DEFAULT_DELIVERIES, ...row?.deliveries },
    digest: row?.digest ?? true,
    newsletter: row?.newsletter ?? true,
    quietFrom,
    quietTo,
    quietWeekends,
  };
}

/** [NO4] [NO5] Keeps what this person chose. */
export function saveNotificationSettings(
  tx: Tx,
  settings: NotificationSettings & { userId: string },
): Promise<void> {
  return keep(tx, { ...settings, before: {} });
}

interface Ended {
  readonly userId: string;
  readonly from: Unsubscribed;
}

/** [NO9] Ends these mails; what each link ended is kept, so that it can be taken back. */
export function unsubscribe(tx: Tx, { userId, from }: Ended): Promise<void> {
  return change(tx, userId, (kept) => {
    const kinds = kindsOf(from);
    const isChange =
      (endsDigest(from) && kept.digest) ||
      (endsNewsletter(from) && kept.newsletter) ||
      kinds.some((kind) => kept.deliveries[kind] !== 'app');
    // A second time must not make the first unforgettable.
    if (!isChange) return kept;
    const deliveries = { ...kept.deliveries };
    for (const kind of kinds) deliveries[kind] = 'app';
    const ended = { deliveries: kept.deliveries, digest: kept.digest, newsletter: kept.newsletter };
    return {
      ...kept,
      deliveries,
      digest: kept.digest && !endsDigest(from),
      newsletter: kept.newsletter && !endsNewsletter(from),
      before: { ...kept.before, [from]: ended },
    };
  });
}

/** [NO9] Takes back what `unsubscribe` ended: these mails come as they did before. */
export function restoreMails(tx: Tx, { userId, from }: Ended): Promise<void> {
  return change(tx, userId, (kept) => {
    const ended = kept.before[from];
    if (!ended) return kept;
    const deliveries = { ...kept.deliveries };
    for (const kind of kindsOf(from)) deliveries[kind] = ended.deliveries[kind];
    return {
      ...kept,
      deliveries,
      digest: endsDigest(from) ? ended.digest : kept.digest,
      newsletter: endsNewsletter(from) ? (ended.newsletter ?? true) : kept.newsletter,
    };
  });
}

const kindsOf = (from: Unsubscribed): readonly ChosenReason[] =>
  from === 'all' ? CHOSEN_REASONS : CHOSEN_REASONS.filter((reason) => reason === from);
const endsNewsletter = (from: Unsubscribed) => from === 'all' || from === 'newsletter';
const endsDigest = (from: Unsubscribed) => from === 'all' || from === 'digest';

type Kept = NotificationSettings & { readonly before: EndedMails };

async function change(tx: Tx, userId: string, decide: (kept: Kept) => Kept): Promise<void> {
  const [person] = await tx.select({ id: users.id }).from(users).where(eq(users.id, userId)).for('update');
  if (!person) return;
  const [row] = await tx
    .select({ before: notificationSettings.before })
    .from(notificationSettings)
    .where(eq(notificationSettings.userId, userId));
  const settings = await findNotificationSettings(tx, { userId });
  await keep(tx, { userId, ...decide({ ...settings, before: row?.before ?? {} }) });
}

async function keep(
  tx: Tx,
  { userId, ...settings }: NotificationSettings & { userId: string; before: EndedMails },
): Promise<void> {
  await tx
    .insert(notificationSettings)
    .values({ userId, ...settings })
    .onConflictDoUpdate({ target: notificationSettings.userId, set: settings });
}
