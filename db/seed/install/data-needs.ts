import { type DataNeedFields, parseDataNeed } from '#shared/library/need/data-need.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { changeDataNeed, createDataNeed } from '../../library/need/data-needs.ts';
import { type DemoNeed, demoNeeds } from '../demo/data-needs.ts';
import { demoExperiments } from '../demo/experiments.ts';
import type { DemoWorld } from '../demo-world.ts';
import { wantedList } from '../wanted-datasets.ts';

const DAY_MS = 86_400_000;
/** Days before now: when needs of each season were written, when some of them moved, and when a candidate should be open. */
const WRITTEN = { 1: 400, 2: 100 } as const;
const MOVED = 30;
const OPENS = -60;

/** Keeps what the experiments of the demonstration need, with a step for what has moved since. */
export async function installDataNeeds(tx: Tx, { idOf, newId }: DemoWorld, now: Date): Promise<void> {
  const before = (days: number) => new Date(now.getTime() - days * DAY_MS);
  const opensOn = before(OPENS).toISOString().slice(0, 10);
  for (const [experiment, needs] of Object.entries(demoNeeds)) {
    const isOfFirst = demoExperiments.some(({ key, season }) => key === experiment && season === 1);
    const written = before(WRITTEN[isOfFirst ? 1 : 2]);
    for (const need of needs) {
      const change = {
        experimentId: idOf(`experiment ${experiment}`),
        needId: newId(),
        userId: idOf('claire-oudin'),
        newWantedId: newId(),
      };
      const made = await createDataNeed(tx, {
        ...change,
        fields: fieldsOf(need, need.access, opensOn),
        now: written,
      });
      if (!made.ok) throw new Error(`${need.wanted}: ${made.error}`);
      if (!need.became) continue;
      const { why, ...access } = need.became;
      const moved = await changeDataNeed(tx, {
        ...change,
        fields: fieldsOf(need, access, opensOn),
        rank: 1,
        why,
        now: before(MOVED),
      });
      if (!moved.ok) throw new Error(`${need.wanted}: ${moved.error}`);
    }
  }
}

function fieldsOf(need: DemoNeed, access: DemoNeed['access'], opensOn: string): DataNeedFields {
  const known = wantedList.find(({ name }) => name === need.wanted);
  if (!known) throw new Error(`${need.wanted} is not in the list of wanted data sets`);
  const parsed = parseDataNeed({
    wanted: known.name,
    producerKind: known.producerKind,
    producerName: known.producerName,
    importance: need.isEssential ? 'essential' : 'useful',
    accessReason: '',
    accessNote: '',
    inCharge: '',
    licence: 'none',
    ...access,
    opensOn: access.accessStatus === 'candidate' ? opensOn : '',
    schemaName: known.schemaName,
    frequency: known.frequency,
    contact: '',
    comment: need.comment ?? '',
  });
  if ('faults' in parsed) throw new Error(`${need.wanted}: ${JSON.stringify(parsed.faults)}`);
  return parsed.fields;
}
