import type { SeasonContent } from '../../programme/season/seasons.ts';
import { programmeSeason } from '../season.ts';

/** The seasons of the demonstration, by days of its story; nothing that is told of one happens outside of it. */
export const demoSeasons: readonly SeasonContent[] = [
  { ...programmeSeason, number: 1, name: 'Saison 1', startsOn: '2021-10-01', endsOn: '2022-07-31' },
  { ...programmeSeason, startsOn: '2022-09-05' },
];
