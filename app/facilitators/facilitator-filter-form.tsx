import { Search } from 'lucide-react';
import { Form, Link } from 'react-router';
import { facilitator as words } from '#shared/messages/fr/facilitator.ts';
import { programmePaths } from '#shared/programme-paths.ts';
import { SelectField, TextField } from '../ui/field.tsx';

interface FilterFormProps {
  readonly filter: { readonly query: string; readonly region: string; readonly view: string };
  readonly regions: readonly { readonly code: string; readonly name: string }[];
}

/** A plain GET form: the address carries the filter. */
export function FacilitatorFilterForm({ filter, regions }: FilterFormProps) {
  const { filter: said } = words;
  const isFiltered = Object.values(filter).some((value) => value !== '');
  return (
    <Form
      key={JSON.stringify(filter)}
      className="mb-6"
      role="search"
      aria-label={said.label}
      action={programmePaths.facilitators()}
    >
      <div className="flex flex-wrap items-end gap-4 [&>.field+.field]:mt-0">
        <div className="min-w-0 flex-[2_1_14rem]">
          <TextField
            label={said.query}
            name="texte"
            type="search"
            defaultValue={filter.query}
            maxLength={100}
          />
        </div>
        <div className="min-w-0 flex-[1_1_12rem]">
          <SelectField label={said.region} name="region" defaultValue={filter.region}>
            <option value="">{said.all}</option>
            {regions.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </SelectField>
        </div>
        <div className="min-w-0 flex-[1_1_10rem]">
          <SelectField label={said.view} name="vue" defaultValue={filter.view}>
            <option value="">{said.list}</option>
            <option value="territoires">{said.byArea}</option>
          </SelectField>
        </div>
        <div className="row">
          <button className="btn" type="submit">
            <Search className="icon" aria-hidden="true" />
            {said.submit}
          </button>
          {isFiltered && (
            <Link className="btn quiet" to={programmePaths.facilitators()}>
              {said.reset}
            </Link>
          )}
        </div>
      </div>
    </Form>
  );
}
