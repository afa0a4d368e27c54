import { query, segment, type Titled } from '../../kernel/address-parts.ts';

/** What a list of adoptions was asked. */
interface AdoptionListAddress {
  readonly query?: string | undefined;
  readonly state?: string | undefined;
  readonly page?: number | undefined;
}

const listQuery = ({ query: texte, state: etat, page }: AdoptionListAddress) =>
  query({ texte: texte || undefined, etat: etat || undefined, page: page && page > 1 ? page : undefined });

/** Addresses of what cities make of published sheets: `sheetPaths` has the public ones. */
export const adoptionPaths = {
  adoptions: (asked: AdoptionListAddress = {}) => `/reprises${listQuery(asked)}`,
  adoptionsExport: (asked: AdoptionListAddress = {}) => `/reprises.csv${listQuery(asked)}`,
  /** `said` is the query of a public page whose answers come along. */
  newAdoption: (sheetAddress: string, said: URLSearchParams = new URLSearchParams()) =>
    `/reprises/nouvelle?${new URLSearchParams({ ...Object.fromEntries(said), fiche: sheetAddress })}`,
  adoption: (adoption: Titled) => `/reprises/${segment(adoption)}`,
  /** Leads to the check whoever reads it, and to its line in the list whoever knows the interest only. */
  adoptionInterest: (adoption: Titled) => `/reprises/${segment(adoption)}/interet`,
} as const;
