import type { PlatformRole } from '#shared/kernel/access/access.ts';
import type { OrganisationKey } from './organisations.ts';

export type PersonKey =
  | 'helene-castaing'
  | 'claire-oudin'
  | 'marc-delattre'
  | 'nadia-ferrand'
  | 'julien-morel'
  | 'yann-le-goff'
  | 'samira-benali'
  | 'camille-roche'
  | 'etienne-vidal'
  | 'aurelie-vasseur'
  | 'ines-bouaziz'
  | 'hugo-lemaire'
  | 'thomas-ricard'
  | 'lea-pons'
  | 'mathilde-garnier';

export interface DemoPerson {
  readonly key: PersonKey;
  readonly email: string;
  readonly name: string;
  readonly jobTitle: string;
  readonly organisation: OrganisationKey;
  readonly platformRole: PlatformRole;
}

/** The one password of every account of the demonstration (docs: outside contract). */
export const demoPassword = 'demonstration-2023';

/** The ten accounts that the sign-in page of the demonstration offers, in its order (docs: outside contract). */
export const demoAccounts: readonly DemoPerson[] = [
  {
    key: 'nadia-ferrand',
    email: 'metier.a@demo.example',
    name: 'Nadia Ferrand',
    jobTitle: 'Responsable de la nature en ville, référente métier',
    organisation: 'valmont',
    platformRole: 'member',
  },
  {
    key: 'julien-morel',
    email: 'donnees.a@demo.example',
    name: 'Julien Morel',
    jobTitle: 'Géomaticien, correspondant données',
    organisation: 'valmont',
    platformRole: 'member',
  },
  {
    key: 'yann-le-goff',
    email: 'metier.b@demo.example',
    name: 'Yann Le Goff',
    jobTitle: 'Chef du service des espaces verts, référent métier',
    organisation: 'saint-aubin',
    platformRole: 'member',
  },
  {
    key: 'samira-benali',
    email: 'donnees.b@demo.example',
    name: 'Samira Benali',
    jobTitle: 'Cheffe de projet données, correspondante données',
    organisation: 'saint-aubin',
    platformRole: 'member',
  },
  {
    key: 'claire-oudin',
    email: 'animation@demo.example',
    name: 'Claire Oudin',
    jobTitle: 'Animatrice des groupes de travail',
    organisation: 'opendatafrance',
    platformRole: 'coordinator',
  },
  {
    key: 'marc-delattre',
    email: 'relecture@demo.example',
    name: 'Marc Delattre',
    jobTitle: 'Chargé de mission villes moyennes',
    organisation: 'banque-des-territoires',
    platformRole: 'reviewer',
  },
  {
    key: 'camille-roche',
    email: 'conseil@demo.example',
    name: 'Camille Roche',
    jobTitle: 'Consultante en données environnementales',
    organisation: 'cartes-et-milieux',
    platformRole: 'member',
  },
  {
    key: 'etienne-vidal',
    email: 'atd@demo.example',
    name: 'Étienne Vidal',
    jobTitle: 'Animateur territorial des données',
    organisation: 'hauts-coteaux',
    platformRole: 'member',
  },
  {
    key: 'aurelie-vasseur',
    email: 'ville@demo.example',
    name: 'Aurélie Vasseur',
    jobTitle: 'Directrice du projet Action Cœur de Ville',
    organisation: 'clairvigne',
    platformRole: 'member',
  },
  {
    key: 'helene-castaing',
    email: 'admin@demo.example',
    name: 'Hélène Castaing',
    jobTitle: 'Administratrice de l’espace de travail',
    organisation: 'opendatafrance',
    platformRole: 'admin',
  },
];

/** Colleagues who write and hold cards; the sign-in page does not offer them. */
const demoColleagues: readonly DemoPerson[] = [
  {
    key: 'ines-bouaziz',
    email: 'ines.bouaziz@pont-ormeau.example',
    name: 'Inès Bouaziz',
    jobTitle: 'Chargée de mission biodiversité',
    organisation: 'pont-ormeau',
    platformRole: 'member',
  },
  {
    key: 'hugo-lemaire',
    email: 'hugo.lemaire@pont-ormeau.example',
    name: 'Hugo Lemaire',
    jobTitle: 'Technicien système d’information géographique',
    organisation: 'pont-ormeau',
    platformRole: 'member',
  },
  {
    key: 'thomas-ricard',
    email: 'thomas.ricard@clairvigne.example',
    name: 'Thomas Ricard',
    jobTitle: 'Responsable des parcs et jardins',
    organisation: 'clairvigne',
    platformRole: 'member',
  },
  {
    key: 'lea-pons',
    email: 'lea.pons@castelbrume.example',
    name: 'Léa Pons',
    jobTitle: 'Chargée de la transition écologique',
    organisation: 'castelbrume',
    platformRole: 'member',
  },
  {
    key: 'mathilde-garnier',
    email: 'mathilde.garnier@hautelande.example',
    name: 'Mathilde Garnier',
    jobTitle: 'Ingénieure eaux pluviales et milieux aquatiques',
    organisation: 'hautelande',
    platformRole: 'member',
  },
];

/** Everybody, accounts first. */
export const demoPeople: readonly DemoPerson[] = [...demoAccounts, ...demoColleagues];
