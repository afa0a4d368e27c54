import type { GroupKey } from './groups.ts';
import type { PersonKey } from './people.ts';

interface DemoItem {
  readonly title: string;
  readonly minutes: number;
  readonly owner: PersonKey | null;
  /** Only proposed, by this person. */
  readonly proposedBy?: PersonKey;
  /** Keys of documents of the group. */
  readonly documents?: readonly string[];
}

export interface DemoMeeting {
  readonly key: string;
  readonly group: GroupKey;
  readonly title: string;
  /** ISO date, and hours of Paris. */
  readonly day: string;
  readonly start: string;
  readonly end: string;
  readonly place: string;
  readonly link: string;
  readonly description: string;
  readonly isHeld: boolean;
  /** What is said the day before; absent when nobody is reminded. */
  readonly reminder?: string;
  readonly items: readonly DemoItem[];
  readonly answers: readonly {
    readonly person: PersonKey;
    readonly answer: 'yes' | 'maybe' | 'no';
    readonly note?: string;
  }[];
}

/** Of the first group: two meetings that took place, and the next one. */
export const demoMeetings: readonly DemoMeeting[] = [
  {
    key: 'chaleur-4',
    group: 'chaleur',
    title: 'Séance 4, choisir les rues à mesurer',
    day: '2023-01-24',
    start: '14:00',
    end: '16:00',
    place: 'Mairie de Valmont-sur-Loire, salle du conseil',
    link: '',
    description: '',
    isHeld: true,
    items: [
      { title: 'Nouvelles des villes', minutes: 20, owner: 'claire-oudin' },
      { title: 'Critères pour choisir une rue', minutes: 50, owner: 'nadia-ferrand' },
      { title: 'Capteurs fixes ou relevés à pied', minutes: 40, owner: 'yann-le-goff' },
    ],
    answers: [
      { person: 'nadia-ferrand', answer: 'yes' },
      { person: 'julien-morel', answer: 'yes' },
      { person: 'yann-le-goff', answer: 'yes' },
      { person: 'samira-benali', answer: 'no', note: 'Conseil municipal le même jour' },
      { person: 'marc-delattre', answer: 'yes', note: 'À distance' },
    ],
  },
  {
    key: 'chaleur-5',
    group: 'chaleur',
    title: 'Séance 5, premiers relevés',
    day: '2023-02-28',
    start: '14:00',
    end: '16:00',
    place: '',
    link: 'https://visio.example/chaleur',
    description: '',
    isHeld: true,
    items: [
      { title: 'Nouvelles des villes', minutes: 15, owner: 'claire-oudin' },
      { title: 'Ce que disent les relevés de février', minutes: 60, owner: 'julien-morel' },
      { title: 'Format commun des fichiers', minutes: 30, owner: 'samira-benali' },
    ],
    answers: [
      { person: 'nadia-ferrand', answer: 'yes' },
      { person: 'julien-morel', answer: 'yes' },
      { person: 'samira-benali', answer: 'yes' },
      { person: 'yann-le-goff', answer: 'maybe' },
      { person: 'etienne-vidal', answer: 'yes' },
    ],
  },
  {
    key: 'chaleur-6',
    group: 'chaleur',
    title: 'Séance 6, préparer l’été',
    day: '2023-03-21',
    start: '14:00',
    end: '15:30',
    place: 'Hôtel d’agglomération de Castelbrume, salle des Tilleuls',
    link: 'https://visio.example/chaleur',
    description:
      'On arrête la liste des rues à équiper avant juin. Merci de relire le guide avant de venir : les passages à discuter y sont commentés.',
    isHeld: false,
    reminder: 'Pensez à relire le guide, et à apporter le plan de vos rues.',
    items: [
      { title: 'Nouvelles des villes', minutes: 10, owner: 'claire-oudin' },
      {
        title: 'Le guide : ce qui manque avant la relecture',
        minutes: 30,
        owner: 'nadia-ferrand',
        documents: ['guide-ilots-de-chaleur'],
      },
      { title: 'Les rues à équiper avant juin', minutes: 30, owner: 'yann-le-goff' },
      {
        title: 'Entretiens avec les habitants',
        minutes: 15,
        owner: 'samira-benali',
        proposedBy: 'samira-benali',
        documents: ['trame-entretiens'],
      },
    ],
    answers: [
      { person: 'nadia-ferrand', answer: 'yes' },
      { person: 'julien-morel', answer: 'yes', note: 'À distance jusqu’à 15 h' },
      { person: 'yann-le-goff', answer: 'maybe', note: 'Chantier à confirmer' },
      { person: 'marc-delattre', answer: 'no', note: 'Je lirai le compte rendu' },
    ],
  },
];
