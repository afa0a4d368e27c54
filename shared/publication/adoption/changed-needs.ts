import type { AskedNeed } from './feasibility.ts';

/** What became of the data that a sheet asks for, by name. */
export interface ChangedNeeds {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** Useful before, essential now. */
  readonly raised: readonly string[];
  /** Essential before, useful now. */
  readonly lowered: readonly string[];
}

/** [RP7] What changed between the needs that a city answered and those of today; null for nothing. */
export function changedNeeds(before: readonly AskedNeed[], today: readonly AskedNeed[]): ChangedNeeds | null {
  const namesOf = (needs: readonly AskedNeed[]) => new Set(needs.map(({ name }) => name));
  const [known, asked] = [namesOf(before), namesOf(today)];
  const was = new Map(before.map(({ name, importance }) => [name, importance]));
  const turned = (from: string, to: string) =>
    today
      .filter(({ name, importance }) => was.get(name) === from && importance === to)
      .map(({ name }) => name);
  const changed = {
    added: [...asked].filter((name) => !known.has(name)),
    removed: [...known].filter((name) => !asked.has(name)),
    raised: turned('useful', 'essential'),
    lowered: turned('essential', 'useful'),
  };
  return Object.values(changed).some((names) => names.length > 0) ? changed : null;
}
