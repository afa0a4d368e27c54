/** What the coordination of the demonstration tells the programme. Instants are of the story. */
export const demoBulletins = [
  {
    at: '2023-02-27T10:00:00+01:00',
    toldTo: 'public',
    title: 'Les premières fiches cas d’usage sont publiées',
    text: 'Exemple. Les villes de la première saison racontent ce qu’elles ont fait de leurs données, ce que cela a coûté et ce qui se reprend ailleurs.\n\nToutes les fiches sont sur le site public, sans compte. Si votre ville veut reproduire l’une d’elles, le bouton « Reproduire » vérifie avec vous les données nécessaires.',
  },
  {
    at: '2023-03-09T11:30:00+01:00',
    toldTo: 'programme',
    title: 'Synthèse de la saison : relisez les chapitres avant la fin du mois',
    text: 'Exemple. Les chapitres de la synthèse sont ouverts aux villes qui y sont nommées. Chaque ville relit ce qui parle d’elle et le dit dans le document.\n\nUne question ? L’équipe d’animation répond à animation@demo.example.',
  },
] as const;

/** Events of the demonstration: one that is past, two to come. Whoever registers does so at the moment of its announcement, in this order. */
export const demoEvents = [
  {
    at: '2023-02-06T09:00:00+01:00',
    toldTo: 'public',
    title: 'Webinaire : de l’idée à l’expérimentation',
    description:
      'Exemple. Trois villes racontent leurs six premiers mois : le sujet, les données trouvées, celles qui manquent, et ce qu’elles feraient autrement.',
    startsAt: '2023-03-02T14:00:00+01:00',
    endsAt: '2023-03-02T15:30:00+01:00',
    place: '',
    link: 'https://visio.exemple.fr/idee',
    capacity: null,
    registered: ['julien-morel', 'yann-le-goff', 'lea-pons'],
    after: {
      at: '2023-03-03T10:00:00+01:00',
      replay: 'https://video.exemple.fr/idee-a-experimentation',
      title: 'Les diapositives (exemple)',
      url: 'https://exemple.fr/diapositives.pdf',
    },
  },
  {
    at: '2023-03-06T09:30:00+01:00',
    toldTo: 'programme',
    title: 'Rencontre des villes : ouvrir ses données',
    description:
      'Exemple. Une journée d’ateliers entre villes, avec les animateurs territoriaux. Le matin, le socle commun ; l’après-midi, vos questions.',
    startsAt: '2023-03-30T09:30:00+02:00',
    endsAt: '2023-03-30T17:00:00+02:00',
    place: 'Hôtel de ville de Valmont',
    link: '',
    capacity: 3,
    registered: ['julien-morel', 'yann-le-goff', 'lea-pons', 'ines-bouaziz'],
    after: null,
  },
  {
    at: '2023-03-08T09:30:00+01:00',
    toldTo: 'public',
    title: 'Webinaire : reproduire un cas d’usage dans sa ville',
    description:
      'Exemple. Comment vérifier que l’on a les données, par où commencer, et à qui écrire. Ouvert à tout le monde.',
    startsAt: '2023-04-13T11:00:00+02:00',
    endsAt: '2023-04-13T12:00:00+02:00',
    place: '',
    link: 'https://visio.exemple.fr/reproduire',
    capacity: null,
    registered: ['julien-morel'],
    after: null,
  },
] as const;

/** The newsletter of the demonstration, which was sent before its story; days and instants are of the story. */
export const demoNewsletter = {
  at: '2023-03-01T10:00:00+01:00',
  toldTo: 'public',
  title: 'La lettre du programme, février',
  introduction:
    'Exemple. Bonjour à toutes et à tous,\n\nles premières fiches sont en ligne, et deux rendez-vous vous attendent ce printemps. Bonne lecture.',
  fromDay: '2023-02-01',
  toDay: '2023-02-28',
} as const;
