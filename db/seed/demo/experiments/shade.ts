import type { DemoExperiment } from '../demo-experiment.ts';

const none = { difficulties: '', help: '' };

export const shade: DemoExperiment = {
  key: 'arbres',
  theme: 'biodiversite',
  title: 'Arbres et ombrage',
  summary: 'Où planter pour gagner l’ombre qui manque, avec les données que deux villes possèdent déjà.',
  cities: ['valmont', 'saint-aubin'],
  team: [
    { person: 'nadia-ferrand', role: 'business' },
    { person: 'julien-morel', role: 'data' },
    { person: 'yann-le-goff', role: 'business' },
    { person: 'samira-benali', role: 'data' },
  ],
  firstMonth: -4,
  lastMonth: 3,
  states: [{ to: 'running', month: -4 }],
  reached: [1, 2],
  slip: {
    rank: 2,
    weeks: 3,
    month: -1,
    reason: 'la tempête a fermé les parcs douze jours et retardé les relevés',
  },
  log: [
    {
      month: -4,
      by: 'nadia-ferrand',
      mood: 'good',
      done: 'Convention signée par les deux villes. Le périmètre est arrêté : deux quartiers à Valmont, les berges à Saint-Aubin.',
      ...none,
      business: '2',
      data: '1,5',
    },
    {
      month: -3,
      by: 'samira-benali',
      mood: 'good',
      done: 'Gabarit d’inventaire commun adopté : quatorze champs, dont l’essence, le diamètre et l’état sanitaire.',
      ...none,
      business: '1',
      data: '3',
    },
    {
      month: -2,
      by: 'nadia-ferrand',
      mood: 'poor',
      done: 'Relevés commencés dans le quartier de la gare, 214 arbres décrits.',
      difficulties:
        'Tempête : parcs fermés douze jours. Le plan des réseaux enterrés est refusé pour raison de sécurité.',
      help: 'Un modèle de convention pour consulter le plan des réseaux sur place.',
      business: '1',
      data: '2',
    },
    {
      month: -1,
      by: 'yann-le-goff',
      mood: 'fair',
      done: 'Relevés repris le 20. Le mètre laser circule entre les deux villes, une semaine chacune.',
      difficulties: 'Deux agents formés seulement, dont un absent.',
      help: '',
      business: '2',
      data: '1',
    },
  ],
  difficulties: [
    {
      kind: 'legal',
      description: 'Le gestionnaire des réseaux enterrés ne communique pas son plan.',
      lever: 'Consultation sur place, avec une convention type de l’agence technique.',
      month: -2,
      isResolved: false,
    },
    {
      kind: 'data',
      description: 'Les deux villes ne nommaient pas les essences de la même façon.',
      lever: 'Une liste commune de noms latins, reprise d’un schéma national.',
      month: -4,
      isResolved: true,
    },
  ],
  indicators: [
    {
      name: 'Arbres décrits selon le gabarit commun',
      unit: 'arbres',
      target: '1200',
      values: [
        [-3, '60'],
        [-2, '274'],
        [-1, '610'],
      ],
    },
    {
      name: 'Rues où l’ombre d’été est calculée',
      unit: '%',
      target: '80',
      values: [
        [-2, '5'],
        [-1, '22'],
      ],
    },
  ],
  evaluation: {
    service_imagined:
      'Une carte qui dit, rue par rue, l’ombre d’un après-midi de juillet et ce qu’elle deviendrait avec une plantation.',
    service_users:
      'Les services des espaces verts au moment d’arrêter le plan de plantation, et les conseils de quartier.',
    objectives:
      'Choisir les lieux de plantation d’après l’ombre qui manque, et non d’après la place qui reste.',
    production:
      'L’inventaire se met à jour à chaque taille, avec la même tablette que les agents emploient déjà.',
    minimal_data:
      'La position et le diamètre de chaque arbre, la largeur des rues et le plan des réseaux enterrés.',
  },
  partners: [
    { name: 'Syndicat des réseaux du Val', part: 'Consultation sur place du plan des réseaux' },
    { name: 'Association Les Feuillus', part: 'Relevés du samedi avec des bénévoles' },
  ],
};
