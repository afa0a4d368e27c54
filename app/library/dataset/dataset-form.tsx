import { type ReactNode, useId } from 'react';
import { Form, Link } from 'react-router';
import { dataset as words } from '#shared/library/dataset/dataset.fr.ts';
import {
  ACCESS_REASONS,
  ACCESS_STATUSES,
  DATASET_VISIBILITIES,
  FREQUENCIES,
  LICENCES,
  PRODUCER_KINDS,
  type TypedDataset,
} from '#shared/library/dataset/dataset.ts';
import { ErrorSummary, faultsOf } from '../../ui/error-summary.tsx';
import { SelectField, TextAreaField, TextField } from '../../ui/field.tsx';

interface DatasetFormProps {
  readonly typed: Readonly<Partial<Record<string, string>>>;
  readonly errors: Readonly<Partial<Record<string, string>>>;
  readonly answer: unknown;
  readonly intent: string;
  readonly submit: string;
  readonly cancel: string;
  /** Fields before all others: of which group, for which organisation. */
  readonly children?: ReactNode;
}

/** What is said of a data set, for a new record and for one that is changed. */
export function DatasetForm({ typed, errors, answer, intent, submit, cancel, children }: DatasetFormProps) {
  const { fields, hints, sections } = words;
  const field = (name: keyof TypedDataset) => ({
    label: fields[name],
    name,
    hint: name in hints ? hints[name as keyof typeof hints] : undefined,
    error: errors[name],
    defaultValue: typed[name] ?? '',
  });
  return (
    <Form method="post" className="max-w-3xl" noValidate>
      <ErrorSummary title={words.refused} faults={faultsOf(errors, fields)} answer={answer} />
      <Section title={sections.what}>
        {children}
        <TextField {...field('title')} autoComplete="off" required />
        <TextAreaField {...field('description')} rows={4} />
        <TextField {...field('producerName')} autoComplete="organization" required />
        <Choice {...field('producerKind')} known={PRODUCER_KINDS} said={words.producerKinds} />
      </Section>
      <Section title={sections.access}>
        <Choice {...field('accessStatus')} known={ACCESS_STATUSES} said={words.accessStatuses} />
        <SelectField {...field('accessReason')}>
          <option value="">{words.noReason}</option>
          {(['closed_justified', 'other'] as const).map((status) => (
            <optgroup key={status} label={words.accessShort[status]}>
              {ACCESS_REASONS[status].map((reason) => (
                <option key={reason} value={reason}>
                  {words.accessReasons[reason]}
                </option>
              ))}
            </optgroup>
          ))}
        </SelectField>
        <TextAreaField {...field('accessNote')} rows={2} />
        <Choice {...field('licence')} known={LICENCES} said={words.licences} />
      </Section>
      <Section title={sections.form}>
        <Choice {...field('frequency')} known={FREQUENCIES} said={words.frequencies} />
        <TextField {...field('schemaName')} autoComplete="off" />
        <TextField {...field('schemaUrl')} type="url" inputMode="url" autoComplete="off" />
        <TextField {...field('schemaVersion')} autoComplete="off" />
      </Section>
      <Section title={sections.coverage}>
        <TextField {...field('territory')} autoComplete="off" />
        <div className="grid sm:grid-cols-2 gap-4 mt-4 [&>.field+.field]:mt-0">
          <TextField {...field('yearFrom')} inputMode="numeric" autoComplete="off" />
          <TextField {...field('yearTo')} inputMode="numeric" autoComplete="off" />
        </div>
      </Section>
      <Section title={sections.who}>
        <TextField {...field('contact')} autoComplete="off" />
        <Choice
          {...field('visibility')}
          defaultValue={typed.visibility || 'group'}
          known={DATASET_VISIBILITIES}
          said={words.visibilities}
        />
      </Section>
      <p className="row mt-6">
        <button className="btn primary" type="submit" name="intent" value={intent}>
          {submit}
        </button>
        <Link className="btn quiet" to={cancel}>
          {words.cancel}
        </Link>
      </p>
    </Form>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className="plate mb-8" aria-labelledby={id}>
      <h2 className="mb-4" id={id}>
        {title}
      </h2>
      {children}
    </section>
  );
}

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly name: string;
  readonly hint: string | undefined;
  readonly error: string | undefined;
  readonly defaultValue: string;
  readonly known: readonly T[];
  readonly said: Readonly<Record<T, string>>;
}

function Choice<T extends string>({ known, said, ...field }: ChoiceProps<T>) {
  return (
    <SelectField {...field} required>
      <option value="">{words.choose}</option>
      {known.map((value) => (
        <option key={value} value={value}>
          {said[value]}
        </option>
      ))}
    </SelectField>
  );
}
