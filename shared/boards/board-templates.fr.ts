import type { BoardTemplate } from '#shared/boards/board-start.ts';

/** What a new board may open with, the usual one first. Titles and instructions are ready to be used as they are. */
export const boardTemplates = [
  {
    key: 'simple',
    name: 'Tableau simple',
    description: 'Quatre colonnes, de « À faire » à « Fait », sans carte.',
    columns: [{ name: 'À faire' }, { name: 'En cours' }, { name: 'Relecture' }, { name: 'Fait', done: true }],
    labels: [
      { name: 'Données', colour: 'blue' },
      { name: 'Terrain', colour: 'moss' },
      { name: 'Écriture', colour: 'plum' },
    ],
    cards: [],
  },
  {
    key: 'experiment',
    name: 'Expérimentation en 8 mois',
    description: 'Les étapes d’une expérimentation, du cadrage au partage, mois par mois.',
    columns: [
      { name: 'Cadrer (mois 1 et 2)', colour: 'neutral' },
      { name: 'Réunir les données (mois 2 à 4)', colour: 'blue' },
      { name: 'Essayer (mois 4 à 6)', colour: 'ochre' },
      { name: 'Évaluer et partager (mois 7 et 8)', colour: 'plum' },
      { name: 'Fait', colour: 'moss', done: true },
    ],
    labels: [
      { name: 'Pilotage', colour: 'neutral' },
      { name: 'Données', colour: 'blue' },
      { name: 'Terrain', colour: 'moss' },
      { name: 'Juridique', colour: 'ochre' },
      { name: 'Écriture', colour: 'plum' },
    ],
    cards: [
      {
        column: 0,
        title: 'Formuler la question à laquelle les données doivent répondre',
        description: 'Une seule phrase, avec la décision qu’elle éclaire et qui la prendra.',
        labels: ['Pilotage'],
        steps: [],
      },
      {
        column: 0,
        title: 'Constituer le binôme métier et données',
        description:
          'Dans chaque ville : une personne qui connaît le sujet, une qui connaît les données, et l’élu référent.',
        labels: ['Pilotage'],
        steps: ['Référent métier nommé', 'Correspondant données nommé', 'Élu référent informé'],
      },
      {
        column: 0,
        title: 'Recenser les partenaires et leur apport',
        description:
          'Intercommunalité, agence, délégataire, association : ce que chacun détient, et ce qu’il attend en retour.',
        labels: ['Pilotage'],
        steps: [],
      },
      {
        column: 1,
        title: 'Dresser la liste des besoins de données',
        description:
          'Pour chaque jeu : producteur, statut (ouvert, partagé, fermé, inexistant), mise à jour, indispensable ou non. Une donnée absente compte aussi.',
        labels: ['Données'],
        steps: [],
      },
      {
        column: 1,
        title: 'Demander les données aux producteurs',
        description:
          'Écrire à une personne plutôt qu’à un service ; noter la date de la demande et celle de la réponse.',
        labels: ['Données', 'Juridique'],
        steps: ['Demandes envoyées', 'Réponses reçues', 'Licence ou convention vérifiée'],
      },
      {
        column: 1,
        title: 'Vérifier les données personnelles avec le délégué à la protection des données',
        description: 'Avant toute collecte : quelles données, pourquoi, combien de temps, et qui y accède.',
        labels: ['Juridique'],
        steps: [],
      },
      {
        column: 2,
        title: 'Produire une première version de l’usage',
        description:
          'Une carte, un tableau, un relevé : assez pour être montré, trop peu pour être regretté.',
        labels: ['Données'],
        steps: [],
      },
      {
        column: 2,
        title: 'Essayer sur le terrain avec les agents concernés',
        description: 'Deux sorties au moins, dont une avec des personnes qui n’ont pas participé au projet.',
        labels: ['Terrain'],
        steps: ['Première sortie', 'Corrections apportées', 'Seconde sortie'],
      },
      {
        column: 3,
        title: 'Mesurer ce qui a changé',
        description: 'Les indicateurs d’avant et d’après, et le temps passé par les agents.',
        labels: ['Terrain', 'Pilotage'],
        steps: [],
      },
      {
        column: 3,
        title: 'Écrire la fiche cas d’usage',
        description: 'Assez précise pour qu’une autre ville la reprenne, freins compris.',
        labels: ['Écriture'],
        steps: ['Ébauche', 'Relecture par une autre ville', 'Visa de la ville', 'Visa de l’éditeur'],
      },
      {
        column: 3,
        title: 'Décider de la suite',
        description:
          'Arrêter, continuer ou étendre : qui porte l’usage après l’expérimentation, et avec quels moyens.',
        labels: ['Pilotage'],
        steps: [],
      },
    ],
  },
  {
    key: 'meeting-actions',
    name: 'Actions de réunion',
    description: 'Ce qui a été décidé en séance, qui le fait et pour quand.',
    columns: [
      { name: 'À décider', colour: 'ochre' },
      { name: 'À faire', colour: 'blue' },
      { name: 'En attente d’un partenaire', colour: 'neutral' },
      { name: 'Fait', colour: 'moss', done: true },
    ],
    labels: [
      { name: 'Décision', colour: 'ochre' },
      { name: 'Action', colour: 'blue' },
      { name: 'Information', colour: 'neutral' },
    ],
    cards: [
      {
        column: 0,
        title: 'Fixer la date et l’ordre du jour de la prochaine séance',
        description:
          'Une carte par point à décider : elle passe dans « À faire » dès que la décision est prise.',
        labels: ['Décision'],
        steps: [],
      },
      {
        column: 1,
        title: 'Envoyer le relevé de décisions',
        description: 'Dans les deux jours, aux présents et aux absents.',
        labels: ['Action'],
        steps: ['Relu par l’animation', 'Envoyé', 'Rangé dans les documents du groupe'],
      },
      {
        column: 1,
        title: 'Confier chaque action à une personne, avec une échéance',
        description:
          'Une action sans nom ni date ne se fait pas : donnez les deux avant la fin de la séance.',
        labels: ['Action'],
        steps: [],
      },
    ],
  },
  {
    key: 'use-case-chain',
    name: 'Chaîne d’une fiche cas d’usage',
    description: 'De l’idée à la publication, avec les relectures et les visas.',
    columns: [
      { name: 'Idée', colour: 'neutral' },
      { name: 'Ébauche', colour: 'blue', limit: 5 },
      { name: 'Relecture', colour: 'ochre', limit: 3 },
      { name: 'Visa de la ville', colour: 'plum' },
      { name: 'Visa de l’éditeur', colour: 'plum' },
      { name: 'Publiée', colour: 'moss', done: true },
      { name: 'À actualiser', colour: 'ochre' },
    ],
    labels: [
      { name: 'Transition environnementale', colour: 'ochre' },
      { name: 'Biodiversité', colour: 'moss' },
      { name: 'Risques naturels', colour: 'plum' },
    ],
    cards: [
      {
        column: 0,
        title: 'Fiche type, à dupliquer pour chaque cas d’usage',
        description:
          'Donnez à la copie le nom de l’usage et de la ville. Une modification après un visa annule ce visa ; une fiche publiée se relit au bout de douze mois.',
        labels: [],
        steps: [
          'Accroche de 200 caractères au plus',
          'Contexte, problème et objectifs',
          'Données mobilisées : producteur, statut, licence, indispensable ou non',
          'Résultats, effort, freins et leviers',
          'Ce qui se généralise, et à quelles conditions',
          'Accord de la personne nommée comme contact',
          'Relecture par une ville qui n’a pas participé',
          'Visa de la ville',
          'Visa de l’éditeur',
        ],
      },
    ],
  },
] as const satisfies readonly BoardTemplate[];
