import { and, asc, count, eq, isNull } from 'drizzle-orm';
import type { FoundObject } from '#shared/documents/attribute/document-objects.ts';
import { parseObjectKey } from '#shared/documents/attribute/document-objects.ts';
import type { Readable } from '#shared/kernel/access/readable.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { hasWords } from '#shared/kernel/text/fold.ts';
import { paths } from '#shared/paths.ts';
import type { PartnerFields } from '#shared/programme/experiment/partner.ts';
import { findObjectNames } from '../../documents/object/object-names.ts';
import { searchObjects } from '../../documents/object/object-search.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { listDatasetsForMember } from '../../library/dataset/datasets.ts';
import type { ExperimentChange } from './experiment-change.ts';
import type { Asker } from './experiment-rights.ts';
import { experimentLinks, experimentPartners } from './result-schema.ts';

const LINKS_MAX = 50;
const PARTNERS_MAX = 50;
const KINDS: readonly string[] = ['board', 'document', 'dataset'];

/** An object of a group that belongs to the work. */
export interface LinkedObject {
  readonly key: string;
  readonly kind: string;
  readonly name: string;
  readonly href: string;
}

/** Those of these keys that this person may read, with their names of today. */
async function namesOf(db: Db, keys: readonly string[], reader: Asker): Promise<Map<string, LinkedObject>> {
  const refs = keys.flatMap((key) => parseObjectKey(key) ?? []);
  const names = await findObjectNames(db, { refs: refs.filter(({ kind }) => kind !== 'dataset'), ...reader });
  const found = new Map<string, LinkedObject>();
  for (const [key, { name, href }] of Object.entries(names))
    if (href !== null) found.set(key, { key, kind: key.split(':')[0] ?? '', name, href });
  if (keys.some((key) => key.startsWith('dataset:')))
    for (const dataset of await listDatasetsForMember(db, reader)) {
      const key = `dataset:${dataset.id}`;
      if (keys.includes(key))
        found.set(key, { key, kind: 'dataset', name: dataset.title, href: paths.dataset(dataset) });
    }
  return found;
}

/** [EX20] The objects that are linked and that this person may read, and how many others there are. */
export async function listLinked(
  db: Db,
  { experimentId, ...reader }: Asker & { experimentId: Readable<'experiment'> },
): Promise<{ linked: LinkedObject[]; hidden: number }> {
  const rows = await db
    .select({ key: experimentLinks.objectKey })
    .from(experimentLinks)
    .where(eq(experimentLinks.experimentId, experimentId))
    .orderBy(asc(experimentLinks.addedAt), asc(experimentLinks.objectKey));
  const names = await namesOf(
    db,
    rows.map(({ key }) => key),
    reader,
  );
  const linked = rows.flatMap(({ key }) => names.get(key) ?? []);
  return { linked, hidden: rows.length - linked.length };
}

/** [EX20] Boards, documents and data sets that this person may read, by words of their titles. */
export async function searchLinkable(
  db: Db,
  { query, ...reader }: Asker & { query: string },
): Promise<FoundObject[]> {
  if (query.trim() === '') return [];
  const objects = await searchObjects(db, { query, limit: 20, ...reader });
  const datasets = (await listDatasetsForMember(db, reader)).filter(({ title }) => hasWords(title, query));
  return [
    ...objects.filter(({ kind }) => KINDS.includes(kind)),
    ...datasets
      .slice(0, 10)
      .map(({ id, title, group }) => ({ kind: 'dataset', id, name: title, detail: group.name })),
  ];
}

/** [EX20] Links an object that this person may read. Refused: what they may not read, too many. */
export async function linkObject(
  tx: Tx,
  { key, experimentId, userId, now }: ExperimentChange & { key: string },
): Promise<Result<void, 'experiment.linkInvalid' | 'experiment.listFull'>> {
  if (!KINDS.includes(key.split(':')[0] ?? '')) return fail('experiment.linkInvalid');
  if (!(await namesOf(tx, [key], { userId, now })).has(key)) return fail('experiment.linkInvalid');
  const [kept] = await tx
    .select({ count: count() })
    .from(experimentLinks)
    .where(eq(experimentLinks.experimentId, experimentId));
  if ((kept?.count ?? 0) >= LINKS_MAX) return fail('experiment.listFull');
  await tx
    .insert(experimentLinks)
    .values({ experimentId, objectKey: key, addedBy: userId, addedAt: now })
    .onConflictDoNothing();
  return ok();
}

/** [EX20] Takes a link off; the object stays where it is. */
export async function unlinkObject(
  tx: Tx,
  { key, experimentId }: { key: string; experimentId: string },
): Promise<void> {
  await tx
    .delete(experimentLinks)
    .where(and(eq(experimentLinks.experimentId, experimentId), eq(experimentLinks.objectKey, key)));
}

export interface Partner extends PartnerFields {
  readonly id: string;
}

/** [EX20] Who helps from outside the programme. */
export function listPartners(db: Db, experimentId: Readable<'experiment'>): Promise<Partner[]> {
  const { id, name, part } = experimentPartners;
  return db
    .select({ id, name, part })
    .from(experimentPartners)
    .where(isThere(experimentId))
    .orderBy(asc(experimentPartners.createdAt), asc(id));
}

const isThere = (experimentId: string) =>
  and(eq(experimentPartners.experimentId, experimentId), isNull(experimentPartners.removedAt));

/** [EX20] Adds a partner. Refused: too many. */
export async function addPartner(
  tx: Tx,
  { fields, experimentId, now, newId }: ExperimentChange & { fields: PartnerFields },
): Promise<Result<void, 'experiment.listFull'>> {
  if ((await tx.$count(experimentPartners, isThere(experimentId))) >= PARTNERS_MAX)
    return fail('experiment.listFull');
  await tx.insert(experimentPartners).values({ id: newId(), experimentId, ...fields, createdAt: now });
  return ok();
}

/** [EX20] Takes a partner off, or gives it back. */
export async function removePartner(
  tx: Tx,
  { partnerId, isBack, ...change }: ExperimentChange & { partnerId: string; isBack: boolean },
): Promise<void> {
  await tx
    .update(experimentPartners)
    .set({ removedAt: isBack ? null : change.now })
    .where(
      and(eq(experimentPartners.id, partnerId), eq(experimentPartners.experimentId, change.experimentId)),
    );
}
