import { and, asc, count, eq, inArray, isNotNull, isNull } from 'drizzle-orm';
import type { NameError } from '#shared/errors.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { parseName } from '#shared/kernel/title.ts';
import { keyAtEnd, keyOneStep } from '#shared/library/resource/collection.ts';
import type { ResourceError } from '#shared/library/resource/resource-errors.ts';
import type { Db } from '../../kernel/client.ts';
import { groups } from '../../people/group/schema.ts';
import { isReadableResource } from './resource-readers.ts';
import { collectionItems, collections, resources } from './schema.ts';

/** A collection of a group. The caller has checked the group. */
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

/** The collections of a group, the first made first. The caller has checked the group. */
export function listCollections(db: Db, { groupId }: { groupId: string }): Promise<CollectionSummary[]> {
  return db
    .select({ id: collections.id, name: collections.name, count: count(resources.id) })
    .from(collections)
    .leftJoin(collectionItems, eq(collectionItems.collectionId, collections.id))
    .leftJoin(resources, and(eq(resources.id, collectionItems.resourceId), isReadableResource([groupId])))
    .where(and(eq(collections.groupId, groupId), isNull(collections.removedAt)))
    .groupBy(collections.id)
    .orderBy(asc(collections.createdAt), asc(collections.id));
}

/** [RS13] The collections of these groups, and which hold this resource. The caller has checked the groups, and the resource. */
export async function listCollectionsFor(
  db: Db,
  { resourceId, groupIds }: { resourceId: string; groupIds: readonly string[] },
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
  { collectionId, groupId }: InGroup,
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
  { collectionId, groupId }: InGroup,
): Promise<{ id: string; title: string; order: string }[]> {
  return db
    .select({ id: resources.id, title: resources.title, order: collectionItems.order })
    .from(collectionItems)
    .innerJoin(collections, eq(collections.id, collectionItems.collectionId))
    .innerJoin(resources, and(eq(resources.id, collectionItems.resourceId), isReadableResource([groupId])))
    .where(and(eq(collections.id, collectionId), eq(collections.groupId, groupId)))
    .orderBy(asc(collectionItems.order), asc(resources.id));
}

/** [RS13] Makes a collection; its id is new. Refused: 'name.empty', 'name.tooLong'. */
export async function createCollection(
  db: Db,
  { collectionId: id, groupId, name, by, now }: InGroup & { name: string; by: string; now: Date },
): Promise<Result<{ id: string }, NameError>> {
  const parsed = parseName(name);
  if (!parsed.ok) return parsed;
  await db.insert(collections).values({ id, groupId, name: parsed.value, createdBy: by, createdAt: now });
  return ok({ id });
}

/** [RS13] Gives a collection another name. Refused: name errors, 'collection.notFound'. */
export async function renameCollection(
  db: Db,
  { name, ...collection }: InGroup & { name: string },
): Promise<Result<void, NameError | ResourceError>> {
  const parsed = parseName(name);
  if (!parsed.ok) return parsed;
  const renamed = await db
    .update(collections)
    .set({ name: parsed.value })
    .where(isLive(collection))
    .returning({ id: collections.id });
  return renamed.length > 0 ? ok() : fail('collection.notFound');
}

/** [RS13] Removes a collection, or undoes that (`removedAt` null); what it holds stays in the library. Refused: 'collection.notFound'. */
export async function setCollectionRemoved(
  db: Db,
  { collectionId, groupId, removedAt }: InGroup & { removedAt: Date | null },
): Promise<Result<void, ResourceError>> {
  const isThere = removedAt ? isNull(collections.removedAt) : isNotNull(collections.removedAt);
  const changed = await db
    .update(collections)
    .set({ removedAt })
    .where(and(eq(collections.id, collectionId), eq(collections.groupId, groupId), isThere))
    .returning({ id: collections.id });
  return changed.length > 0 ? ok() : fail('collection.notFound');
}

/** [RS13] Puts a resource that the group may read at the end. Refused: 'collection.…', 'resource.notFound'. */
export function addToCollection(
  db: Db,
  { resourceId, ...collection }: InGroup & { resourceId: string },
): Promise<Result<void, ResourceError>> {
  return change(db, collection, async (tx) => {
    const [readable] = await tx
      .select({ id: resources.id })
      .from(resources)
      .where(and(eq(resources.id, resourceId), isReadableResource([collection.groupId])));
    if (!readable) return fail('resource.notFound');
    const key = keyAtEnd(await placesIn(tx, collection.collectionId), resourceId);
    if (!key.ok) return key;
    await tx
      .insert(collectionItems)
      .values({ collectionId: collection.collectionId, resourceId, order: key.value });
    return ok();
  });
}

/** [RS13] Takes a resource out of a collection; it stays in the library. Refused: 'collection.notFound', 'resource.notFound'. */
export function removeFromCollection(
  db: Db,
  { resourceId, ...collection }: InGroup & { resourceId: string },
): Promise<Result<void, ResourceError>> {
  return change(db, collection, async (tx) => {
    const gone = await tx
      .delete(collectionItems)
      .where(isItem(collection.collectionId, resourceId))
      .returning({ id: collectionItems.resourceId });
    return gone.length > 0 ? ok() : fail('resource.notFound');
  });
}

/** [RS13] Moves a resource one step up or down; at the end of its way it stays. Refused: 'collection.notFound', 'resource.notFound'. */
export function moveInCollection(
  db: Db,
  { resourceId, step, ...collection }: InGroup & { resourceId: string; step: -1 | 1 },
): Promise<Result<void, ResourceError>> {
  return change(db, collection, async (tx) => {
    // Steps are counted among what the page shows.
    const items = await listCollectionItems(tx, collection);
    if (!items.some(({ id }) => id === resourceId)) return fail('resource.notFound');
    const order = keyOneStep(items, resourceId, step);
    if (order !== null)
      await tx.update(collectionItems).set({ order }).where(isItem(collection.collectionId, resourceId));
    return ok();
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

async function placesIn(tx: Db, collectionId: string): Promise<{ id: string; order: string }[]> {
  return tx
    .select({ id: collectionItems.resourceId, order: collectionItems.order })
    .from(collectionItems)
    .where(eq(collectionItems.collectionId, collectionId));
}

/** Changes to one collection wait for each other. */
function change(
  db: Db,
  collection: InGroup,
  work: (tx: Db) => Promise<Result<void, ResourceError>>,
): Promise<Result<void, ResourceError>> {
  return db.transaction(async (tx) => {
    const [locked] = await tx
      .select({ id: collections.id })
      .from(collections)
      .where(isLive(collection))
      .for('update');
    return locked ? work(tx) : fail('collection.notFound');
  });
}
