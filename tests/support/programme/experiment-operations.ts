import type { Registered } from '#server/registry.ts';
import { operationsOn } from '../kernel/operations.ts';
import type { ExperimentWorld } from './experiments.ts';

export type Person = ExperimentWorld['people']['nadia'];

/** What this person is answered when they do this to an experiment, at their moment: 'ok', or why not. */
export async function answerTo(
  { db, experimentId }: Pick<ExperimentWorld, 'db' | 'experimentId'>,
  { userId, now }: Person,
  name: keyof Registered,
  input: object,
): Promise<string> {
  const operations = operationsOn(db, { now: () => now });
  const done = await operations.run(name, { userId }, { experimentId, ...input } as never);
  return done.ok ? 'ok' : done.error;
}

/** The same of each sort of person. */
export async function answersOf(world: ExperimentWorld, name: keyof Registered, input: object) {
  const said: Record<string, string> = {};
  for (const [who, person] of Object.entries(world.people))
    said[who] = await answerTo(world, person, name, input);
  return said;
}

export const TEAM_ONLY = {
  nadia: 'ok',
  yann: 'ok',
  claire: 'ok',
  marc: 'access.forbidden',
  aurelie: 'access.forbidden',
  paul: 'access.forbidden',
  camille: 'access.notFound',
  guest: 'access.notFound',
};
