import { inFrench } from '../../kernel/text/order.ts';
import { type SizeClass, sizeClassOf } from '../sheet/use-case-sheet.ts';

/** A city as likeness is measured. */
export interface CityPlace {
  readonly population: number | null;
  readonly departmentCode: string | null;
  readonly regionCode: string | null;
}

/** A city that did it, with what makes it like one’s own. */
export interface SimilarCity {
  readonly name: string;
  /** It led the experiment that the sheet tells; others repeated it. */
  readonly isOfSheet: boolean;
  readonly size: SizeClass | null;
  readonly isSameSize: boolean;
}

/**
 * [RP9] Cities that did it, those of one’s own size first, then those of the same department, of the same region, the others; by
 * name where nothing else tells. `size` is what the sheet says of its cities where the register knows no inhabitants.
 */
export function rankCities<City extends CityPlace & { readonly name: string; readonly isOfSheet: boolean }>(
  own: CityPlace,
  cities: readonly City[],
  size: SizeClass | null,
): SimilarCity[] {
  const ownSize = sizeClassOf(own.population);
  const sizeOf = (city: City) => sizeClassOf(city.population) ?? (city.isOfSheet ? size : null);
  const isSameSize = (city: City) => ownSize !== null && sizeOf(city) === ownSize;
  const distance = (city: City) => {
    if (own.departmentCode !== null && city.departmentCode === own.departmentCode) return 0;
    return own.regionCode !== null && city.regionCode === own.regionCode ? 1 : 2;
  };
  return [...cities]
    .sort(
      (a, b) =>
        Number(isSameSize(b)) - Number(isSameSize(a)) ||
        distance(a) - distance(b) ||
        inFrench(a.name, b.name),
    )
    .map((city) => ({
      name: city.name,
      isOfSheet: city.isOfSheet,
      size: sizeOf(city),
      isSameSize: isSameSize(city),
    }));
}
