import { and, asc, eq, isNull, ne } from 'drizzle-orm';
import type { Readable } from '#shared/kernel/access/readable.ts';
import { storable } from '#shared/kernel/storable.ts';
import type { ReadingFault, Scan } from '#shared/library/resource/resource.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { isInGroup } from '../../people/group/groups.ts';
import { groups } from '../../people/group/schema.ts';
import { users } from '../../people/person/schema.ts';
import { currentVersions } from './resource-versions.ts';
import { resources, resourceTexts, resourceVersions } from './schema.ts';

/** A version that nobody has looked at yet. */
export interface UnreadVersion {
  readonly id: string;
  readonly resourceId: string;
  readonly number: number;
  readonly name: string;
  readonly contentType: string;
  readonly bytes: number;
  readonly storageKey: string;
  readonly scan: Scan;
}

/** [RS11] [RS14] Versions to scan, or whose words and picture are to be found, the oldest first. */
export function listUnreadVersions(db: Db, { limit }: { limit: number }): Promise<UnreadVersion[]> {
  return db
    .select({
      id: resourceVersions.id,
      resourceId: resourceVersions.resourceId,
      number: resourceVersions.number,
      name: resourceVersions.name,
      contentType: resourceVersions.contentType,
      bytes: resourceVersions.bytes,
      storageKey: resourceVersions.storageKey,
      scan: resourceVersions.scan,
    })
    .from(resourceVersions)
    .where(and(isNull(resourceVersions.readAt), ne(resourceVersions.scan, 'infected')))
    .orderBy(asc(resourceVersions.at), asc(resourceVersions.id))
    .limit(limit);
}

/** [RS11] Keeps what the scanner said. False when the version is gone, or somebody was told already. */
export async function saveScan(
  tx: Tx,
  { versionId, scan }: { versionId: string; scan: Scan },
): Promise<boolean> {
  const saved = await tx
    .update(resourceVersions)
    .set({ scan })
    .where(and(eq(resourceVersions.id, versionId), ne(resourceVersions.scan, scan)))
    .returning({ id: resourceVersions.id });
  return saved.length > 0;
}

/** [RS14] Keeps what was found in a version: its words stand for the resource if it is the latest. */
export async function saveReading(
  tx: Tx,
  {
    version,
    text,
    fault: readingFault,
    hasPicture,
    now,
  }: {
    version: UnreadVersion;
    text: string | null;
    fault: ReadingFault | null;
    hasPicture: boolean;
    now: Date;
  },
): Promise<void> {
  const { id, resourceId, number } = version;
  const [saved] = await tx
    .update(resourceVersions)
    .set({ readAt: now, hasPicture, readingFault })
    .where(eq(resourceVersions.id, id))
    .returning({ id: resourceVersions.id });
  const current = (await currentVersions(tx, [resourceId])).get(resourceId);
  if (!saved || current?.number !== number) return;
  await tx.delete(resourceTexts).where(eq(resourceTexts.resourceId, resourceId));
  if (text) await tx.insert(resourceTexts).values({ resourceId, version: number, text: storable(text) });
}

/** The words of the latest version of a resource's file; null when none were found. */
export async function findResourceText(
  db: Db,
  { resourceId, version }: { resourceId: Readable<'resource'>; version: number },
): Promise<string | null> {
  const [found] = await db
    .select({ text: resourceTexts.text })
    .from(resourceTexts)
    .where(and(eq(resourceTexts.resourceId, resourceId), eq(resourceTexts.version, version)));
  return found?.text ?? null;
}

/** [RS11] Whom to tell that a version is infected: its sender, and those who facilitate the group; null when it is gone. */
export async function findInfectionNews(
  db: Db,
  { versionId, now }: { versionId: string; now: Date },
): Promise<{
  resource: { id: string; title: string };
  group: string;
  file: string;
  senderId: string;
  people: readonly { name: string; email: string }[];
} | null> {
  const [found] = await db
    .select({
      resource: { id: resources.id, title: resources.title },
      groupId: groups.id,
      group: groups.name,
      file: resourceVersions.name,
      sender: { id: users.id, name: users.name, email: users.email },
    })
    .from(resourceVersions)
    .innerJoin(resources, eq(resources.id, resourceVersions.resourceId))
    .innerJoin(groups, eq(groups.id, resources.groupId))
    .innerJoin(users, eq(users.id, resourceVersions.by))
    .where(eq(resourceVersions.id, versionId));
  if (!found) return null;
  const { groupId, sender, ...news } = found;
  const facilitators = await db
    .select({ id: users.id, name: users.name, email: users.email })
    .from(users)
    .where(isInGroup(db, { groupId, role: 'facilitator', now }));
  const others = facilitators.filter(({ id }) => id !== sender.id);
  return {
    ...news,
    senderId: sender.id,
    people: [sender, ...others].map(({ name, email }) => ({ name, email })),
  };
}
