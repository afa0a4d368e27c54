import type { OrganisationBadge } from '../../people/organisation/organisation.ts';
import type { ListedCity } from './city-list.ts';

/** A commune with a convention, and everything its page shows. */
export interface City extends ListedCity {
  readonly intermunicipalityPopulation: number | null;
  readonly postalCodes: readonly string[];
  /** The other communes that signed the same convention. */
  readonly twins: readonly { readonly code: string; readonly name: string }[];
  /** Where it went, when it was merged after it signed. */
  readonly replacedBy: { readonly code: string; readonly name: string } | null;
  /** Those of this commune that work here. */
  readonly organisations: readonly OrganisationBadge[];
}
