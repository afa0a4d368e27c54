import { Form, Link } from 'react-router';
import { facilitator as words } from '#shared/programme/facilitator/facilitator.fr.ts';
import {
  FACILITATOR_KINDS,
  type TypedFacilitator,
} from '#shared/programme/facilitator/territorial-facilitator.ts';
import { ErrorSummary, faultsOf } from '../../ui/error-summary.tsx';
import { SelectField, TextAreaField, TextField } from '../../ui/field.tsx';

interface FacilitatorFormProps {
  readonly typed: Partial<TypedFacilitator>;
  readonly errors: Readonly<Partial<Record<string, string>>>;
  readonly answer: unknown;
  readonly cancel: string;
}

/** What is said of a structure, new or known. */
export function FacilitatorForm({ typed, errors, answer, cancel }: FacilitatorFormProps) {
  const field = (name: keyof TypedFacilitator) => ({
    label: words.fields[name],
    name,
    error: errors[name],
    defaultValue: typed[name] ?? '',
  });
  return (
    <Form method="post" className="max-w-[40rem]" noValidate>
      <ErrorSummary title={words.refused} faults={faultsOf(errors, words.fields)} answer={answer} />
      <TextField {...field('name')} required maxLength={200} autoComplete="off" />
      <SelectField {...field('kind')} required>
        <option value="">{words.choose}</option>
        {FACILITATOR_KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {words.kinds[kind]}
          </option>
        ))}
      </SelectField>
      <TextAreaField {...field('areas')} hint={words.hints.areas} rows={4} />
      <TextAreaField {...field('offer')} rows={5} />
      <TextField {...field('address')} autoComplete="off" />
      <TextField {...field('site')} autoComplete="off" inputMode="url" />
      <TextField {...field('contactName')} hint={words.hints.contactName} autoComplete="off" />
      <TextField {...field('contactEmail')} type="email" autoComplete="off" />
      <TextField {...field('contactPhone')} type="tel" autoComplete="off" />
      <TextField {...field('source')} hint={words.hints.source} autoComplete="off" />
      <TextField {...field('certainty')} hint={words.hints.certainty} autoComplete="off" />
      <p className="row mt-6">
        <button className="btn primary" type="submit">
          {words.save}
        </button>
        <Link className="btn quiet" to={cancel}>
          {words.cancel}
        </Link>
      </p>
    </Form>
  );
}
