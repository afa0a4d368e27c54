import { and, asc, eq, inArray, isNull, or, sql } from 'drizzle-orm';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { Reader } from '../../documents/listed-documents.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { acquaintancesOf, groupsAllowing } from '../../people/person/visible-people.ts';
import { datasetChecks, datasets } from '../dataset/schema.ts';
import type { NeedChange } from './data-needs.ts';
import { dataNeeds } from './schema.ts';

/** The record that answers a need, as far as this person may read it. */
export interface AnsweringDataset {
  readonly id: string;
  readonly title: string;
  /** Errors of the last finished check, for those of its group; null when there is none, or it is not theirs. */
  readonly errors: number | null;
}

async function readable(db: Db, reader: Reader) {
  const groupIds = groupsAllowing(await acquaintancesOf(db, reader), 'dataset.read');
  const ofGroup = groupIds.length > 0 ? inArray(datasets.groupId, groupIds) : undefined;
  return {
    groupIds,
    where: and(isNull(datasets.trashedAt), or(eq(datasets.visibility, 'programme'), ofGroup)),
  };
}

/** [DN10] Of these records those that this person may read, by id: of the others not even the title. */
export async function findAnsweringDatasets(
  db: Db,
  { ids, ...reader }: Reader & { ids: readonly string[] },
): Promise<Map<string, AnsweringDataset>> {
  if (ids.length === 0) return new Map();
  const { groupIds, where } = await readable(db, reader);
  const errors = sql<number | null>`(select ${datasetChecks.errors} from ${datasetChecks}
    where ${datasetChecks.datasetId} = ${datasets.id} and ${datasetChecks.state} = 'done'
    order by ${datasetChecks.createdAt} desc limit 1)`;
  const rows = await db
    .select({ id: datasets.id, title: datasets.title, groupId: datasets.groupId, errors })
    .from(datasets)
    .where(and(inArray(datasets.id, [...new Set(ids)]), where));
  return new Map(
    rows.map(({ groupId, errors: found, ...dataset }) => [
      dataset.id,
      { ...dataset, errors: found === null || !groupIds.some((id) => id === groupId) ? null : Number(found) },
    ]),
  );
}

/** The records that this person may choose as an answer. */
export async function listAnswers(db: Db, reader: Reader): Promise<{ id: string; title: string }[]> {
  const { where } = await readable(db, reader);
  return db
    .select({ id: datasets.id, title: datasets.title })
    .from(datasets)
    .where(where)
    .orderBy(asc(datasets.title), asc(datasets.id))
    .limit(500);
}

/** [DN10] Says which record answers a need, one that this person may read, or that none does (null). */
export async function answerNeed(
  tx: Tx,
  { experimentId, needId, userId, now, datasetId }: NeedChange & { datasetId: string | null },
): Promise<Result<void, 'dataNeed.notFound' | 'dataNeed.datasetNotFound'>> {
  if (datasetId !== null) {
    const found = await findAnsweringDatasets(tx, { ids: [datasetId], userId, now });
    if (!found.has(datasetId)) return fail('dataNeed.datasetNotFound');
  }
  const changed = await tx
    .update(dataNeeds)
    .set({ datasetId, updatedAt: now })
    .where(
      and(eq(dataNeeds.id, needId), eq(dataNeeds.experimentId, experimentId), isNull(dataNeeds.removedAt)),
    )
    .returning({ id: dataNeeds.id });
  return changed.length > 0 ? ok() : fail('dataNeed.notFound');
}
