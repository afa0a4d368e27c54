/** A call of the demonstration. */
export interface DemoCall {
  readonly key: string;
  readonly title: string;
  readonly presentation: string;
  readonly createdAt: string;
  readonly opensAt: string;
  readonly closesAt: string;
  readonly toleranceMinutes: number;
  readonly extension?: { readonly at: string; readonly closesAt: string; readonly reason: string };
}

/** Written for the demonstration: the season’s call, closed long ago, and another one that is open while the story is told. */
export const demoCalls: readonly DemoCall[] = [
  {
    key: 'saison-2',
    title: 'Des données pour la ville qui change',
    presentation: [
      'La saison 2 accompagne des villes moyennes qui veulent expérimenter avec leurs données sur trois thèmes : la transition environnementale, la biodiversité, les risques naturels.',
      'Chaque ville retenue travaille de six à neuf mois avec un binôme (une personne du métier, une personne des données), participe à un groupe de travail et reçoit l’appui d’un cabinet financé à 100 %.',
      'Ce qui est demandé en retour : partager ses travaux, réussites et impasses, avec toutes les villes du programme.',
      'Appel écrit pour la démonstration.',
    ].join('\n\n'),
    createdAt: '2022-01-24T10:00:00+01:00',
    opensAt: '2022-02-14T09:00:00+01:00',
    closesAt: '2022-04-14T18:00:00+02:00',
    toleranceMinutes: 30,
    extension: {
      at: '2022-04-08T11:30:00+02:00',
      closesAt: '2022-04-30T18:00:00+02:00',
      reason: 'Plusieurs villes attendent la délibération de leur conseil municipal, prévue fin avril.',
    },
  },
  {
    key: 'complementaire',
    title: 'Îlots de fraîcheur : appel complémentaire',
    presentation: [
      'Trois places restent ouvertes pour des villes qui veulent repérer leurs îlots de chaleur et choisir où planter, en reprenant ce que les premières expérimentations ont appris.',
      'Les candidatures conjointes d’une ville et de son intercommunalité sont bienvenues.',
      'Appel écrit pour la démonstration.',
    ].join('\n\n'),
    createdAt: '2023-02-13T14:00:00+01:00',
    opensAt: '2023-02-27T09:00:00+01:00',
    closesAt: '2023-04-14T12:00:00+02:00',
    toleranceMinutes: 30,
  },
];
