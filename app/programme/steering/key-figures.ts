import { programmePaths, type SteeringAddress } from '#shared/programme/programme-paths.ts';
import { steering } from '#shared/programme/steering/steering.fr.ts';
import type { Figure } from './figures.tsx';
import type { SteeringPage } from './steering-page.ts';

const words = steering.figures;

/** The four figures that come first, each with the list of what it counts. */
export function figuresOf(overview: SteeringPage, address: SteeringAddress): Figure[] {
  const { themes, cities, approved, inReview, openness } = overview;
  const total = themes.reduce((sum, theme) => sum + theme.total, 0);
  const running = themes.reduce((sum, { states }) => sum + states.running, 0);
  return [
    {
      name: words.experiments,
      value: steering.number(running),
      note: words.experimentsNote(total),
      to: programmePaths.steeringList('experimentations', address, { state: 'running' }),
    },
    {
      name: words.cities,
      value: steering.number(cities.communes),
      note: words.citiesNote(cities.agreements),
      to: programmePaths.steeringList('communes', address),
    },
    {
      name: words.needs,
      value: steering.number(openness[0]?.whole ?? 0),
      note: words.needsNote(openness[0]?.part ?? 0),
      to: programmePaths.steeringList('besoins', address),
    },
    {
      name: words.approved,
      value: steering.number(approved),
      note: words.reviewsNote(inReview.total),
      to: programmePaths.steeringList('approuves', address),
    },
  ];
}
