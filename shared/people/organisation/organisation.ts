/** What an organisation is in the programme. Territories write and experiment; the others help. */
export const ORGANISATION_KINDS = [
  'municipality',
  'intermunicipality',
  'department',
  'region',
  'stateService',
  'agency',
  'operator',
  'territorialFacilitator',
  'coordinator',
  'funder',
  'electedAssociation',
  'association',
  'thinkTank',
  'consultancy',
  'company',
] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];
/** [A13] Those that work for others: being of one makes nobody of the programme. */
export const MARKET_KINDS = ['consultancy', 'company'] as const satisfies readonly OrganisationKind[];
export const isOfMarket = (kind: OrganisationKind): boolean => MARKET_KINDS.some((other) => other === kind);
/** Cities and their groupings. */
export const TERRITORY_KINDS = [
  'municipality',
  'intermunicipality',
] as const satisfies readonly OrganisationKind[];
export const isTerritory = (kind: OrganisationKind): boolean =>
  TERRITORY_KINDS.some((territory) => territory === kind);

/** An organisation as screens show it: name, two letters, colour of its marks. */
export interface OrganisationBadge {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  /** 1 to 6, or 0 for partners. */
  readonly colour: number;
}

/** A person as screens show them. */
export interface PersonBadge {
  readonly id: string;
  readonly name: string;
  readonly organisation: OrganisationBadge | null;
}

/** Two letters of a person's name for a round avatar: `Nadia Ferrand` → `NF`. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const first = words[0]?.[0] ?? '?';
  const last = words.length > 1 ? (words.at(-1)?.[0] ?? '') : '';
  return (first + last).toUpperCase();
}
