import { Search } from 'lucide-react';
import { Form, Link } from 'react-router';
import { paths, type SearchAddress } from '#shared/paths.ts';
import { search as words } from '#shared/search/search.fr.ts';
import { SelectField } from '../ui/field.tsx';

export interface SearchChoices {
  readonly groups: readonly { readonly id: string; readonly name: string }[];
  readonly organisations: readonly { readonly id: string; readonly name: string }[];
  readonly themes: readonly { readonly id: string; readonly name: string }[];
  /** Of the kind that is looked for; empty where it has none. */
  readonly states: readonly { readonly id: string; readonly name: string }[];
}

/** A plain GET form: the address carries the search, so that it can be kept and sent. */
export function SearchForm({
  asked,
  choices,
  error,
}: {
  asked: SearchAddress;
  choices: SearchChoices;
  error: string | null;
}) {
  const { text = '', kind, groupId, organisationId, theme, state, days } = asked;
  const isNarrowed = Boolean(groupId || organisationId || theme || state || days);
  return (
    <Form
      // Keyed by the search: a link back to the whole of it must empty the fields too.
      key={JSON.stringify(asked)}
      className="mb-6"
      role="search"
      aria-label={words.label}
      action={paths.search()}
    >
      <div className={error ? 'field invalid' : 'field'}>
        <label htmlFor="q">{words.field}</label>
        {error && (
          <p className="error" id="q-error" role="alert">
            {error}
          </p>
        )}
        <div className="search-line">
          <input
            className="input"
            id="q"
            name="q"
            type="search"
            enterKeyHint="search"
            defaultValue={text.slice(0, 1_000)}
            {...(error && { 'aria-invalid': true, 'aria-describedby': 'q-error' })}
          />
          <button className="btn primary" type="submit">
            <Search className="icon" aria-hidden="true" />
            {words.submit}
          </button>
        </div>
      </div>
      {kind && <input type="hidden" name="type" value={kind} />}
      <details className="mt-3" open={isNarrowed}>
        <summary>{words.narrow}</summary>
        <div className="flex flex-wrap items-end gap-4 mt-2">
          <Choice
            label={words.group}
            name="groupe"
            chosen={groupId}
            all={words.allGroups}
            of={choices.groups}
          />
          <Choice
            label={words.organisation}
            name="organisme"
            chosen={organisationId}
            all={words.allOrganisations}
            of={choices.organisations}
          />
          <Choice label={words.theme} name="theme" chosen={theme} all={words.allThemes} of={choices.themes} />
          {choices.states.length > 0 && (
            <Choice label={words.state} name="etat" chosen={state} all={words.anyState} of={choices.states} />
          )}
          <Choice
            label={words.since}
            name="depuis"
            chosen={days}
            all={words.anyTime}
            of={Object.entries(words.sinces).map(([id, name]) => ({ id, name }))}
          />
          {isNarrowed && (
            <Link className="btn quiet" to={paths.search({ text, kind: kind ?? null })}>
              {words.reset}
            </Link>
          )}
        </div>
      </details>
    </Form>
  );
}

function Choice({
  label,
  name,
  chosen,
  all,
  of,
}: {
  label: string;
  name: string;
  chosen: string | null | undefined;
  all: string;
  of: readonly { readonly id: string; readonly name: string }[];
}) {
  return (
    <div className="min-w-0 flex-[1_1_13rem]">
      <SelectField label={label} name={name} defaultValue={chosen ?? ''}>
        <option value="">{all}</option>
        {of.map(({ id, name: called }) => (
          <option key={id} value={id}>
            {called}
          </option>
        ))}
      </SelectField>
    </div>
  );
}
