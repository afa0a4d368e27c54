import type { OrganisationKind } from '#shared/people/organisation/organisation.ts';

export type OrganisationKey =
  | 'valmont'
  | 'saint-aubin'
  | 'pont-ormeau'
  | 'clairvigne'
  | 'castelbrume'
  | 'hautelande'
  | 'opendatafrance'
  | 'banque-des-territoires'
  | 'cartes-et-milieux'
  | 'hauts-coteaux';

/** Where documents and boards of an organisation’s own stand. */
export type SpaceKey = `space ${OrganisationKey}`;

export interface DemoOrganisation {
  readonly key: OrganisationKey;
  readonly name: string;
  /** Two letters of the square avatar. */
  readonly shortName: string;
  readonly kind: OrganisationKind;
  /** 1 to 6, or 0 for partners. */
  readonly colour: number;
}

/** The ten organisations of the demonstration. Towns, agency and consultancy are invented; nothing here judges a real one. */
export const demoOrganisations: readonly DemoOrganisation[] = [
  { key: 'valmont', name: 'Valmont-sur-Loire', shortName: 'VA', kind: 'municipality', colour: 1 },
  { key: 'saint-aubin', name: 'Saint-Aubin-les-Marais', shortName: 'SA', kind: 'municipality', colour: 2 },
  { key: 'pont-ormeau', name: 'Pont-Ormeau', shortName: 'PO', kind: 'municipality', colour: 3 },
  { key: 'clairvigne', name: 'Clairvigne', shortName: 'CL', kind: 'municipality', colour: 4 },
  { key: 'castelbrume', name: 'Castelbrume', shortName: 'CA', kind: 'municipality', colour: 5 },
  {
    key: 'hautelande',
    name: 'Hautelande Agglomération',
    shortName: 'HA',
    kind: 'intermunicipality',
    colour: 6,
  },
  { key: 'opendatafrance', name: 'OpenDataFrance', shortName: 'OD', kind: 'coordinator', colour: 0 },
  {
    key: 'banque-des-territoires',
    name: 'Banque des Territoires',
    shortName: 'BT',
    kind: 'funder',
    colour: 0,
  },
  { key: 'cartes-et-milieux', name: 'Cartes et Milieux', shortName: 'CM', kind: 'consultancy', colour: 6 },
  {
    key: 'hauts-coteaux',
    name: 'Agence du numérique des Hauts Coteaux',
    shortName: 'AT',
    kind: 'territorialFacilitator',
    colour: 5,
  },
];
