import { and, asc, count, eq, inArray, isNull } from 'drizzle-orm';
import type { FoundObject } from '#shared/documents/attribute/document-objects.ts';
import { parseObjectKey } from '#shared/documents/attribute/document-objects.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { paths } from '#shared/paths.ts';
import type { ExperimentError } from '#shared/programme/experiment/experiment-errors.ts';
import { findObjectNames } from '../../documents/object/object-names.ts';
import { searchObjects } from '../../documents/object/object-search.ts';
import type { Db } from '../../kernel/client.ts';
import { listDatasetsForMember } from '../../library/dataset/datasets.ts';
import { changing, type ExperimentChange, type ExperimentRefusal } from './experiment-change.ts';
import type { Asker } from './experiment-rights.ts';
import { experimentLinks, experimentPartners } from './result-schema.ts';

type Answer = Promise<Result<void, ExperimentRefusal | ExperimentError>>;

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

/** [EX20] The objects that are linked and that this person may read, and how many others there are. The caller has checked the right. */
export async function listLinked(
  db: Db,
  { experimentId, ...reader }: Asker & { experimentId: string },
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
  const words = query.toLocaleLowerCase('fr').trim().split(/\s+/);
  const datasets = (await listDatasetsForMember(db, reader)).filter(({ title }) =>
    words.every((word) => title.toLocaleLowerCase('fr').includes(word)),
  );
  return [
    ...objects.filter(({ kind }) => KINDS.includes(kind)),
    ...datasets
      .slice(0, 10)
      .map(({ id, title, group }) => ({ kind: 'dataset', id, name: title, detail: group.name })),
  ];
}

/** [EX20] Links an object that this person may read. Refused: who may not, what they may not read, too many. */
export function linkObject(db: Db, { key, ...change }: ExperimentChange & { key: string }): Answer {
  const { experimentId, userId, now } = change;
  return changing(db, change, 'experiment.write', async (tx): Answer => {
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
  });
}

/** [EX20] Takes a link off; the object stays where it is. */
export function unlinkObject(db: Db, { key, ...change }: ExperimentChange & { key: string }): Answer {
  return changing(db, change, 'experiment.write', async (tx): Answer => {
    await tx
      .delete(experimentLinks)
      .where(
        and(eq(experimentLinks.experimentId, change.experimentId), inArray(experimentLinks.objectKey, [key])),
      );
    return ok();
  });
}

export interface Partner {
  readonly id: string;
  readonly name: string;
  readonly part: string;
}

/** [EX20] Who helps from outside the programme. The caller has checked the right. */
export function listPartners(db: Db, experimentId: string): Promise<Partner[]> {
  const { id, name, part } = experimentPartners;
  return db
    .select({ id, name, part })
    .from(experimentPartners)
    .where(and(eq(experimentPartners.experimentId, experimentId), isNull(experimentPartners.removedAt)))
    .orderBy(asc(experimentPartners.createdAt), asc(id));
}

/** [EX20] Adds a partner. Refused: who may not, no name, too long, too many. */
export function addPartner(
  db: Db,
  { typed, ...change }: ExperimentChange & { typed: { name: string; part: string } },
): Answer {
  const { experimentId, now } = change;
  return changing(db, change, 'experiment.write', async (tx): Answer => {
    const [name, part] = [typed.name.replace(/\s+/g, ' ').trim(), typed.part.trim()];
    if (name === '') return fail('experiment.nameMissing');
    if (name.length > 200 || part.length > 500) return fail('experiment.textTooLong');
    if ((await listPartners(tx, experimentId)).length >= PARTNERS_MAX) return fail('experiment.listFull');
    await tx
      .insert(experimentPartners)
      .values({ id: change.newId(), experimentId, name, part, createdAt: now });
    return ok();
  });
}

/** [EX20] Takes a partner off, or gives it back. */
export function removePartner(
  db: Db,
  { partnerId, isBack, ...change }: ExperimentChange & { partnerId: string; isBack: boolean },
): Answer {
  return changing(db, change, 'experiment.write', async (tx): Answer => {
    await tx
      .update(experimentPartners)
      .set({ removedAt: isBack ? null : change.now })
      .where(
        and(eq(experimentPartners.id, partnerId), eq(experimentPartners.experimentId, change.experimentId)),
      );
    return ok();
  });
}
