import type { ThemeKey } from '#shared/people/group/theme.ts';
import type { DifficultyFields } from '#shared/programme/experiment/difficulty.ts';
import type { EvaluationAnswers } from '#shared/programme/experiment/evaluation.ts';
import type { ExperimentState, TeamRole } from '#shared/programme/experiment/experiment.ts';
import type { LogEntry } from '#shared/programme/experiment/log.ts';
import type { OrganisationKey } from './organisations.ts';
import type { PersonKey } from './people.ts';

/** An experiment of the demonstration. Months count back from the present one: -1 is the last one. Its cities are invented. */
export interface DemoExperiment {
  readonly key: string;
  readonly theme: ThemeKey;
  readonly title: string;
  readonly summary: string;
  /** The lead first. */
  readonly cities: readonly OrganisationKey[];
  readonly team: readonly { readonly person: PersonKey; readonly role: TeamRole }[];
  readonly firstMonth: number;
  readonly lastMonth: number;
  readonly states: readonly {
    readonly to: ExperimentState;
    readonly month: number;
    readonly reason?: string;
  }[];
  /** Ranks of the season’s milestones: how many weeks after its planned end each was reached. */
  readonly reached: readonly number[];
  readonly slip: {
    readonly rank: number;
    readonly weeks: number;
    readonly month: number;
    readonly reason: string;
  } | null;
  readonly log: readonly (LogEntry & {
    readonly month: number;
    readonly by: PersonKey;
    readonly business: string;
    readonly data: string;
  })[];
  readonly difficulties: readonly (Pick<DifficultyFields, 'kind' | 'description' | 'lever'> & {
    readonly month: number;
    readonly isResolved: boolean;
  })[];
  readonly indicators: readonly {
    readonly name: string;
    readonly unit: string;
    readonly target: string;
    readonly values: readonly (readonly [number, string])[];
  }[];
  readonly evaluation: EvaluationAnswers;
  readonly partners: readonly { readonly name: string; readonly part: string }[];
}

const none = { difficulties: '', help: '' };

export const demoExperiments: readonly DemoExperiment[] = [
  {
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
  },
  {
    key: 'crues',
    theme: 'risques',
    title: 'Prévenir avant la crue',
    summary: 'Prévenir les riverains des petits cours d’eau, que la vigilance nationale ne suit pas.',
    cities: ['hautelande', 'castelbrume'],
    team: [
      { person: 'mathilde-garnier', role: 'business' },
      { person: 'lea-pons', role: 'data' },
    ],
    firstMonth: -4,
    lastMonth: 3,
    states: [{ to: 'running', month: -4 }],
    reached: [0],
    slip: null,
    log: [
      {
        month: -4,
        by: 'mathilde-garnier',
        mood: 'good',
        done: 'Les deux ruisseaux à suivre sont choisis, avec les riverains et le syndicat de rivière.',
        ...none,
        business: '2',
        data: '1',
      },
      {
        month: -3,
        by: 'lea-pons',
        mood: 'fair',
        done: 'Trois échelles de crue repérées et photographiées. Deux sondes d’essai sont posées.',
        difficulties: 'Une sonde ne transmet pas sous le pont de la Halle.',
        help: 'L’expérience d’une ville qui mesure déjà un niveau d’eau.',
        business: '1,5',
        data: '3',
      },
    ],
    difficulties: [
      {
        kind: 'technical',
        description: 'La sonde du pont de la Halle ne transmet pas.',
        lever: 'Un relais sur le mât d’éclairage voisin.',
        month: -3,
        isResolved: false,
      },
    ],
    indicators: [
      {
        name: 'Délai entre la mesure et l’alerte',
        unit: 'min',
        target: '15',
        values: [
          [-3, '90'],
          [-2, '48'],
        ],
      },
    ],
    evaluation: {},
    partners: [
      { name: 'Syndicat de rivière de la Brume', part: 'Échelles de crue et connaissance des lieux' },
    ],
  },
  {
    key: 'sobriete',
    theme: 'transition',
    title: 'Éteindre sans inquiéter',
    summary: 'Décider des heures d’extinction de l’éclairage d’après les usages mesurés de chaque rue.',
    cities: ['clairvigne'],
    team: [{ person: 'thomas-ricard', role: 'business' }],
    firstMonth: -5,
    lastMonth: 1,
    states: [
      { to: 'running', month: -5 },
      {
        to: 'suspended',
        month: -2,
        reason: 'Le poste de correspondant données est vacant jusqu’au recrutement en cours.',
      },
    ],
    reached: [2],
    slip: null,
    log: [
      {
        month: -5,
        by: 'thomas-ricard',
        mood: 'good',
        done: 'Inventaire des armoires de commande terminé ; les plans de 1998 sont numérisés.',
        ...none,
        business: '3',
        data: '2',
      },
      {
        month: -4,
        by: 'thomas-ricard',
        mood: 'poor',
        done: 'Comptages de passage dans quatre rues.',
        difficulties: 'Le correspondant données quitte la ville.',
        help: 'Un appui ponctuel pour garder les données en ordre.',
        business: '1',
        data: '0,5',
      },
    ],
    difficulties: [],
    indicators: [],
    evaluation: {
      service_imagined: 'Un calendrier d’extinction par rue, relu par les habitants avant d’être appliqué.',
    },
    partners: [],
  },
];
