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

const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();

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
  const words = plain(filter.query).split(/\s+/).filter(Boolean);
  return all.filter((mission) => {
    const { title, experiment, firm, cities } = mission;
    const text = plain([title, experiment.title, firm.name, ...cities.map(({ name }) => name)].join(' '));
    return (
      (filter.firm === '' || firm.id === filter.firm) &&
      (filter.state === '' || mission.state === filter.state) &&
      words.every((word) => text.includes(word))
    );
  });
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
