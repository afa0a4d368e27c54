import { Search } from 'lucide-react';
import { Form, useSubmit } from 'react-router';
import { organising as words } from '#shared/documents/list/document-organising.fr.ts';

/** Finds titles in all folders, and orders the list. A form that asks the address: it works without script. */
export function LibraryFilter({
  address,
  here,
  query,
  sort,
}: {
  address: string;
  here: string | null;
  query: string;
  sort: string;
}) {
  const submit = useSubmit();
  return (
    <Form method="get" action={address} className="library-filter" role="search">
      {here && <input type="hidden" name="classeur" value={here} />}
      <span className="library-find">
        <input
          key={query}
          className="input"
          type="search"
          name="q"
          defaultValue={query}
          placeholder={words.filter}
          aria-label={words.filter}
          maxLength={200}
        />
        <button className="btn sm icon-only" type="submit" aria-label={words.filterSubmit}>
          <Search className="icon" aria-hidden="true" />
        </button>
      </span>
      <label className="row nowrap">
        <span className="small muted">{words.sort}</span>
        <select
          className="input"
          name="tri"
          value={sort}
          onChange={({ currentTarget }) => void submit(currentTarget.form, { replace: true })}
        >
          {Object.entries(words.sorts).map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </label>
    </Form>
  );
}
