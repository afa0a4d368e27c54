import { query } from '../../kernel/address-parts.ts';
import { hasWords } from '../../kernel/text/fold.ts';
import type { MissionState } from './mission.ts';

/** What a list of missions is filtered by; the address carries it. */
export interface MissionFilter {
  readonly query: string;
  readonly firm: string;
  readonly state: string;
}

interface Filtered {
  readonly title: string;
  readonly state: MissionState;
  readonly firm: { readonly id: string; readonly name: string };
  readonly experiment: { readonly title: string };
  readonly cities: readonly { readonly name: string }[];
}

/** What the address of a list says. */
export function readMissionFilter(asked: URLSearchParams): MissionFilter {
  return {
    query: asked.get('texte')?.trim().slice(0, 100) ?? '',
    firm: asked.get('cabinet') ?? '',
    state: asked.get('etat') ?? '',
  };
}

/** The missions that have the words, the consultancy and the state, in their order. */
export function filterMissions<T extends Filtered>(all: readonly T[], filter: MissionFilter): T[] {
  return all.filter((mission) => {
    const { title, experiment, firm, cities } = mission;
    const text = [title, experiment.title, firm.name, ...cities.map(({ name }) => name)].join(' ');
    return (
      (filter.firm === '' || firm.id === filter.firm) &&
      (filter.state === '' || mission.state === filter.state) &&
      hasWords(text, filter.query)
    );
  });
}

/** The end of an address that asks for that filter. */
export function missionsSearch({ query: texte, firm, state }: MissionFilter): string {
  return query({ texte: texte || undefined, cabinet: firm || undefined, etat: state || undefined });
}

/** Quarters of days of several missions, and what they cost so far. */
export interface MissionTotal {
  readonly granted: number;
  readonly used: number;
  readonly cost: number | null;
}

/** Of all missions of a list, whatever page of it is shown. */
export function totalsOf(
  missions: readonly {
    readonly grantedQuarters: number;
    readonly usedQuarters: number;
    readonly dailyPriceCents: number | null;
  }[],
): MissionTotal {
  const sum = (of: 'grantedQuarters' | 'usedQuarters') =>
    missions.reduce((total, mission) => total + mission[of], 0);
  return { granted: sum('grantedQuarters'), used: sum('usedQuarters'), cost: costOf(missions) };
}

/** What missions cost so far: days that count, at their price; null when none of them has one. */
export function costOf(
  missions: readonly { readonly usedQuarters: number; readonly dailyPriceCents: number | null }[],
): number | null {
  const priced = missions.flatMap(({ usedQuarters, dailyPriceCents }) =>
    dailyPriceCents === null ? [] : [Math.round((usedQuarters * dailyPriceCents) / 4)],
  );
  return priced.length === 0 ? null : priced.reduce((sum, cents) => sum + cents, 0);
}
