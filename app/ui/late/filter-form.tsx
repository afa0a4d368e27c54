import { Search } from 'lucide-react';
import type { ReactNode } from 'react';
import { Form, Link } from 'react-router';
import { SelectField, TextField } from '../field.tsx';

interface Choice {
  readonly id: string;
  readonly name: string;
}

/** One thing to choose of several. */
export interface FilterSelect {
  readonly label: string;
  /** As it stands in the address. */
  readonly name: string;
  /** The id of the choice; empty for none. */
  readonly value: string;
  /** What « none » is called; null when one must be chosen. */
  readonly any: string | null;
  readonly choices: readonly Choice[];
}

interface FilterFormProps {
  /** Of the list, without any filter. */
  readonly address: string;
  readonly isFiltered: boolean;
  readonly words: { readonly label: string; readonly submit: string; readonly reset: string };
  /** Absent from a list that is not searched by words. */
  readonly search?: {
    readonly label: string;
    readonly name: string;
    readonly value: string;
    readonly hint?: string;
  };
  /** Those without a choice are left out. */
  readonly selects: readonly FilterSelect[];
  /** Of a list that may be seen as of a day. */
  readonly day?: ReactNode;
  /** Boxes to tick, under the fields. */
  readonly children?: ReactNode;
}

/** A plain GET form: the address carries the filter of a list, so that it can be kept and sent. */
export function FilterForm({ address, isFiltered, words, search, selects, day, children }: FilterFormProps) {
  return (
    <Form className="mb-6" role="search" aria-label={words.label} action={address}>
      {/* Keyed by what they hold: a link back to the whole list must empty the fields too. */}
      <div className="flex flex-wrap items-end gap-4">
        {search && (
          <div className="min-w-0 flex-[2_1_14rem]">
            <TextField
              key={search.value}
              label={search.label}
              name={search.name}
              hint={search.hint}
              type="search"
              defaultValue={search.value}
              maxLength={100}
            />
          </div>
        )}
        {selects
          .filter(({ choices }) => choices.length > 0)
          .map(({ label, name, value, any, choices }) => (
            <div className="min-w-0 flex-[1_1_9rem]" key={name}>
              <SelectField key={value} label={label} name={name} defaultValue={value}>
                {any !== null && <option value="">{any}</option>}
                {choices.map(({ id, name: text }) => (
                  <option key={id} value={id}>
                    {text}
                  </option>
                ))}
              </SelectField>
            </div>
          ))}
        {day && <div className="min-w-0 flex-[1_1_10rem]">{day}</div>}
        <div className="row">
          <button className="btn" type="submit">
            <Search className="icon" aria-hidden="true" />
            {words.submit}
          </button>
          {isFiltered && (
            <Link className="btn quiet" to={address}>
              {words.reset}
            </Link>
          )}
        </div>
      </div>
      {children}
    </Form>
  );
}
