/** The mission of the demonstration: an invented city, an invented consultancy. Days and instants are of the story. */
export const demoMission = {
  city: 'valmont',
  orderedAt: '2023-01-16T10:00:00+01:00',
  startsOn: '2023-01-23',
  endsOn: '2023-04-28',
  order: {
    title: 'Appui à l’inventaire des arbres et des îlots de fraîcheur',
    purpose:
      'Exemple. Recenser les données qui existent dans les services, choisir avec eux le modèle de l’inventaire et former deux personnes à sa mise à jour.',
    quarters: 40,
    dailyPriceCents: 85_000,
  },
  /** Opened for the mission when the demonstration has no experiment of this city yet. */
  experiment: {
    title: 'Choisir où planter, avec les données de la ville',
    summary:
      'Exemple. Croiser l’inventaire des arbres et les relevés de température pour décider des plantations.',
  },
  days: [
    {
      day: '2023-01-24',
      quarters: 4,
      work: 'Réunion de lancement avec les services, tour des données disponibles.',
      loggedAt: '2023-01-25T09:10:00+01:00',
    },
    {
      day: '2023-02-07',
      quarters: 4,
      work: 'Atelier sur le modèle de l’inventaire avec les espaces verts et la géomatique.',
      loggedAt: '2023-02-07T18:05:00+01:00',
    },
    {
      day: '2023-02-21',
      quarters: 2,
      work: 'Reprise du fichier des arbres : doublons, positions, essences.',
      loggedAt: '2023-02-21T17:40:00+01:00',
    },
    {
      day: '2023-03-07',
      quarters: 3,
      work: 'Rédaction de la note sur les données manquantes.',
      loggedAt: '2023-03-08T08:55:00+01:00',
    },
  ],
  deliverables: [
    {
      title: 'État des lieux des données',
      dueOn: '2023-02-28',
      handed: {
        at: '2023-02-22T16:00:00+01:00',
        note: 'Version relue avec le service des espaces verts.',
        text: 'Exemple. Douze jeux de données recensés, dont cinq à jour. L’inventaire des arbres couvre les deux tiers de la ville.',
        answer: {
          at: '2023-03-01T11:20:00+01:00',
          verdict: 'accepted',
          reason: 'Clair et complet, merci.',
        },
      },
    },
    { title: 'Note sur les données manquantes', dueOn: '2023-03-10', handed: null },
    { title: 'Compte rendu de l’atelier avec la voirie', dueOn: '2023-03-17', handed: null },
    { title: 'Modèle de l’inventaire et guide de mise à jour', dueOn: '2023-04-14', handed: null },
  ],
  extension: {
    at: '2023-03-10T14:30:00+01:00',
    quarters: 8,
    endsOn: '2023-05-26',
    reason: 'Deux jours de plus pour former le service de la voirie, qui rejoint l’inventaire.',
  },
} as const;
