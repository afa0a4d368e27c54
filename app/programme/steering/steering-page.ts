import { firstOf, type SteeringOverview } from '#shared/programme/steering/overview.ts';

/** Each part draws its first lines, and leads to the list of all. */
const SHOWN = { signals: 5, missions: 6, inReview: 6 } as const;

/** What the page draws of an overview: a list of two thousand is not sent for six lines of it. */
export function pageOf({ missions, signals, inReview, ...figures }: SteeringOverview) {
  const sum = (days: 'used' | 'granted') => missions.reduce((total, mission) => total + mission[days], 0);
  return {
    ...figures,
    signals: firstOf(signals, SHOWN.signals),
    missions: { ...firstOf(missions, SHOWN.missions), used: sum('used'), granted: sum('granted') },
    inReview: {
      ...firstOf(inReview, SHOWN.inReview),
      minutes: inReview.filter(({ kind }) => kind === 'minutes').length,
      rounds: inReview.filter(({ kind }) => kind === 'round').length,
    },
  };
}

export type SteeringPage = ReturnType<typeof pageOf>;
