import { eq } from 'drizzle-orm';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { BulletinFields } from '#shared/programme/bulletin/bulletin.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { bulletins } from './schema.ts';

type Row = typeof bulletins.$inferSelect;
type Named = { readonly id: string; readonly title: string };
interface Change {
  readonly bulletinId: string;
  readonly now: Date;
}

/** The announcement, held: two changes at once follow one another. */
async function hold(tx: Tx, bulletinId: string): Promise<Row | null> {
  const [row] = await tx.select().from(bulletins).where(eq(bulletins.id, bulletinId)).for('update');
  return row ?? null;
}

async function set(tx: Tx, { id, title }: Row, values: Partial<Row>): Promise<Result<Named, never>> {
  await tx.update(bulletins).set(values).where(eq(bulletins.id, id));
  return ok({ id, title: values.title ?? title });
}

/** [AE3] Keeps a draft. */
export async function writeBulletin(
  tx: Tx,
  { bulletinId: id, fields, by, now }: Change & { fields: BulletinFields; by: string },
): Promise<Named> {
  await tx.insert(bulletins).values({ id, ...fields, createdBy: by, createdAt: now, updatedAt: now });
  return { id, title: fields.title };
}

/** [AE3] Changes what it says; once it is published, the day of that is told. */
export async function changeBulletin(
  tx: Tx,
  { bulletinId, fields, now }: Change & { fields: BulletinFields },
): Promise<Result<Named, 'access.notFound'>> {
  const row = await hold(tx, bulletinId);
  if (!row) return fail('access.notFound');
  const { title, text, toldTo } = fields;
  if (title === row.title && text === row.text && toldTo === row.toldTo) return ok({ id: row.id, title });
  const isSaidOtherwise = title !== row.title || text !== row.text;
  const changedAt = row.publishedAt && isSaidOtherwise ? now : row.changedAt;
  return set(tx, row, { ...fields, updatedAt: now, changedAt });
}

/** [AE3] Publishes a draft. Refused: what is no draft any more. */
export async function publishBulletin(
  tx: Tx,
  { bulletinId, now }: Change,
): Promise<Result<Named, 'access.notFound' | 'bulletin.notDraft'>> {
  const row = await hold(tx, bulletinId);
  if (!row || row.withdrawnAt) return fail('access.notFound');
  if (row.publishedAt) return fail('bulletin.notDraft');
  return set(tx, row, { publishedAt: now, updatedAt: now });
}

/** [AE3] Withdraws it, or gives it back as it was. */
export async function withdrawBulletin(
  tx: Tx,
  { bulletinId, isWithdrawn, now }: Change & { isWithdrawn: boolean },
): Promise<Result<Named, 'access.notFound'>> {
  const row = await hold(tx, bulletinId);
  if (!row) return fail('access.notFound');
  return set(tx, row, { withdrawnAt: isWithdrawn ? (row.withdrawnAt ?? now) : null, updatedAt: now });
}
