import type { DemoExperiment } from '../demo-experiment.ts';

const none = { difficulties: '', help: '' };
const quiet = { reached: [], slip: null, difficulties: [], indicators: [], evaluation: {}, partners: [] };

/** The other experiments of the present season, at their different stages. */
export const seasonTwo: readonly DemoExperiment[] = [
  {
    ...quiet,
    key: 'haies',
    theme: 'biodiversite',
    title: 'Haies et mares d’un même pas',
    summary:
      'Relier les haies et les mares qui restent, et savoir où en planter pour que les animaux passent.',
    cities: ['pont-ormeau'],
    team: [
      { person: 'ines-bouaziz', role: 'business' },
      { person: 'hugo-lemaire', role: 'data' },
    ],
    firstMonth: -5,
    lastMonth: -1,
    states: [
      { to: 'running', month: -5 },
      { to: 'ended', month: -1, reason: 'Tout ce qui était prévu est fait.' },
    ],
    log: [
      {
        month: -4,
        by: 'ines-bouaziz',
        mood: 'good',
        done: 'Dix-huit kilomètres de haies relevés avec deux classes du collège.',
        ...none,
        business: '3',
        data: '2',
      },
      {
        month: -1,
        by: 'hugo-lemaire',
        mood: 'good',
        done: 'Trois passages manquants choisis avec les exploitants ; les plants sont commandés.',
        ...none,
        business: '1',
        data: '2',
      },
    ],
    indicators: [
      {
        name: 'Haies reliées entre elles',
        unit: '%',
        target: '70',
        values: [
          [-4, '44'],
          [-1, '68'],
        ],
      },
    ],
    evaluation: {
      service_imagined: 'Une carte des passages manquants, que les exploitants annotent.',
      minimal_data: 'Une photographie aérienne récente et les limites des parcelles.',
    },
    partners: [{ name: 'Collège des Ormes', part: 'Relevés avec deux classes' }],
  },
  {
    ...quiet,
    key: 'cours',
    theme: 'risques',
    title: 'Rendre la pluie au sol des écoles',
    summary: 'Mesurer ce que les cours renvoient à l’égout, et ouvrir le sol là où cela change le plus.',
    cities: ['hautelande'],
    team: [{ person: 'mathilde-garnier', role: 'business' }],
    firstMonth: -4,
    lastMonth: 3,
    states: [{ to: 'running', month: -4 }],
    log: ([-4, -3, -2, -1] as const).map((month, rank) => ({
      month,
      by: 'mathilde-garnier',
      mood: rank === 1 ? 'fair' : 'good',
      done: [
        'Les neuf cours sont mesurées : surface, pente, avaloirs.',
        'Deux pluviomètres posés ; le troisième attend un mât.',
        'Première pluie comparée : une cour rend 90 % de l’eau à l’égout.',
        'Trois cours choisies avec les directrices d’école.',
      ][rank] as string,
      ...none,
      business: '2',
      data: '1',
    })),
    indicators: [
      {
        name: 'Part de la pluie rendue à l’égout, école des Tilleuls',
        unit: '%',
        target: '40',
        values: [
          [-2, '90'],
          [-1, '72'],
        ],
      },
    ],
    partners: [{ name: 'Régie des eaux de Hautelande', part: 'Pluviomètres et relevés d’avaloirs' }],
  },
  {
    ...quiet,
    key: 'feux',
    theme: 'risques',
    title: 'Débroussailler où il faut',
    summary: 'Dire à chaque propriétaire de lisière ce qu’il doit débroussailler, carte à l’appui.',
    cities: ['pont-ormeau'],
    team: [
      { person: 'ines-bouaziz', role: 'business' },
      { person: 'hugo-lemaire', role: 'data' },
    ],
    firstMonth: -5,
    lastMonth: 2,
    states: [
      { to: 'running', month: -5 },
      {
        to: 'abandoned',
        month: -3,
        reason: 'Le département publie la même carte au printemps : la ville la reprendra telle quelle.',
      },
    ],
    log: [
      {
        month: -5,
        by: 'ines-bouaziz',
        mood: 'fair',
        done: 'Lisières relevées sur quatre kilomètres.',
        difficulties: 'Le cadastre des lisières compte mille deux cents propriétaires.',
        help: '',
        business: '2',
        data: '2',
      },
    ],
  },
  {
    ...quiet,
    key: 'ecoles',
    theme: 'transition',
    title: 'Des écoles où l’on respire en juin',
    summary:
      'Savoir quelles classes dépassent 28 °C, et régler stores, ventilation et horaires avant les travaux.',
    cities: ['castelbrume'],
    team: [{ person: 'lea-pons', role: 'business' }],
    firstMonth: -5,
    lastMonth: -1,
    states: [
      { to: 'running', month: -5 },
      { to: 'ended', month: -1, reason: 'Tout ce qui était prévu est fait.' },
    ],
    log: [
      {
        month: -5,
        by: 'lea-pons',
        mood: 'good',
        done: 'Trente capteurs posés dans cinq écoles, à hauteur d’enfant.',
        ...none,
        business: '2',
        data: '1',
      },
      {
        month: -2,
        by: 'lea-pons',
        mood: 'good',
        done: 'Ventilation de nuit essayée dans huit classes : deux degrés de moins à 14 h.',
        ...none,
        business: '1',
        data: '2',
      },
    ],
    indicators: [
      {
        name: 'Heures de classe au-dessus de 28 °C',
        unit: 'h par semaine',
        target: '4',
        values: [
          [-5, '11'],
          [-3, '7'],
          [-1, '3'],
        ],
      },
    ],
    evaluation: {
      service_imagined: 'Un tableau par école, lu chaque lundi par la direction et le gardien.',
      minimal_data: 'Une mesure par classe et par quart d’heure.',
    },
    partners: [{ name: 'Parents d’élèves de Castelbrume', part: 'Avis sur les horaires d’été' }],
  },
  {
    ...quiet,
    key: 'velos',
    theme: 'transition',
    title: 'Compter les vélos avant de tracer',
    summary: 'Choisir les pistes à tracer d’après les trajets qui se font déjà, et ceux que l’on évite.',
    cities: ['hautelande'],
    team: [{ person: 'mathilde-garnier', role: 'business' }],
    firstMonth: -3,
    lastMonth: 4,
    states: [{ to: 'running', month: -3 }],
    log: ([-3, -2, -1] as const).map((month, rank) => ({
      month,
      by: 'mathilde-garnier',
      mood: 'good',
      done: [
        'Six compteurs loués pour un an, posés aux ponts et aux gares.',
        'Premier mois de comptage publié, quart d’heure par quart d’heure.',
        'Trois cents habitants ont dessiné le trajet qu’ils évitent.',
      ][rank] as string,
      ...none,
      business: '1',
      data: '2',
    })),
    indicators: [
      {
        name: 'Passages de vélos par jour, pont Neuf',
        unit: 'passages',
        target: '900',
        values: [
          [-2, '610'],
          [-1, '684'],
        ],
      },
    ],
    partners: [{ name: 'Association Deux Roues de la Lande', part: 'Comptages du samedi' }],
  },
];
