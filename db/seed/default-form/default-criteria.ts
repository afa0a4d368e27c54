import type { CallCriterion } from '#shared/programme/call/call.ts';

/** The four criteria of the programme’s text, with the weights that a new call opens with. */
export const defaultCriteria: readonly CallCriterion[] = [
  {
    key: 'approche',
    title: 'Approche innovante',
    description: 'Expérimenter une approche innovante sur l’un des trois thèmes de la saison.',
    weight: 30,
  },
  {
    key: 'acquis',
    title: 'Acquis',
    description: 'S’appuyer sur des retours d’expérience, des projets engagés, des ressources existantes.',
    weight: 15,
  },
  {
    key: 'organisation',
    title: 'Organisation',
    description:
      'Mobiliser une équipe, dont le binôme métier et données, et les partenaires qu’il faut pour aboutir.',
    weight: 30,
  },
  {
    key: 'partage',
    title: 'Partage',
    description: 'Partager les travaux avec les autres villes du programme.',
    weight: 25,
  },
];
