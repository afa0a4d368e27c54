import { countOpenCards } from '#db/boards/card/linking-cards.ts';
import type { Reader } from '#db/documents/listed-documents.ts';
import type { Db } from '#db/kernel/client.ts';
import { listDataNeedsOf } from '#db/library/need/data-need-lists.ts';
import { findAnsweringDatasets } from '#db/library/need/need-datasets.ts';
import type { ExperimentForMember } from '#db/programme/experiment/experiments.ts';
import { objectKey } from '#shared/documents/attribute/document-objects.ts';
import { needRefId } from '#shared/documents/text/object-address.ts';
import type { ShownNeed } from './need-table.tsx';

/** The card of a request points to its need by this key. */
export const needKey = (experimentId: string, needId: string) =>
  objectKey({ kind: 'data-need', id: needRefId(experimentId, needId) });

/** The needs of an experiment as this reader sees them: of records and cards that are not theirs, nothing. */
export async function shownNeeds(
  db: Db,
  { experiment, ...reader }: Reader & { experiment: Pick<ExperimentForMember, 'id' | 'role'> },
): Promise<ShownNeed[]> {
  const needs = await listDataNeedsOf(db, experiment);
  const ids = needs.flatMap(({ datasetId }) => datasetId ?? []);
  const answers = await findAnsweringDatasets(db, { ids, ...reader });
  const requests = await countOpenCards(db, {
    keys: needs.map(({ id }) => needKey(experiment.id, id)),
    ...reader,
  });
  return needs.map(({ datasetId, contact: _contact, comment: _comment, ...need }) => ({
    ...need,
    answer: datasetId ? (answers.get(datasetId) ?? 'hidden') : null,
    requests: requests.get(needKey(experiment.id, need.id)) ?? 0,
  }));
}
