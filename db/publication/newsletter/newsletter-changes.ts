import { and, eq, inArray, isNull } from 'drizzle-orm';
import { parisDay } from '#shared/kernel/day/paris-time.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { NewsletterFields, NewsletterMailState } from '#shared/publication/newsletter/newsletter.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { notificationSettings } from '../../news/notification/schema.ts';
import { users } from '../../people/person/schema.ts';
import { findNewsletterItems } from './newsletter-items.ts';
import { listNewsletterReaders } from './newsletter-readers.ts';
import { newsletterMails, newsletters } from './schema.ts';

type Row = typeof newsletters.$inferSelect;
type Named = { readonly id: string; readonly title: string };
interface Change {
  readonly newsletterId: string;
  readonly now: Date;
}

/** The newsletter, held: of two who send it at once one does. */
async function hold(tx: Tx, newsletterId: string): Promise<Row | null> {
  const [row] = await tx.select().from(newsletters).where(eq(newsletters.id, newsletterId)).for('update');
  return row ?? null;
}

/** [NL2] Keeps a draft. */
export async function writeNewsletter(
  tx: Tx,
  { newsletterId: id, fields, by, now }: Change & { fields: NewsletterFields; by: string },
): Promise<Named> {
  await tx.insert(newsletters).values({ id, ...fields, createdBy: by, createdAt: now, updatedAt: now });
  return { id, title: fields.title };
}

/** [NL2] Changes a draft. Refused: what was sent. */
export async function changeNewsletter(
  tx: Tx,
  { newsletterId, fields, now }: Change & { fields: NewsletterFields },
): Promise<Result<Named, 'access.notFound' | 'newsletter.isSent'>> {
  const row = await hold(tx, newsletterId);
  if (!row) return fail('access.notFound');
  if (row.sentAt) return fail('newsletter.isSent');
  await tx
    .update(newsletters)
    .set({ ...fields, updatedAt: now })
    .where(eq(newsletters.id, newsletterId));
  return ok({ id: row.id, title: fields.title });
}

/** So many rows in one statement. */
const AT_ONCE = 1_000;

/** [NL4] Sends a newsletter as it stands at this moment, once: a second time does nothing and says so. Refused: one that says nothing. */
export async function sendNewsletter(
  tx: Tx,
  { newsletterId, now }: Change,
): Promise<Result<Named & { readonly isFirst: boolean }, 'access.notFound' | 'newsletter.empty'>> {
  const row = await hold(tx, newsletterId);
  if (!row) return fail('access.notFound');
  const named = { id: row.id, title: row.title };
  if (row.sentAt) return ok({ ...named, isFirst: false });
  const items = await findNewsletterItems(tx, { ...row, now });
  if (items.length === 0 && row.introduction === '') return fail('newsletter.empty');
  await tx
    .update(newsletters)
    .set({ items, sentAt: now, updatedAt: now })
    .where(eq(newsletters.id, newsletterId));
  const readers = await listNewsletterReaders(tx, { today: parisDay(now) });
  for (let from = 0; from < readers.length; from += AT_ONCE)
    await tx
      .insert(newsletterMails)
      .values(
        readers
          .slice(from, from + AT_ONCE)
          .map((userId) => ({ newsletterId, userId, state: 'waiting' as const })),
      );
  return ok({ ...named, isFirst: true });
}

/** Somebody to whom a newsletter is to be sent. */
interface NewsletterReader {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
}

/** [NL4] The next to whom it is to be sent, claimed: of two processes each takes others. `isEnd`: there are none left. Who ended them meanwhile is passed over. */
export async function claimNewsletterMails(
  tx: Tx,
  { newsletterId, now, limit }: Change & { limit: number },
): Promise<{ readonly readers: readonly NewsletterReader[]; readonly isEnd: boolean }> {
  const { userId } = newsletterMails;
  const isOf = eq(newsletterMails.newsletterId, newsletterId);
  const rows = await tx
    .select({
      ...{ userId, name: users.name, email: users.email, suspendedAt: users.suspendedAt },
      wants: notificationSettings.newsletter,
    })
    .from(newsletterMails)
    .innerJoin(users, eq(users.id, userId))
    .leftJoin(notificationSettings, eq(notificationSettings.userId, userId))
    .where(and(isOf, isNull(newsletterMails.queuedAt)))
    .orderBy(userId)
    .limit(limit)
    .for('update', { of: newsletterMails, skipLocked: true });
  const claimed = rows.filter(({ wants, suspendedAt }) => wants !== false && !suspendedAt);
  const passed = rows.filter((row) => !claimed.includes(row));
  const among = (some: typeof rows) =>
    and(
      isOf,
      inArray(
        userId,
        some.map((row) => row.userId),
      ),
    );
  if (claimed.length > 0) await tx.update(newsletterMails).set({ queuedAt: now }).where(among(claimed));
  if (passed.length > 0) await tx.delete(newsletterMails).where(among(passed));
  return { readers: claimed, isEnd: rows.length < limit };
}

/** Of a demonstration, whose mails leave nobody: they are as if they had been kept. */
export async function keepNewsletterMails(tx: Tx, newsletterId: string, now: Date): Promise<void> {
  const isOf = eq(newsletterMails.newsletterId, newsletterId);
  await tx.update(newsletterMails).set({ state: 'kept', queuedAt: now }).where(isOf);
}

/** [NL6] Keeps what became of the mail to one person. */
export async function noteNewsletterMail(
  db: Db,
  {
    newsletterId,
    userId,
    state,
    refusal,
  }: {
    newsletterId: string;
    userId: string;
    state: NewsletterMailState;
    refusal: string | null;
  },
): Promise<void> {
  const isIt = and(eq(newsletterMails.newsletterId, newsletterId), eq(newsletterMails.userId, userId));
  await db.update(newsletterMails).set({ state, refusal }).where(isIt);
}
