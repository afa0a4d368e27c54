import { slugOf } from '../../kernel/ids.ts';
import { inFrench } from '../../kernel/text/order.ts';
import type { Agreement } from './agreement.ts';

interface Place {
  readonly code: string;
  readonly name: string;
}

/** A commune with a convention, as lists show it. */
export interface ListedCity extends Place {
  readonly population: number | null;
  readonly department: Place;
  readonly region: Place;
  /** Name of its intermunicipality; null for the few islands without. */
  readonly intermunicipality: string | null;
  readonly agreement: Agreement;
}

export interface CityFilter {
  /** Part of a name of commune, département or intermunicipality. */
  readonly query: string;
  /** Code of a region; empty for all. */
  readonly region: string;
  /** Whether to show those that signed after the 2022 call. */
  readonly withLater: boolean;
}

export interface CitiesByRegion {
  readonly region: Place;
  readonly cities: readonly ListedCity[];
}

export interface CityListing {
  readonly groups: readonly CitiesByRegion[];
  readonly regions: readonly Place[];
  readonly shown: { readonly cities: number; readonly agreements: number };
  /** Communes of the list that are not of the 2022 call, whatever the filter. */
  readonly laterCities: number;
}

/** [T11] The programme's cities that the filter keeps, in French alphabetical order, by region. */
export function listingOf(cities: readonly ListedCity[], filter: CityFilter): CityListing {
  const byName = (a: Place, b: Place) => inFrench(a.name, b.name);
  const regions = new Map(cities.map(({ region }) => [region.code, region]));
  const words = slugOf(filter.query);
  const kept = cities.filter(
    (city) =>
      (filter.withLater || city.agreement.isInProgramme) &&
      (filter.region === '' || city.region.code === filter.region) &&
      [city.name, city.department.name, city.intermunicipality ?? ''].some((name) =>
        slugOf(name).includes(words),
      ),
  );
  const groups = [...regions.values()].toSorted(byName).flatMap((region) => {
    const within = kept.filter((city) => city.region.code === region.code).toSorted(byName);
    return within.length > 0 ? [{ region, cities: within }] : [];
  });
  return {
    groups,
    regions: [...regions.values()].toSorted(byName),
    shown: { cities: kept.length, agreements: new Set(kept.map(({ agreement }) => agreement.id)).size },
    laterCities: cities.filter(({ agreement }) => !agreement.isInProgramme).length,
  };
}
