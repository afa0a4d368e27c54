import { and, asc, count, eq, inArray, isNotNull, isNull } from 'drizzle-orm';
import type { Readable } from '#shared/kernel/access/readable.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { keyAtEnd, keyOneStep } from '#shared/library/resource/collection.ts';
import type { ResourceError } from '#shared/library/resource/resource-errors.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { groups } from '../../people/group/schema.ts';
import { isReadableResource } from './resource-readers.ts';
import { collectionItems, collections, resources } from './schema.ts';

/** A collection of a group. */
interface InGroup {
  readonly collectionId: string;
  readonly groupId: string;
}

/** A collection in its group's list. */
export interface CollectionSummary {
  readonly id: string;
  readonly name: string;
  readonly count: number;
}

/** The collections of a group, the first made first. */
export function listCollections(
  db: Db,
  { groupId }: { groupId: Readable<'group'> },
): Promise<CollectionSummary[]> {
  return db
    .select({ id: collections.id, name: collections.name, count: count(resources.id) })
    .from(collections)
    .leftJoin(collectionItems, eq(collectionItems.collectionId, collections.id))
    .leftJoin(resources, and(eq(resources.id, collectionItems.resourceId), isReadableResource([groupId])))
    .where(and(eq(collections.groupId, groupId), isNull(collections.removedAt)))
    .groupBy(collections.id)
    .orderBy(asc(collections.createdAt), asc(collections.id));
}

/** [RS13] The collections of these groups, and which hold this resource. */
export async function listCollectionsFor(
  db: Db,
  { resourceId, groupIds }: { resourceId: Readable<'resource'>; groupIds: readonly Readable<'group'>[] },
): Promise<{ id: string; name: string; group: { id: string; name: string }; isIn: boolean }[]> {
  if (groupIds.length === 0) return [];
  const rows = await db
    .select({
      id: collections.id,
      name: collections.name,
      group: { id: groups.id, name: groups.name },
      held: collectionItems.resourceId,
    })
    .from(collections)
    .innerJoin(groups, eq(groups.id, collections.groupId))
    .leftJoin(
      collectionItems,
      and(eq(collectionItems.collectionId, collections.id), eq(collectionItems.resourceId, resourceId)),
    )
    .where(and(inArray(collections.groupId, [...groupIds]), isNull(collections.removedAt)))
    .orderBy(asc(groups.name), asc(collections.createdAt), asc(collections.id));
  return rows.map(({ held, ...collection }) => ({ ...collection, isIn: held !== null }));
}

/** The name of a collection of this group, removed or not; null when there is none. */
export async function findCollection(
  db: Db,
  { collectionId, groupId }: InGroup & { groupId: Readable<'group'> },
): Promise<{ id: string; name: string; isRemoved: boolean } | null> {
  const [found] = await db
    .select({ id: collections.id, name: collections.name, removedAt: collections.removedAt })
    .from(collections)
    .where(and(eq(collections.id, collectionId), eq(collections.groupId, groupId)));
  return found ? { id: found.id, name: found.name, isRemoved: found.removedAt !== null } : null;
}

/** [RS13] What a collection holds, in its order: only what its group may read. */
export function listCollectionItems(
  db: Db,
  collection: InGroup & { groupId: Readable<'group'> },
): Promise<CollectionItem[]> {
  return itemsOf(db, collection);
}

interface CollectionItem {
  readonly id: string;
  readonly title: string;
  readonly order: string;
}

function itemsOf(db: Db, { collectionId, groupId }: InGroup): Promise<CollectionItem[]> {
  return db
    .select({ id: resources.id, title: resources.title, order: collectionItems.order })
    .from(collectionItems)
    .innerJoin(collections, eq(collections.id, collectionItems.collectionId))
    .innerJoin(resources, and(eq(resources.id, collectionItems.resourceId), isReadableResource([groupId])))
    .where(and(eq(collections.id, collectionId), eq(collections.groupId, groupId)))
    .orderBy(asc(collectionItems.order), asc(resources.id));
}

/** [RS13] Makes a collection; its id is new. */
export async function createCollection(
  tx: Tx,
  { collectionId: id, groupId, name, by, now }: InGroup & { name: string; by: string; now: Date },
): Promise<void> {
  await tx.insert(collections).values({ id, groupId, name, createdBy: by, createdAt: now });
}

/** [RS13] Gives a collection another name. */
export async function renameCollection(
  tx: Tx,
  { name, ...collection }: InGroup & { name: string },
): Promise<Result<{ name: string }, 'collection.notFound'>> {
  const [renamed] = await tx
    .update(collections)
    .set({ name })
    .where(isLive(collection))
    .returning({ name: collections.name });
  return renamed ? ok(renamed) : fail('collection.notFound');
}

/** [RS13] Removes a collection, or undoes that (`removedAt` null); what it holds stays in the library. */
export async function setCollectionRemoved(
  tx: Tx,
  { collectionId, groupId, removedAt }: InGroup & { removedAt: Date | null },
): Promise<Result<{ id: string; name: string }, 'collection.notFound'>> {
  const isThere = removedAt ? isNull(collections.removedAt) : isNotNull(collections.removedAt);
  const [changed] = await tx
    .update(collections)
    .set({ removedAt })
    .where(and(eq(collections.id, collectionId), eq(collections.groupId, groupId), isThere))
    .returning({ id: collections.id, name: collections.name });
  return changed ? ok(changed) : fail('collection.notFound');
}

/** [RS13] Puts a resource that the group may read at the end; one that is there stays where it is. */
export function addToCollection(
  tx: Tx,
  { resourceId, ...collection }: InGroup & { resourceId: string },
): Promise<Result<{ title: string }, 'collection.notFound' | 'collection.full' | 'resource.notFound'>> {
  return change(tx, collection, async () => {
    const [readable] = await tx
      .select({ title: resources.title })
      .from(resources)
      .where(and(eq(resources.id, resourceId), isReadableResource([collection.groupId])));
    if (!readable) return fail('resource.notFound');
    const key = keyAtEnd(await placesIn(tx, collection.collectionId), resourceId);
    if (key.ok)
      await tx
        .insert(collectionItems)
        .values({ collectionId: collection.collectionId, resourceId, order: key.value });
    else if (key.error === 'collection.full') return fail(key.error);
    return ok(readable);
  });
}

/** [RS13] Takes a resource out of a collection; it stays in the library. */
export function removeFromCollection(
  tx: Tx,
  { resourceId, ...collection }: InGroup & { resourceId: string },
): Promise<Result<{ title: string }, 'collection.notFound' | 'resource.notFound'>> {
  return change(tx, collection, async () => {
    const isIt = isItem(collection.collectionId, resourceId);
    const [item] = await tx
      .select({ title: resources.title })
      .from(collectionItems)
      .innerJoin(resources, eq(resources.id, collectionItems.resourceId))
      .where(isIt);
    if (!item) return fail('resource.notFound');
    await tx.delete(collectionItems).where(isIt);
    return ok(item);
  });
}

/** [RS13] Moves a resource one step up or down; at the end of its way it stays. Gives its place, counted from 1. */
export function moveInCollection(
  tx: Tx,
  { resourceId, step, ...collection }: InGroup & { resourceId: string; step: -1 | 1 },
): Promise<
  Result<{ title: string; place: number; count: number }, 'collection.notFound' | 'resource.notFound'>
> {
  return change(tx, collection, async () => {
    // Steps are counted among what the page shows.
    const items = await itemsOf(tx, collection);
    const at = items.findIndex(({ id }) => id === resourceId);
    const item = items[at];
    if (!item) return fail('resource.notFound');
    const order = keyOneStep(items, resourceId, step);
    if (order !== null)
      await tx.update(collectionItems).set({ order }).where(isItem(collection.collectionId, resourceId));
    return ok({ title: item.title, place: at + 1 + (order === null ? 0 : step), count: items.length });
  });
}

const isItem = (collectionId: string, resourceId: string) =>
  and(eq(collectionItems.collectionId, collectionId), eq(collectionItems.resourceId, resourceId));

function isLive({ collectionId, groupId }: InGroup) {
  return and(
    eq(collections.id, collectionId),
    eq(collections.groupId, groupId),
    isNull(collections.removedAt),
  );
}

async function placesIn(tx: Tx, collectionId: string): Promise<{ id: string; order: string }[]> {
  return tx
    .select({ id: collectionItems.resourceId, order: collectionItems.order })
    .from(collectionItems)
    .where(eq(collectionItems.collectionId, collectionId));
}

/** Changes to one collection wait for each other. */
async function change<T, E extends ResourceError>(
  tx: Tx,
  collection: InGroup,
  work: () => Promise<Result<T, E>>,
): Promise<Result<T, E | 'collection.notFound'>> {
  const [locked] = await tx
    .select({ id: collections.id })
    .from(collections)
    .where(isLive(collection))
    .for('update');
  return locked ? work() : fail('collection.notFound');
}
