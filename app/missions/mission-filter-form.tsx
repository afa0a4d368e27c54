import { Search } from 'lucide-react';
import { Form, Link } from 'react-router';
import { mission as words } from '#shared/messages/fr/mission.ts';
import { MISSION_STATES } from '#shared/mission/mission.ts';
import type { MissionFilter } from '#shared/mission/mission-list.ts';
import { programmePaths } from '#shared/programme-paths.ts';
import { SelectField, TextField } from '../ui/field.tsx';

/** A plain GET form: the address carries the filter, so that it can be kept and sent. */
export function MissionFilterForm({
  filter,
  firms,
}: {
  filter: MissionFilter;
  firms: readonly { readonly id: string; readonly name: string }[];
}) {
  const { filter: said } = words;
  const isFiltered = Object.values(filter).some((value) => value !== '');
  return (
    <Form
      key={JSON.stringify(filter)}
      className="mb-6"
      role="search"
      aria-label={said.label}
      action={programmePaths.missions()}
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
        <div className="min-w-0 flex-[1_1_10rem]">
          <SelectField label={said.firm} name="cabinet" defaultValue={filter.firm}>
            <option value="">{said.all}</option>
            {firms.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </SelectField>
        </div>
        <div className="min-w-0 flex-[1_1_8rem]">
          <SelectField label={said.state} name="etat" defaultValue={filter.state}>
            <option value="">{said.all}</option>
            {MISSION_STATES.map((state) => (
              <option key={state} value={state}>
                {words.states[state]}
              </option>
            ))}
          </SelectField>
        </div>
        <div className="row">
          <button className="btn" type="submit">
            <Search className="icon" aria-hidden="true" />
            {said.submit}
          </button>
          {isFiltered && (
            <Link className="btn quiet" to={programmePaths.missions()}>
              {said.reset}
            </Link>
          )}
        </div>
      </div>
    </Form>
  );
}
