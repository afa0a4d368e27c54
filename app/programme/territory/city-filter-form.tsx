import { paths } from '#shared/paths.ts';
import type { CityFilter, CityListing } from '#shared/programme/territory/city-list.ts';
import { territory } from '#shared/programme/territory/territory.fr.ts';
import { FilterForm } from '../../ui/late/filter-form.tsx';

const words = territory.filter;

/** [T11] Narrows the list of cities. */
export function CityFilterForm({
  filter: { query, region, withLater },
  regions,
  laterCities,
}: { filter: CityFilter } & Pick<CityListing, 'regions' | 'laterCities'>) {
  return (
    <FilterForm
      address={paths.cities()}
      isFiltered={query !== '' || region !== '' || withLater}
      words={words}
      search={{ label: words.query, name: 'nom', value: query, hint: words.queryHint }}
      selects={[
        {
          label: words.region,
          name: 'region',
          value: region,
          any: words.allRegions,
          choices: regions.map(({ code, name }) => ({ id: code, name })),
        },
      ]}
    >
      {laterCities > 0 && (
        <label className="check mt-2" key={String(withLater)}>
          <input type="checkbox" name="hors-222" value="oui" defaultChecked={withLater} />
          {words.later(laterCities)}
        </label>
      )}
    </FilterForm>
  );
}
