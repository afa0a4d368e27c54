import type { DemoExperiment } from '../demo-experiment.ts';

const none = { difficulties: '', help: '' };

/** Three experiments of the season before, ended: what the present ones begin from. */
export const seasonOne: readonly DemoExperiment[] = [
  {
    key: 'nuit',
    season: 1,
    theme: 'biodiversite',
    title: 'Une rue sur trois dans le noir',
    summary:
      'Choisir les lampadaires à éteindre d’après le passage des chauves-souris et celui des habitants.',
    cities: ['castelbrume', 'pont-ormeau'],
    team: [
      { person: 'lea-pons', role: 'business' },
      { person: 'hugo-lemaire', role: 'data' },
    ],
    firstMonth: -16,
    lastMonth: -9,
    states: [
      { to: 'running', month: -16 },
      { to: 'ended', month: -9, reason: 'Tout ce qui était prévu est fait.' },
    ],
    reached: [],
    slip: null,
    log: [
      {
        month: -15,
        by: 'lea-pons',
        mood: 'good',
        done: 'Douze enregistreurs d’ultrasons posés le long de la rivière, à hauteur de lampadaire.',
        ...none,
        business: '2',
        data: '2',
      },
      {
        month: -12,
        by: 'hugo-lemaire',
        mood: 'fair',
        done: 'Carte des points lumineux complétée armoire par armoire.',
        difficulties: 'Le plan de l’exploitant ne donne pas la puissance des lampes.',
        help: '',
        business: '0,5',
        data: '4',
      },
      {
        month: -9,
        by: 'lea-pons',
        mood: 'good',
        done: 'Deux conseils municipaux ont voté l’extinction de quarante et une rues après minuit.',
        ...none,
        business: '3',
        data: '1',
      },
    ],
    difficulties: [
      {
        kind: 'partners',
        description: 'Le plan de l’exploitant ne donne pas la puissance des lampes.',
        lever: 'Un relevé de nuit, rue par rue, avec deux agents.',
        month: -12,
        isResolved: true,
      },
    ],
    indicators: [
      {
        name: 'Passages de chauves-souris par nuit',
        unit: 'passages',
        target: '60',
        values: [
          [-15, '22'],
          [-12, '31'],
          [-9, '74'],
        ],
      },
    ],
    evaluation: {
      service_imagined: 'Une carte des lampadaires à éteindre, discutée en réunion publique.',
      service_users: 'Les services de l’éclairage et les habitants des rues concernées.',
      minimal_data: 'La position des lampadaires et trois nuits d’écoute.',
    },
    partners: [{ name: 'Groupe naturaliste de la Brume', part: 'Écoute et identification des espèces' }],
  },
  {
    key: 'argiles',
    season: 1,
    theme: 'risques',
    title: 'Prévenir les fissures des maisons',
    summary: 'Repérer les rues où l’argile et la sécheresse menacent le bâti, avant que les murs ne bougent.',
    cities: ['hautelande', 'castelbrume'],
    team: [
      { person: 'mathilde-garnier', role: 'business' },
      { person: 'lea-pons', role: 'data' },
    ],
    firstMonth: -16,
    lastMonth: -10,
    states: [
      { to: 'running', month: -16 },
      { to: 'ended', month: -10, reason: 'Tout ce qui était prévu est fait.' },
    ],
    reached: [],
    slip: null,
    log: [
      {
        month: -14,
        by: 'mathilde-garnier',
        mood: 'good',
        done: 'Carte de l’aléa croisée avec l’année de construction : 1 900 maisons à informer.',
        ...none,
        business: '2',
        data: '3',
      },
      {
        month: -10,
        by: 'mathilde-garnier',
        mood: 'good',
        done: 'Six permanences tenues en mairie, 214 familles reçues.',
        ...none,
        business: '4',
        data: '1',
      },
    ],
    difficulties: [],
    indicators: [
      {
        name: 'Familles informées',
        unit: 'familles',
        target: '400',
        values: [
          [-13, '38'],
          [-10, '431'],
        ],
      },
    ],
    evaluation: {
      service_imagined: 'Une lettre à chaque maison concernée, avec les gestes qui évitent la fissure.',
      minimal_data: 'La carte nationale de l’aléa et l’année de construction des maisons.',
    },
    partners: [{ name: 'Agence du logement des Landes hautes', part: 'Permanences et visites' }],
  },
  {
    key: 'chauffage',
    season: 1,
    theme: 'transition',
    title: 'Chauffer moins les salles vides',
    summary:
      'Régler le chauffage des gymnases et des salles d’après leurs réservations, et non d’après l’habitude.',
    cities: ['castelbrume', 'hautelande'],
    team: [
      { person: 'lea-pons', role: 'business' },
      { person: 'mathilde-garnier', role: 'data' },
    ],
    firstMonth: -15,
    lastMonth: -9,
    states: [
      { to: 'running', month: -15 },
      { to: 'ended', month: -9, reason: 'Tout ce qui était prévu est fait.' },
    ],
    reached: [],
    slip: null,
    log: [
      {
        month: -13,
        by: 'lea-pons',
        mood: 'poor',
        done: 'Réservations de onze salles rassemblées dans un même calendrier.',
        difficulties: 'Trois services tiennent chacun leur cahier.',
        help: 'Un modèle de calendrier commun.',
        business: '3',
        data: '1,5',
      },
      {
        month: -9,
        by: 'mathilde-garnier',
        mood: 'good',
        done: 'Chauffage réglé chaque dimanche d’après le calendrier de la semaine.',
        ...none,
        business: '1',
        data: '2',
      },
    ],
    difficulties: [],
    indicators: [
      {
        name: 'Gaz consommé par les onze salles',
        unit: 'MWh par mois',
        target: '150',
        values: [
          [-14, '212'],
          [-11, '181'],
          [-9, '146'],
        ],
      },
    ],
    evaluation: {
      service_imagined: 'Un réglage hebdomadaire que le gardien lit sur une page.',
      minimal_data: 'Les réservations et les relevés de gaz de chaque bâtiment.',
    },
    partners: [],
  },
];
