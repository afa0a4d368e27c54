import type { ExperimentState, TeamRole } from '#shared/experiment/experiment.ts';
import type { ExperimentError } from '#shared/experiment/experiment-errors.ts';

/** Words of experiments. */
export const experiment = {
  title: 'Expérimentations',
  tabs: 'L’expérimentation',
  overview: 'Vue d’ensemble',
  log: 'Journal',
  needs: 'Besoins de données',
  evaluation: 'Évaluation',
  mission: 'Mission de conseil',
  settings: 'Réglages',
  states: {
    preparing: 'En préparation',
    running: 'En cours',
    suspended: 'Suspendue',
    ended: 'Terminée',
    abandoned: 'Abandonnée',
  } satisfies Record<ExperimentState, string>,
  roles: {
    business: 'Référent métier',
    data: 'Correspondant données',
    sponsor: 'Élu référent',
    other: 'Autre participant',
  } satisfies Record<TeamRole, string>,
  errors: {
    'experiment.themeNotFound': 'Choisissez un thème de la saison.',
    'experiment.citiesMissing': 'Choisissez au moins une collectivité.',
    'experiment.leadNotOne': 'Une seule collectivité, parmi celles de l’expérimentation, en est la porteuse.',
    'experiment.applicationTaken': 'Cette candidature a déjà donné une expérimentation.',
    'experiment.dayInvalid': 'Donnez un jour du calendrier, entre 2015 et 2099.',
    'experiment.periodReversed': 'La fin vient avant le début : échangez ou corrigez les deux jours.',
    'experiment.stateUnreachable':
      'L’état a changé entre-temps : rechargez la page pour voir ce qui est possible.',
    'experiment.stateOthers': 'Ce changement d’état revient à l’animation du programme.',
    'experiment.reasonMissing': 'Dites pourquoi en une phrase : ce motif reste au dossier.',
    'experiment.textTooLong': 'Ce texte est trop long : raccourcissez-le.',
    'experiment.changedMeanwhile':
      'Quelqu’un a changé cette page entre-temps. Votre saisie est gardée ci-dessous.',
  } satisfies Record<ExperimentError, string>,
} as const;
