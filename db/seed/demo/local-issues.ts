import type { OrganisationKey } from './organisations.ts';

/** Challenges of the demonstration, of invented cities, from invented people. Days and instants are of the story. */
export const demoIssues = [
  {
    key: 'cours-ecole',
    city: 'valmont',
    by: 'nadia-ferrand',
    at: '2023-01-30T10:20:00+01:00',
    theme: 'transition',
    title: 'Comment rafraîchir les cours d’école sans les fermer l’été ?',
    context:
      'Exemple. Trois écoles ont fermé leur cour plusieurs après-midi en juin. La ville ne sait pas encore lesquelles traiter d’abord.',
    sharedBy: ['yann-le-goff', 'lea-pons'],
    interview: {
      personName: 'Agnès Thibault',
      personFunction: 'Directrice',
      personOrganisation: 'École du Port',
      metOn: '2023-01-24',
      notes:
        'Exemple. Les enfants restent sous le préau dès onze heures. Elle voudrait savoir où planter avant l’été.',
      consent: 'Par courriel, le lendemain de l’entretien',
      quotation: 'Dès onze heures, plus personne ne tient dans la cour.',
    },
    note: null,
  },
  {
    key: 'essences',
    city: 'saint-aubin',
    by: 'yann-le-goff',
    at: '2023-02-10T15:00:00+01:00',
    theme: 'biodiversite',
    title: 'Comment choisir des essences qui tiendront trente ans ?',
    context:
      'Exemple. Les plantations récentes souffrent de la sécheresse. Le service cherche des données locales de reprise.',
    sharedBy: ['nadia-ferrand', 'ines-bouaziz'],
    interview: {
      personName: 'Rémi Castel',
      personFunction: 'Pépiniériste',
      personOrganisation: 'Pépinières du Marais',
      metOn: '2023-02-03',
      notes: 'Exemple. Il garde depuis dix ans les taux de reprise de ses arbres, par essence et par sol.',
      consent: null,
      quotation: 'Un arbre sur quatre ne passe pas le deuxième été.',
    },
    note: {
      title: 'Guide des essences face au climat (exemple)',
      url: 'https://exemple.example/guide-essences',
      says: 'Exemple. Compare la résistance de quarante essences à la chaleur et au manque d’eau.',
    },
  },
  {
    key: 'ruissellement',
    city: 'pont-ormeau',
    by: 'ines-bouaziz',
    at: '2023-02-20T09:40:00+01:00',
    theme: 'risques',
    title: 'Comment prévenir les riverains avant que la rue ne soit inondée ?',
    context:
      'Exemple. Les pluies courtes et fortes débordent les avaloirs. Les capteurs existent, mais leurs mesures ne sont pas réunies.',
    sharedBy: ['samira-benali'],
    interview: null,
    note: {
      title: 'Retour d’une agglomération sur l’alerte aux pluies (exemple)',
      url: 'https://exemple.example/alerte-pluies',
      says: 'Exemple. Décrit une alerte par rue, fondée sur douze pluviomètres.',
    },
  },
] as const;

/** A structure of the network, invented. */
export const demoFacilitator = {
  name: 'Agence du numérique des Hauts Coteaux',
  kind: 'agency',
  offer:
    'Exemple. Un atelier d’inventaire des données par trimestre, une aide à la publication, et un portail commun aux communes qui n’en ont pas.',
  address: '4, quai des Tanneurs, Hautelande',
  site: 'https://hauts-coteaux.example/',
  contactName: 'Étienne Vidal',
  contactEmail: 'atd@demo.example',
  contactPhone: '',
  source: 'Structure inventée pour la démonstration',
  certainty: 'exemple',
} as const;

/** The cities that the structure covers. */
export const demoTerritory: readonly OrganisationKey[] = [
  'clairvigne',
  'castelbrume',
  'pont-ormeau',
  'saint-aubin',
  'hautelande',
];
