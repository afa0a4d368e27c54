import type { Db } from './client.ts';

/** [EX1] The experiments for which this person holds a running mission. Missions say it; there are none yet. */
export async function listConsultedExperiments(
  _db: Db,
  _asking: { readonly userId: string; readonly now: Date },
): Promise<string[]> {
  return [];
}
