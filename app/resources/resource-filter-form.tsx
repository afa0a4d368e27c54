import { Search } from 'lucide-react';
import { Form, Link } from 'react-router';
import { resource } from '#shared/messages/fr/resource.ts';
import { LICENCES, RESOURCE_KINDS } from '#shared/resource/resource.ts';
import { isFiltering, type ResourceFilter } from '#shared/resource/resource-filter.ts';
import { SelectField, TextField } from '../ui/field.tsx';

const words = resource.filter;

interface Choice {
  readonly id: string;
  readonly name: string;
}

/** A plain GET form: the address carries the filter, so that it can be kept and sent. */
export function ResourceFilterForm({
  filter,
  themes,
  groups = [],
  address,
}: {
  filter: ResourceFilter;
  themes: readonly Choice[];
  groups?: readonly Choice[];
  address: string;
}) {
  const select = (label: string, name: string, value: string, any: string, choices: readonly Choice[]) => (
    <div className="min-w-0 flex-[1_1_9rem]">
      <SelectField label={label} name={name} defaultValue={value}>
        <option value="">{any}</option>
        {choices.map(({ id, name: text }) => (
          <option key={id} value={id}>
            {text}
          </option>
        ))}
      </SelectField>
    </div>
  );
  return (
    // Keyed by the filter: a link back to the whole list must empty the fields too.
    <Form
      key={JSON.stringify(filter)}
      className="mb-6"
      role="search"
      aria-label={words.label}
      action={address}
    >
      <div className="flex flex-wrap items-end gap-4">
        <div className="min-w-0 flex-[2_1_14rem]">
          <TextField
            label={words.query}
            name="q"
            hint={words.queryHint}
            type="search"
            defaultValue={filter.query}
            maxLength={100}
          />
        </div>
        {select(
          words.kind,
          'nature',
          filter.kind,
          words.any,
          RESOURCE_KINDS.map((id) => ({ id, name: resource.kinds[id] })),
        )}
        {select(words.theme, 'theme', filter.themeId, words.anyTheme, themes)}
        {select(
          words.licence,
          'licence',
          filter.licence,
          words.any,
          LICENCES.map((id) => ({ id, name: resource.licences[id] })),
        )}
        {groups.length > 0 && select(words.group, 'groupe', filter.groupId, words.anyTheme, groups)}
        <div className="row">
          <button className="btn" type="submit">
            <Search className="icon" aria-hidden="true" />
            {words.submit}
          </button>
          {isFiltering(filter) && (
            <Link className="btn quiet" to={address}>
              {words.reset}
            </Link>
          )}
        </div>
      </div>
    </Form>
  );
}
