import { segment, type Titled } from '../../kernel/address-parts.ts';

/** Addresses of the desk of a territorial facilitator, and of the help that a city asks for: what leads there from any page. */
export const deskPaths = {
  territory: () => '/mon-territoire',
  territoryCity: (cityId: string) => `/mon-territoire/${cityId}`,
  /** What the structure of one’s city did for it, and where help is asked for. */
  help: () => '/ma-ville/aide',
  /** What a structure did, for the coordination. */
  supportsOf: (structure: Titled) => `/atd/${segment(structure)}/accompagnements`,
} as const;
