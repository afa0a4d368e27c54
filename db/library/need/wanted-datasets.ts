import { asc, desc, eq } from 'drizzle-orm';
import type { Frequency, ProducerKind } from '#shared/library/dataset/dataset.ts';
import { wantedKey, wantedName } from '#shared/library/need/wanted-name.ts';
import type { ThemeKey } from '#shared/people/group/theme.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { wantedDatasets } from './schema.ts';

/** A wanted dataset of the list that every installation opens with. */
export interface ListedWanted {
  readonly name: string;
  readonly themeKey: ThemeKey | null;
  readonly producerKind: ProducerKind;
  readonly producerName: string;
  readonly schemaName: string;
  readonly frequency: Frequency;
}

/** [DN1] Gives the installation the common list. What is there already stays as it is. */
export async function ensureWantedDatasets(
  tx: Tx,
  { list, now, newId }: { list: readonly ListedWanted[]; now: Date; newId: () => string },
): Promise<void> {
  await tx
    .insert(wantedDatasets)
    .values(
      list.map((wanted) => ({
        ...wanted,
        id: newId(),
        nameKey: wantedKey(wanted.name),
        isListed: true,
        createdAt: now,
      })),
    )
    .onConflictDoNothing({ target: wantedDatasets.nameKey });
}

/** [DN1] The wanted dataset of this name, made when it is new: whoever names the same data finds the same one. */
export async function findOrMakeWanted(
  tx: Tx,
  { name, newId, now }: { name: string; newId: string; now: Date },
): Promise<string> {
  const nameKey = wantedKey(name);
  await tx
    .insert(wantedDatasets)
    .values({ id: newId, name: wantedName(name), nameKey, createdAt: now })
    .onConflictDoNothing({ target: wantedDatasets.nameKey });
  const [found] = await tx
    .select({ id: wantedDatasets.id })
    .from(wantedDatasets)
    .where(eq(wantedDatasets.nameKey, nameKey));
  if (!found) throw new Error('no wanted data set under its key');
  return found.id;
}

/** A wanted dataset, with what is usual. */
export type WantedDataset = typeof wantedDatasets.$inferSelect;

/** [DN1] The names to propose: the common list first, then what others named; by name. */
export function listWanted(db: Db): Promise<WantedDataset[]> {
  return db
    .select()
    .from(wantedDatasets)
    .orderBy(desc(wantedDatasets.isListed), asc(wantedDatasets.nameKey))
    .limit(500);
}

/** The wanted dataset of this id. */
export async function findWanted(db: Db, id: string): Promise<WantedDataset | null> {
  const [found] = await db.select().from(wantedDatasets).where(eq(wantedDatasets.id, id));
  return found ?? null;
}
