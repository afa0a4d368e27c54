import { Form } from 'react-router';
import { localIssue as words } from '#shared/programme/local-issue/local-issue.fr.ts';
import type { TypedInterview, TypedNote } from '#shared/programme/local-issue/local-issue.ts';
import { namedOptions } from '../../ui/choices.tsx';
import { ErrorSummary, faultsOf } from '../../ui/error-summary.tsx';
import { SelectField, TextAreaField, TextField } from '../../ui/field.tsx';

interface HeardFormProps {
  readonly typed: Readonly<Partial<Record<string, string>>>;
  readonly errors: Readonly<Partial<Record<string, string>>>;
  readonly answer: unknown;
  readonly cities: readonly { readonly id: string; readonly name: string }[];
}

function CityField({ typed, errors, cities, id }: Omit<HeardFormProps, 'answer'> & { id: string }) {
  if (cities.length === 1) return <input type="hidden" name="city" value={cities[0]?.id} />;
  return (
    <SelectField
      label={words.heard.city}
      name="city"
      required
      id={id}
      error={errors.city}
      defaultValue={typed.city ?? ''}
    >
      <option value="">{words.choose}</option>
      {namedOptions(cities)}
    </SelectField>
  );
}

/** [LI2] [LI3] Who was met, what was said, and whether they may be quoted. */
export function InterviewForm({ typed, errors, answer, cities }: HeardFormProps) {
  const field = (name: Exclude<keyof TypedInterview, 'hasConsent'>) => ({
    label: words.interview[name],
    name,
    error: errors[name],
    defaultValue: typed[name] ?? '',
    autoComplete: 'off',
  });
  return (
    <Form method="post" className="card mt-3" noValidate>
      <ErrorSummary title={words.refused} faults={faultsOf(errors, words.interview)} answer={answer} />
      <input type="hidden" name="intent" value="interview" />
      <CityField typed={typed} errors={errors} cities={cities} id="city" />
      <TextField {...field('personName')} required maxLength={200} />
      <TextField {...field('personFunction')} maxLength={200} />
      <TextField {...field('personOrganisation')} maxLength={200} />
      <TextField {...field('metOn')} required type="date" />
      <TextAreaField {...field('notes')} required rows={6} />
      <label className="check mt-4">
        <input type="checkbox" name="hasConsent" value="oui" defaultChecked={typed.hasConsent === 'oui'} />
        <span>{words.interview.hasConsent}</span>
      </label>
      <TextField {...field('consentNote')} hint={words.consentHint} maxLength={200} />
      <button className="btn primary mt-4" type="submit">
        {words.heard.saveInterview}
      </button>
    </Form>
  );
}

/** [LI2] A source, and what it says. */
export function NoteForm({ typed, errors, answer, cities }: HeardFormProps) {
  const idOf = (name: string) => `note-${name}`;
  const field = (name: keyof TypedNote) => ({
    label: words.note[name],
    name,
    id: idOf(name),
    error: errors[name],
    defaultValue: typed[name] ?? '',
    autoComplete: 'off',
  });
  const faults = faultsOf(errors).map(({ field: name, message }) => ({
    ...(name && { field: idOf(name) }),
    message,
  }));
  return (
    <Form method="post" className="card mt-3" noValidate>
      <ErrorSummary title={words.refused} faults={faults} answer={answer} />
      <input type="hidden" name="intent" value="note" />
      <CityField typed={typed} errors={errors} cities={cities} id={idOf('city')} />
      <TextField {...field('title')} required maxLength={200} />
      <TextField {...field('url')} required inputMode="url" />
      <TextAreaField {...field('says')} required rows={4} />
      <button className="btn primary mt-4" type="submit">
        {words.heard.saveNote}
      </button>
    </Form>
  );
}
