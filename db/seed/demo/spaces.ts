import type { BlockNode } from '#db/seed/builders/prose.ts';
import { h2, p, tasks, ul } from '#db/seed/builders/prose.ts';
import type { DemoBoard } from './demo-board.ts';
import type { DemoDocument, DemoThread } from './demo-document.ts';
import type { OrganisationKey, SpaceKey } from './organisations.ts';
import type { PersonKey } from './people.ts';

/** What an organisation of the demonstration works on in its own space. */
interface DemoSpace {
  readonly organisation: OrganisationKey;
  readonly by: PersonKey;
  readonly document: { readonly title: string; readonly nodes: readonly BlockNode[] };
  readonly threads?: readonly DemoThread[];
  readonly board: string;
  /** In order: to do, under way, done. */
  readonly cards: readonly [toDo: string, underWay: string, done: string];
}

const spaces: readonly DemoSpace[] = [
  {
    organisation: 'valmont',
    by: 'julien-morel',
    document: {
      title: 'Mission données : ce que nous ouvrons ce trimestre',
      nodes: [
        p('Trois jeux de données d’ici juin, dans l’ordre où les services les demandent.'),
        ul(
          'Les arbres d’alignement, une fois les coordonnées reprises.',
          'Les points d’eau potable, avec leurs mois de fonctionnement.',
          'Les horaires des parcs, que le site de la ville lira.',
        ),
        h2('Ce qui nous manque'),
        p('Un accord du service juridique sur les adresses, et une demi-journée avec chaque service.'),
      ],
    },
    board: 'Mission données : le trimestre',
    cards: [
      'Faire relire la convention par le service juridique',
      'Reprendre les coordonnées des arbres',
      'Lister les demandes des services',
    ],
  },
  {
    organisation: 'saint-aubin',
    by: 'samira-benali',
    document: {
      title: 'Note pour l’élue : douze capteurs, un été',
      nodes: [
        p(
          'Une page pour la réunion du 28 mars : ce que nous mesurons, ce que cela coûte, ce que la ville y gagne.',
        ),
        h2('Ce que nous demandons'),
        ul(
          'La pose de douze capteurs avant le 15 mai.',
          'Un agent une demi-journée par semaine, de juin à septembre.',
        ),
      ],
    },
    board: 'Pose des capteurs',
    cards: [
      'Prévenir les riverains des douze rues',
      'Choisir les mâts avec le service de l’éclairage',
      'Recevoir les capteurs',
    ],
  },
  {
    organisation: 'clairvigne',
    by: 'aurelie-vasseur',
    document: {
      title: 'La cour de l’école Pergaud : ce que nous avons, ce qui manque',
      nodes: [
        p(
          'La cour est orientée au sud et n’a que deux arbres. L’école demande de l’ombre avant l’été prochain.',
        ),
        h2('Ce que nous avons'),
        ul(
          'Le plan de la cour, au format du bureau d’études.',
          'Les températures relevées par les enseignants en juin.',
        ),
        h2('Ce qui manque'),
        tasks([
          { done: false, text: 'Le plan des réseaux sous la cour' },
          { done: false, text: 'Un avis sur les essences, à demander à une ville qui l’a fait' },
        ]),
      ],
    },
    threads: [
      {
        by: 'thomas-ricard',
        quote: 'Le plan des réseaux sous la cour',
        createdAt: '2023-03-13T11:20:00+01:00',
        said: [
          {
            by: 'thomas-ricard',
            at: '2023-03-13T11:20:00+01:00',
            text: 'Le service de l’eau l’a ; je le demande cette semaine.',
          },
        ],
      },
    ],
    board: 'Rafraîchir la cour de l’école Pergaud',
    cards: [
      'Choisir un cas d’usage à reproduire',
      'Demander le plan des réseaux',
      'Rencontrer la directrice de l’école',
    ],
  },
  {
    organisation: 'opendatafrance',
    by: 'claire-oudin',
    document: {
      title: 'Villes sans nouvelles : la trame de nos appels',
      nodes: [
        p('Vingt minutes, jamais un rappel à l’ordre : on demande ce qui bloque et ce que l’on peut faire.'),
        ul(
          'Qui a changé dans le binôme ?',
          'Quelle donnée attendez-vous, et de qui ?',
          'De quoi avez-vous besoin ce mois-ci ?',
        ),
      ],
    },
    board: 'Coordination : le mois',
    cards: [
      'Appeler les villes sans nouvelles',
      'Préparer la synthèse avec la Banque',
      'Envoyer la lettre de mars',
    ],
  },
  {
    organisation: 'banque-des-territoires',
    by: 'marc-delattre',
    document: {
      title: 'Grille de lecture des bilans',
      nodes: [
        p('Les mêmes quatre questions pour chaque expérimentation, avant de signer.'),
        ul(
          'La ville sait-elle dire ce qui a changé, avec un chiffre et sa source ?',
          'Une autre ville peut-elle le refaire avec ce qui est écrit ?',
          'Les données sont-elles ouvertes, ou dit-on pourquoi elles ne le sont pas ?',
          'Qui s’en occupe après la saison ?',
        ),
      ],
    },
    board: 'Bilans à lire',
    cards: [
      'Lire le bilan de Pont-Ormeau',
      'Relire les chapitres de la synthèse',
      'Valider le calendrier des visas',
    ],
  },
  {
    organisation: 'cartes-et-milieux',
    by: 'camille-roche',
    document: {
      title: 'Relever l’ombre sans GPS : notre méthode de terrain',
      nodes: [
        p(
          'Un mètre, une boussole, une feuille par rue. Deux personnes relèvent quarante arbres en une matinée.',
        ),
        ul(
          'Relever à 14 h, heure d’été.',
          'Mesurer l’ombre portée, non la couronne.',
          'Noter ce qui empêche de mesurer.',
        ),
      ],
    },
    board: 'Missions en cours',
    cards: [
      'Rédiger la note sur les données manquantes',
      'Préparer l’atelier avec la voirie',
      'Signer la lettre de mission',
    ],
  },
  {
    organisation: 'hauts-coteaux',
    by: 'etienne-vidal',
    document: {
      title: 'Tournée de printemps : les villes à rencontrer',
      nodes: [
        p(
          'Une demi-journée par ville, avec le binôme quand il y en a un, avec la direction des services sinon.',
        ),
        h2('Ce que nous apportons'),
        ul(
          'Une liste de cas d’usage pour une ville de cette taille.',
          'Une première vérification de leurs données.',
        ),
      ],
    },
    board: 'Villes à rencontrer',
    cards: [
      'Fixer une date avec Clairvigne',
      'Préparer les cas d’usage à montrer',
      'Écrire aux directions des services',
    ],
  },
];

const spaceKey = (organisation: OrganisationKey): SpaceKey => `space ${organisation}`;

/** A document of each space, which its organisation alone reads. */
export const spaceDocuments: readonly DemoDocument[] = spaces.map(
  ({ organisation, by, document, threads = [] }) => ({
    key: `de ${organisation}`,
    group: spaceKey(organisation),
    title: document.title,
    authors: [by],
    createdAt: '2023-03-07T09:40:00+01:00',
    updatedAt: '2023-03-13T10:15:00+01:00',
    sections: [{ by, nodes: document.nodes }],
    threads,
  }),
);

/** A board of each space. */
export const spaceBoards: readonly DemoBoard[] = spaces.map(({ organisation, by, board, cards }) => ({
  key: `de ${organisation}`,
  group: spaceKey(organisation),
  title: board,
  createdBy: by,
  createdAt: '2023-03-07T10:05:00+01:00',
  labels: [],
  columns: ['À faire', 'En cours', 'Fait'].map((name) => ({ key: name, name })),
  cards: cards.map((title, at) => ({
    title,
    description: '',
    column: ['À faire', 'En cours', 'Fait'][at] ?? '',
    labels: [],
    people: [],
    checklist: [],
  })),
}));

/** The spaces that are filled. */
export const filledSpaces = spaces.map(({ organisation }) => ({ organisation, key: spaceKey(organisation) }));
