import { query } from '../../kernel/address-parts.ts';

/** The address of the page of state. */
export const platformStatePaths = {
  page: (shown: { done?: string } = {}) => `/administration/etat${query({ fait: shown.done })}`,
};
