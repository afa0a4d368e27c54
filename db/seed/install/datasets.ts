import { CsvRows } from '#shared/library/dataset/csv-rows.ts';
import { parseDataset } from '#shared/library/dataset/dataset.ts';
import { OWN_SCHEMAS } from '#shared/library/dataset/own-schemas.ts';
import { TableCheck } from '#shared/library/dataset/table-check.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { finishCheck, prepareCheck, startCheck } from '../../library/dataset/dataset-checks.ts';
import { addDistribution } from '../../library/dataset/dataset-distributions.ts';
import { createDataset } from '../../library/dataset/datasets.ts';
import { type DemoDataset, demoDatasets } from '../demo/datasets.ts';
import type { DemoWorld } from '../demo-world.ts';

/** Keeps the data sets of the demonstration, by the same gestures as people, and checks the file that comes with one. */
export async function installDatasets(tx: Tx, world: DemoWorld): Promise<void> {
  for (const demo of demoDatasets) await installDataset(tx, world, demo);
}

async function installDataset(tx: Tx, world: DemoWorld, demo: DemoDataset): Promise<void> {
  const { idOf, newId, at } = world;
  const parsed = parseDataset(demo.typed);
  if ('faults' in parsed) throw new Error(`${demo.typed.title}: ${JSON.stringify(parsed.faults)}`);
  const [datasetId, groupId] = [newId(), idOf(`group ${demo.group}`)];
  const who = { userId: idOf(demo.by), now: at(demo.at) };
  const made = await createDataset(tx, {
    datasetId,
    activityId: newId(),
    groupId,
    organisationId: idOf(demo.organisation),
    fields: parsed.fields,
    ...who,
  });
  if (!made.ok) throw new Error(`${demo.typed.title}: ${made.error}`);
  for (const given of demo.distributions) {
    const distribution = { ...given, id: newId(), fileId: null, bytes: null, encoding: 'UTF-8' };
    const added = await addDistribution(tx, { datasetId, groupId, distribution, now: who.now });
    if (!added.ok) throw new Error(`${given.name}: ${added.error}`);
  }
  if (demo.check)
    await installCheck(tx, world, { ...who, ...demo.check, now: at(demo.check.at), datasetId, groupId });
}

interface CheckPlace {
  readonly userId: string;
  readonly now: Date;
  readonly datasetId: string;
  readonly groupId: string;
  readonly fileName: string;
  readonly schema: string;
  readonly text: string;
}

async function installCheck(
  tx: Tx,
  { newId }: DemoWorld,
  { text, fileName, schema: name, now, ...place }: CheckPlace,
): Promise<void> {
  const schema = OWN_SCHEMAS.find((candidate) => candidate.name === name) ?? null;
  const checkId = newId();
  await prepareCheck(tx, {
    ...place,
    checkId,
    schema,
    schemaSource: schema?.title ?? '',
    now,
  });
  const table = new TableCheck(schema);
  const rows = new CsvRows({
    separator: ',',
    onRow: (cells, line) => table.row(cells, line),
    onQuoteFault: (line, value) => table.book.add({ kind: 'quotes', line, value }),
  });
  rows.write(text);
  rows.end();
  const shape = {
    format: 'csv',
    encoding: 'utf-8',
    hasBom: false,
    separator: ',',
    isQuoted: true,
    sheet: null,
    sheets: [],
  } as const;
  await startCheck(tx, { checkId, fileName, now });
  await finishCheck(tx, {
    checkId,
    report: table.report(shape),
    fileBytes: text.length,
    activityId: newId(),
    now,
  });
}
