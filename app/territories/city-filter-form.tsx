import { Search } from 'lucide-react';
import { Form, Link } from 'react-router';
import { territory } from '#shared/messages/fr/territory.ts';
import { paths } from '#shared/paths.ts';
import type { CityFilter, CityListing } from '#shared/territory/city-list.ts';
import { SelectField, TextField } from '../ui/field.tsx';

const words = territory.filter;

/** A plain GET form: the address carries the filter, so that it can be kept and sent. */
export function CityFilterForm({
  filter,
  regions,
  laterCities,
}: { filter: CityFilter } & Pick<CityListing, 'regions' | 'laterCities'>) {
  const isFiltered = filter.query !== '' || filter.region !== '' || filter.withLater;
  return (
    // Keyed by the filter: a link back to the whole list must empty the fields too.
    <Form
      key={JSON.stringify(filter)}
      className="mb-8"
      role="search"
      aria-label={words.label}
      action={paths.cities()}
    >
      <div className="flex flex-wrap items-end gap-4">
        <div className="min-w-0 flex-[1_1_16rem]">
          <TextField
            label={words.query}
            name="nom"
            hint={words.queryHint}
            type="search"
            defaultValue={filter.query}
            maxLength={100}
          />
        </div>
        <div className="min-w-0 flex-[1_1_14rem]">
          <SelectField label={words.region} name="region" defaultValue={filter.region}>
            <option value="">{words.allRegions}</option>
            {regions.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </SelectField>
        </div>
        <div className="row">
          <button className="btn" type="submit">
            <Search className="icon" aria-hidden="true" />
            {words.submit}
          </button>
          {isFiltered && (
            <Link className="btn quiet" to={paths.cities()}>
              {words.reset}
            </Link>
          )}
        </div>
      </div>
      {laterCities > 0 && (
        <label className="check mt-2">
          <input type="checkbox" name="hors-222" value="oui" defaultChecked={filter.withLater} />
          {words.later(laterCities)}
        </label>
      )}
    </Form>
  );
}
