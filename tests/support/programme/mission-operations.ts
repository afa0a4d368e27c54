import type { Registered } from '#server/registry.ts';
import { operationsOn } from '../kernel/operations.ts';
import type { MissionWorld } from './missions.ts';

type Person = MissionWorld['people']['nadia'];

/** What this person is answered when they do this to the mission, at their moment. */
export function doing<N extends keyof Registered>(
  { db, missionId }: Pick<MissionWorld, 'db' | 'missionId'>,
  { userId, now }: Person,
  name: N,
  input: object,
) {
  const operations = operationsOn(db, { now: () => now });
  return operations.run(name, { userId }, { missionId, ...input } as never);
}
