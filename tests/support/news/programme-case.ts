import type { Name, World } from './programme-events.ts';

/** What takes from somebody the right to know of it. */
type Lost = { readonly platformRole?: 'member'; readonly organisationId?: null };

export interface Case {
  /** It happens, by somebody who may do it; a second time too. */
  readonly happen: (world: World) => Promise<unknown>;
  /** Whose doing it is; null: nobody’s. */
  readonly by: Name | null;
  /** Those whom it reaches, of all. */
  readonly told: readonly Name[];
  /** Those who may open what it is of: they find it in the change feed, and if it is not their own in their news. */
  readonly read: readonly Name[];
  /** One of those whom it reaches, and what takes from them the right to see it; null: nothing does, it is everybody’s. */
  readonly loser: Name;
  readonly lost: Lost | null;
}

export const ALL = [
  'nadia',
  'yann',
  'aurelie',
  'claire',
  'marc',
  'camille',
  'paul',
  'guest',
  'thomas',
  'ines',
] as const;
/** [A13] Whoever the programme is there for: a consultant without a mission and a guest are not. */
export const PROGRAMME = ALL.filter((name) => name !== 'camille' && name !== 'guest');
/** [EX2] The team, and those who follow the programme. */
export const INSIDE = ['nadia', 'yann', 'claire', 'marc'] as const;
export const CITY = ['aurelie', 'thomas', 'claire', 'marc'] as const;
export const CITIES = ['nadia', 'yann', 'aurelie', 'thomas', 'ines'] as const;
export const WITHOUT_CITY = { organisationId: null } as const;
