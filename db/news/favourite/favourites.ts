import { and, desc, eq } from 'drizzle-orm';
import { objectKey } from '#shared/documents/attribute/document-objects.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { KindName } from '#shared/kinds.ts';
import { FAVOURITES_MAX, mayKeep } from '#shared/news/favourite/favourite.ts';
import { findObjectNames } from '../../documents/object/object-names.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { favourites } from './schema.ts';

/** Who asks, and when. */
interface Reader {
  readonly userId: string;
  readonly now: Date;
}

/** Something of a kind. */
interface Ref {
  readonly kind: KindName;
  readonly id: string;
}

/** Something that somebody keeps near at hand, as it is called and stands today. */
export interface Favourite extends Ref {
  readonly name: string;
  readonly href: string;
}

const oneOf = (userId: string, { kind, id }: Ref) =>
  and(eq(favourites.userId, userId), eq(favourites.kind, kind), eq(favourites.objectId, id));

/** [FA1] These objects as this person may see them today; what they may not open, and what is gone, is left out. */
async function named<T extends Ref>(db: Db, refs: readonly T[], reader: Reader): Promise<(T & Favourite)[]> {
  const names = await findObjectNames(db, { refs, ...reader });
  return refs.flatMap((ref) => {
    const found = names[objectKey(ref)];
    return found?.href ? [{ ...ref, name: found.name, href: found.href }] : [];
  });
}

/** [FA1] What this person keeps near at hand and may still open, the last one first. */
export async function listFavourites(
  db: Db,
  { limit = FAVOURITES_MAX, ...reader }: Reader & { limit?: number },
): Promise<Favourite[]> {
  const rows = await db
    .select({ kind: favourites.kind, id: favourites.objectId })
    .from(favourites)
    .where(eq(favourites.userId, reader.userId))
    .orderBy(desc(favourites.addedAt), favourites.kind, favourites.objectId)
    .limit(FAVOURITES_MAX);
  if (rows.length === 0) return [];
  return (await named(db, rows, reader)).slice(0, limit);
}

/** [FA1] What may be added or is kept already; null for what this person may not open. */
export async function findStar(
  db: Db,
  { ref, ...reader }: Reader & { ref: Ref },
): Promise<(Favourite & { isKept: boolean }) | null> {
  const [found] = await named(db, [ref], reader);
  if (!found) return null;
  return { ...found, isKept: (await db.$count(favourites, oneOf(reader.userId, ref))) > 0 };
}

/** [FA1] Keeps something near at hand, once. Absent: what this person may not open. */
export async function addFavourite(
  tx: Tx,
  { ref, userId, now }: Reader & { ref: Ref },
): Promise<Result<Favourite, 'favourite.tooMany' | 'access.notFound'>> {
  const [found] = await named(tx, [ref], { userId, now });
  if (!found) return fail('access.notFound');
  const kept = await tx.$count(favourites, eq(favourites.userId, userId));
  const isKept = (await tx.$count(favourites, oneOf(userId, ref))) > 0;
  const may = mayKeep({ kept, isKept });
  if (!may.ok) return may;
  await tx
    .insert(favourites)
    .values({ userId, kind: ref.kind, objectId: ref.id, addedAt: now })
    .onConflictDoNothing();
  return ok(found);
}

/** [FA1] Keeps it no more, whatever became of it. */
export async function removeFavourite(tx: Tx, { ref, userId }: { ref: Ref; userId: string }): Promise<void> {
  await tx.delete(favourites).where(oneOf(userId, ref));
}
