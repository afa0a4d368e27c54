import { Form, Link } from 'react-router';
import { localIssue as words } from '#shared/programme/local-issue/local-issue.fr.ts';
import type { TypedIssue } from '#shared/programme/local-issue/local-issue.ts';
import { ErrorSummary, faultsOf } from '../../ui/error-summary.tsx';
import { SelectField, TextAreaField, TextField } from '../../ui/field.tsx';
import { SimilarIssues } from './similar-issues.tsx';

interface IssueFormProps {
  readonly typed: Partial<TypedIssue>;
  readonly errors: Readonly<Partial<Record<string, string>>>;
  readonly answer: unknown;
  readonly themes: readonly { readonly id: string; readonly name: string }[];
  /** For whom it may be written; null when that does not change. */
  readonly cities: readonly { readonly id: string; readonly name: string }[] | null;
  readonly isProgramme: boolean;
  /** Challenges that are near what was typed; null when nobody asked. */
  readonly similar: readonly { readonly id: string; readonly title: string }[] | null;
  readonly submit: string;
  readonly cancel: string;
}

/** What a challenge says. */
export function IssueForm({
  typed,
  errors,
  answer,
  themes,
  cities,
  isProgramme,
  similar,
  submit,
  cancel,
}: IssueFormProps) {
  const field = (name: keyof TypedIssue) => ({
    label: words.fields[name],
    name,
    error: errors[name],
    defaultValue: typed[name] ?? '',
  });
  return (
    <Form method="post" className="max-w-[44rem]" noValidate>
      <ErrorSummary title={words.refused} faults={faultsOf(errors, words.fields)} answer={answer} />
      <TextField {...field('title')} required hint={words.hints.title} maxLength={200} autoComplete="off" />
      {similar && <SimilarIssues similar={similar} />}
      <TextAreaField {...field('context')} hint={words.hints.context} rows={6} />
      <SelectField {...field('theme')} required>
        <option value="">{words.choose}</option>
        {themes.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      {cities && (
        <SelectField {...field('city')} defaultValue={typed.city ?? cities[0]?.id ?? ''}>
          {isProgramme && <option value="">{words.programme}</option>}
          {cities.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
      )}
      <p className="row mt-6">
        <button className="btn primary" type="submit">
          {submit}
        </button>
        <button className="btn" type="submit" name="look" value="1">
          {words.lookFirst}
        </button>
        <Link className="btn quiet" to={cancel}>
          {words.cancel}
        </Link>
      </p>
    </Form>
  );
}
