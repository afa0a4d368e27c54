import type { SeasonContent } from '../programme/season/seasons.ts';

/** The season that every installation opens with: the programme's second one and its three themes. */
export const programmeSeason: SeasonContent = {
  number: 2,
  name: 'Saison 2',
  startsOn: '2022-10-01',
  endsOn: '2023-06-30',
  themes: [
    { key: 'transition', name: 'Transition environnementale' },
    { key: 'biodiversite', name: 'Biodiversité' },
    { key: 'risques', name: 'Risques naturels' },
  ],
};
