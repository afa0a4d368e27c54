import type { ToldTo } from './told-to.ts';

/** For whom something of the programme is, in words. */
export const toldTo = {
  legend: 'Qui le voit',
  names: { programme: 'Le programme', public: 'Public' } satisfies Record<ToldTo, string>,
  hints: {
    programme: 'Les personnes des villes, des partenaires et de l’animation.',
    public: 'Tout le monde, sans compte, aussi à l’accueil public.',
  } satisfies Record<ToldTo, string>,
} as const;
