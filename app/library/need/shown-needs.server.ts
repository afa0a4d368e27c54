import { countOpenCards } from '#db/boards/card/linking-cards.ts';
import type { Reader } from '#db/documents/listed-documents.ts';
import type { Db } from '#db/kernel/client.ts';
import { listDataNeedsOf, seenWith } from '#db/library/need/data-need-lists.ts';
import { findAnsweringDatasets } from '#db/library/need/need-datasets.ts';
import { objectKey } from '#shared/documents/attribute/document-objects.ts';
import { needRefId } from '#shared/documents/text/object-address.ts';
import type { ExperimentRole } from '#shared/programme/experiment/experiment-access.ts';
import type { ShownNeed } from './need-table.tsx';

/** The card of a request points to its need by this key. */
export const needKey = (experimentId: string, needId: string) =>
  objectKey({ kind: 'data-need', id: needRefId(experimentId, needId) });

/** The needs of an experiment as this reader sees them: of records and cards that are not theirs, nothing. */
export async function shownNeeds(
  db: Db,
  { experimentId, role, ...reader }: Reader & { experimentId: string; role: ExperimentRole },
): Promise<ShownNeed[]> {
  const needs = (await listDataNeedsOf(db, experimentId)).map((need) => seenWith(role, need));
  const ids = needs.flatMap(({ datasetId }) => datasetId ?? []);
  const answers = await findAnsweringDatasets(db, { ids, ...reader });
  const requests = await countOpenCards(db, {
    keys: needs.map(({ id }) => needKey(experimentId, id)),
    ...reader,
  });
  return needs.map(({ datasetId, contact: _contact, comment: _comment, ...need }) => ({
    ...need,
    answer: datasetId ? (answers.get(datasetId) ?? 'hidden') : null,
    requests: requests.get(needKey(experimentId, need.id)) ?? 0,
  }));
}
