import type { MilestoneStanding, TemplateStep } from '#shared/experiment/milestone.ts';

/** Words of the milestones of an experiment. */
export const experimentMilestone = {
  title: 'Jalons',
  steps: {
    framing: 'Cadrage et convention',
    inventory: 'Inventaire des données',
    collection: 'Collecte et traitement',
    service: 'Service à l’essai',
    lessons: 'Bilan et fiche cas d’usage',
  } satisfies Record<TemplateStep, string>,
  standings: {
    done: 'Atteint',
    late: 'En retard',
    running: 'En cours',
    toCome: 'À venir',
  } satisfies Record<MilestoneStanding, string>,
} as const;
