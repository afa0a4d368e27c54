import { and, asc, desc, eq, inArray, isNull } from 'drizzle-orm';
import { canInGroup, type GroupRole } from '#shared/kernel/access/access.ts';
import { asReadable, type Readable } from '#shared/kernel/access/readable.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { ResourceFacts } from '#shared/library/resource/resource.ts';
import type { ThemeKey } from '#shared/people/group/theme.ts';
import type { OrganisationBadge } from '#shared/people/organisation/organisation.ts';
import type { Reader } from '../../documents/listed-documents.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { findGroupRole } from '../../people/group/groups.ts';
import { groups, themes } from '../../people/group/schema.ts';
import { organisationBadge } from '../../people/organisation/organisations.ts';
import { organisations } from '../../people/organisation/schema.ts';
import { users } from '../../people/person/schema.ts';
import { type ResourceChange, recordResource } from './resource-change.ts';
import { isReadableResource } from './resource-readers.ts';
import {
  addVersionRow,
  currentVersions,
  type NewVersion,
  type ResourceVersion,
} from './resource-versions.ts';
import { resources, resourceThemes } from './schema.ts';

/** A resource as lists and its page show it. */
export interface Resource extends ResourceFacts {
  readonly id: string;
  readonly group: { readonly id: string; readonly name: string };
  readonly themes: readonly { readonly id: string; readonly key: ThemeKey; readonly name: string }[];
  /** Of a link; null for what has files. */
  readonly address: string | null;
  readonly linkCheckedAt: Date | null;
  readonly linkLostAt: Date | null;
  /** Every signed-in member may read it. */
  readonly isForAll: boolean;
  /** Whom it is credited to. */
  readonly organisation: OrganisationBadge | null;
  readonly sharedBy: string;
  readonly sharedAt: Date;
  readonly updatedAt: Date;
  /** The latest state of its file; null for a link. */
  readonly version: ResourceVersion | null;
}

/** A resource for somebody who may read it; `groupRole` is null for whoever is not of its group. */
export interface ResourceForMember extends Resource {
  readonly id: Readable<'resource'>;
  readonly groupRole: GroupRole | null;
}

/** A page that listed more would help nobody. */
const LIST_MAX = 1_000;

async function select(db: Db, where: ReturnType<typeof and>): Promise<Resource[]> {
  const rows = await db
    .select({
      resource: resources,
      group: { id: groups.id, name: groups.name },
      organisation: organisationBadge,
      sharedBy: users.name,
    })
    .from(resources)
    .innerJoin(groups, eq(groups.id, resources.groupId))
    .innerJoin(users, eq(users.id, resources.createdBy))
    .leftJoin(organisations, eq(organisations.id, resources.organisationId))
    .where(where)
    .orderBy(desc(resources.updatedAt), desc(resources.id))
    .limit(LIST_MAX);
  const ids = rows.map(({ resource }) => resource.id);
  const [ofThemes, versions] = [await themesOf(db, ids), await currentVersions(db, ids)];
  return rows.map(({ resource, ...row }) => {
    const { groupId, organisationId, createdBy, createdAt, trashedAt, trashedBy, visibility, ...facts } =
      resource;
    return {
      ...facts,
      ...row,
      isForAll: visibility === 'programme',
      sharedAt: createdAt,
      themes: ofThemes.get(resource.id) ?? [],
      version: versions.get(resource.id) ?? null,
    };
  });
}

async function themesOf(db: Db, ids: readonly string[]) {
  const found = new Map<string, { id: string; key: ThemeKey; name: string }[]>();
  if (ids.length === 0) return found;
  const rows = await db
    .select({ resourceId: resourceThemes.resourceId, id: themes.id, key: themes.key, name: themes.name })
    .from(resourceThemes)
    .innerJoin(themes, eq(themes.id, resourceThemes.themeId))
    .where(inArray(resourceThemes.resourceId, [...ids]))
    .orderBy(asc(themes.name));
  for (const { resourceId, ...theme } of rows)
    found.set(resourceId, [...(found.get(resourceId) ?? []), theme]);
  return found;
}

/** [RS4] [RS5] What a member of these groups may read, the last changed first. */
export function listReadableResources(
  db: Db,
  { groupIds }: { groupIds: readonly Readable<'group'>[] },
): Promise<Resource[]> {
  return select(db, isReadableResource(groupIds));
}

/** The resources of one group, the last changed first. */
export function listGroupResources(db: Db, { groupId }: { groupId: Readable<'group'> }): Promise<Resource[]> {
  return select(db, and(eq(resources.groupId, groupId), isNull(resources.trashedAt)));
}

/** [RS5] The resource, if this person may read it; null when trashed, not theirs to see, or absent: all look the same. */
export async function findResourceForMember(
  db: Db,
  { resourceId, ...reader }: Reader & { resourceId: string },
): Promise<ResourceForMember | null> {
  const [resource] = await select(db, and(eq(resources.id, resourceId), isNull(resources.trashedAt)));
  if (!resource) return null;
  const groupRole = await findGroupRole(db, { ...reader, groupId: resource.group.id });
  if (!canInGroup(groupRole, 'resource.read')) {
    const [person] = await db
      .select({ suspendedAt: users.suspendedAt })
      .from(users)
      .where(eq(users.id, reader.userId));
    if (!resource.isForAll || !person || person.suspendedAt) return null;
  }
  return { ...resource, id: asReadable(resource.id), groupRole };
}

/** What a resource is made of: an address, or the first state of its file. */
export type ResourceContent = { readonly address: string } | { readonly version: NewVersion };

/** [RS1] [RS2] Shares a resource with a group; it is credited to the organisation of whoever shares it. `resourceId` is new. */
export async function createResource(
  tx: Tx,
  {
    facts,
    content,
    themeIds,
    ...change
  }: ResourceChange & { facts: ResourceFacts; content: ResourceContent; themeIds: readonly string[] },
): Promise<{ id: string; title: string }> {
  const { resourceId: id, groupId, by, now } = change;
  const [person] = await tx
    .select({ organisationId: users.organisationId })
    .from(users)
    .where(eq(users.id, by));
  await tx.insert(resources).values({
    id,
    groupId,
    ...facts,
    address: 'address' in content ? content.address : null,
    organisationId: person?.organisationId ?? null,
    createdBy: by,
    createdAt: now,
    updatedAt: now,
  });
  await setThemes(tx, id, themeIds);
  if ('version' in content) await addVersionRow(tx, { resourceId: id, by, now }, content.version);
  await recordResource(tx, change, 'resource.shared', facts.title);

  return { id, title: facts.title };
}

/** [RS1] Changes what is said of a resource, and the address of a link. */
export async function editResource(
  tx: Tx,
  {
    facts,
    address,
    themeIds,
    ...change
  }: ResourceChange & { facts: ResourceFacts; address: string | null; themeIds: readonly string[] },
): Promise<Result<void, 'resource.notFound'>> {
  const [before] = await tx
    .select({ address: resources.address })
    .from(resources)
    .where(isOfGroup(change))
    .for('update');
  if (!before) return fail('resource.notFound');
  // What was found of another address says nothing of this one.
  const isOther = before.address !== null && address !== null && address !== before.address;
  const link = isOther ? { address, linkCheckedAt: null, linkLostAt: null } : {};
  await tx
    .update(resources)
    .set({ ...facts, ...link, updatedAt: change.now })
    .where(isOfGroup(change));
  await setThemes(tx, change.resourceId, themeIds);
  await recordResource(tx, change, 'resource.edited', facts.title);
  return ok();
}

/** [RS6] Shares a resource with every group at once, or with its own only. */
export async function shareWithAll(
  tx: Tx,
  { isForAll, ...change }: ResourceChange & { isForAll: boolean },
): Promise<Result<void, 'resource.notFound'>> {
  const [shared] = await tx
    .update(resources)
    .set({ visibility: isForAll ? 'programme' : 'group' })
    .where(isOfGroup(change))
    .returning({ title: resources.title });
  if (!shared) return fail('resource.notFound');
  await recordResource(
    tx,
    change,
    isForAll ? 'resource.sharedWithAll' : 'resource.keptToGroup',
    shared.title,
  );
  return ok();
}

function isOfGroup({ resourceId, groupId }: Pick<ResourceChange, 'resourceId' | 'groupId'>) {
  return and(eq(resources.id, resourceId), eq(resources.groupId, groupId), isNull(resources.trashedAt));
}

/** Themes that do not exist are passed over: they come from a list of ours. */
async function setThemes(tx: Tx, resourceId: string, themeIds: readonly string[]): Promise<void> {
  await tx.delete(resourceThemes).where(eq(resourceThemes.resourceId, resourceId));
  if (themeIds.length === 0) return;
  const known = await tx
    .select({ themeId: themes.id })
    .from(themes)
    .where(inArray(themes.id, [...themeIds]));
  if (known.length > 0)
    await tx.insert(resourceThemes).values(known.map(({ themeId }) => ({ resourceId, themeId })));
}
