import { and, eq, inArray, isNull } from 'drizzle-orm';
import { needRefId, partsOf } from '#shared/documents/text/object-address.ts';
import type { Reader } from '../../documents/listed-documents.ts';
import type { Db } from '../../kernel/client.ts';
import { findExperimentPerson, isSeenBy } from '../../programme/experiment/experiment-rights.ts';
import { experiments } from '../../programme/experiment/schema.ts';
import { dataNeeds, wantedDatasets } from './schema.ts';

/** [EX1] The names of these needs (`experiment/need`), of experiments that this person sees; removed ones have none. */
export async function findNeedNames(
  db: Db,
  ids: readonly string[],
  reader: Reader,
): Promise<{ id: string; name: string }[]> {
  const person = await findExperimentPerson(db, reader);
  if (!person) return [];
  const rows = await db
    .select({ id: dataNeeds.id, experimentId: dataNeeds.experimentId, name: wantedDatasets.name })
    .from(dataNeeds)
    .innerJoin(wantedDatasets, eq(wantedDatasets.id, dataNeeds.wantedId))
    .innerJoin(experiments, eq(experiments.id, dataNeeds.experimentId))
    .where(
      and(
        inArray(
          dataNeeds.id,
          ids.map((id) => partsOf(id)[1] ?? ''),
        ),
        isNull(dataNeeds.removedAt),
        isSeenBy(db, person),
      ),
    );
  return rows
    .map(({ id, experimentId, name }) => ({ id: needRefId(experimentId, id), name }))
    .filter(({ id }) => ids.includes(id));
}
