import { query } from '../../kernel/address-parts.ts';
import { deskPaths } from '../../programme/facilitator/desk-paths.ts';
import type { TerritoryFilter } from './territory.ts';

const asked = ({ department, asking, page }: Partial<TerritoryFilter> & { page?: number }) =>
  query({
    departement: department || undefined,
    demande: asking ? 'oui' : undefined,
    page: page && page > 1 ? page : undefined,
  });

/** Addresses of the desk of a territorial facilitator, and of the help that a city asks for. */
export const supportPaths = {
  ...deskPaths,
  territory: (filter: Partial<TerritoryFilter> & { page?: number } = {}) =>
    `${deskPaths.territory()}${asked(filter)}`,
  territoryFile: (filter: Partial<TerritoryFilter> = {}) => `/mon-territoire.csv${asked(filter)}`,
} as const;
