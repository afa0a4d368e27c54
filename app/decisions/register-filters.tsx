import { Search } from 'lucide-react';
import { Form, Link } from 'react-router';
import { DECISION_STATES } from '#shared/decision/decision.ts';
import type { RegisterFilter } from '#shared/decision/register.ts';
import { decision } from '#shared/messages/fr/decision.ts';
import { SelectField, TextField } from '../ui/field.tsx';

const words = decision.filters;

/** A plain GET form: the address carries the filter, so that it can be kept and sent. */
export function RegisterFilters({
  filter,
  documents,
  register,
}: {
  filter: RegisterFilter;
  /** Those that have decisions. */
  documents: readonly { readonly id: string; readonly title: string }[];
  /** The register, unfiltered. */
  register: string;
}) {
  const isFiltered = filter.words !== '' || filter.state !== null || filter.documentId !== null;
  return (
    <Form
      key={JSON.stringify(filter)}
      className="mb-4"
      role="search"
      aria-label={words.label}
      action={register}
    >
      <div className="flex flex-wrap items-end gap-4">
        <div className="min-w-0 flex-[1_1_12rem]">
          <TextField
            label={words.words}
            name="mots"
            type="search"
            defaultValue={filter.words}
            maxLength={100}
          />
        </div>
        <div className="min-w-0 flex-[1_1_9rem]">
          <SelectField label={words.state} name="etat" defaultValue={filter.state ?? ''}>
            <option value="">{words.all}</option>
            {DECISION_STATES.map((state) => (
              <option key={state} value={state}>
                {decision.states[state]}
              </option>
            ))}
          </SelectField>
        </div>
        <div className="min-w-0 flex-[1_1_14rem]">
          <SelectField label={words.document} name="document" defaultValue={filter.documentId ?? ''}>
            <option value="">{words.all}</option>
            {documents.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
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
            <Link className="btn quiet" to={register}>
              {words.clear}
            </Link>
          )}
        </div>
      </div>
    </Form>
  );
}
