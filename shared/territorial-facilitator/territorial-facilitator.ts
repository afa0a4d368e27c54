/** What kind of structure helps local authorities with their data. */
const FACILITATOR_KINDS = [
  'region',
  'department',
  'intermunicipality',
  'gip',
  'syndicate',
  'agency',
  'association',
  'other',
] as const;
export type FacilitatorKind = (typeof FACILITATOR_KINDS)[number];

/** What a structure may cover, from the widest. */
const AREA_LEVELS = ['region', 'department', 'intermunicipality'] as const;
export type AreaLevel = (typeof AREA_LEVELS)[number];
