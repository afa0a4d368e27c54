import { type ReactNode, useId, useRef } from 'react';
import { Form, Link } from 'react-router';
import { dataset } from '#shared/library/dataset/dataset.fr.ts';
import {
  ACCESS_REASONS,
  ACCESS_STATUSES,
  FREQUENCIES,
  LICENCES,
  PRODUCER_KINDS,
} from '#shared/library/dataset/dataset.ts';
import { dataNeed as words } from '#shared/library/need/data-need.fr.ts';
import { IMPORTANCES, type TypedDataNeed } from '#shared/library/need/data-need.ts';
import { wantedKey } from '#shared/library/need/wanted-name.ts';
import { ErrorSummary, faultsOf } from '../../ui/error-summary.tsx';
import { SelectField, TextAreaField, TextField } from '../../ui/field.tsx';

/** A name to propose, with what is usual for it. */
export type ProposedName = Pick<
  TypedDataNeed,
  'producerKind' | 'producerName' | 'schemaName' | 'frequency'
> & {
  readonly id: string;
  readonly name: string;
};
const USUAL = ['producerKind', 'producerName', 'schemaName', 'frequency'] as const;

interface NeedFormProps {
  readonly typed: Readonly<Partial<Record<string, string>>>;
  readonly errors: Readonly<Partial<Record<string, string>>>;
  readonly answer: unknown;
  readonly proposed: readonly ProposedName[];
  /** The same need is in the table already: it is added when they insist. */
  readonly isTwice: boolean;
  /** The last step that this form has seen; null for a new need. */
  readonly rank: number | null;
  readonly cancel: string;
}

/** What is said of a need, for a new one and for one that is changed. Known names fill in what is usual where nothing is said yet. */
export function NeedForm(props: NeedFormProps) {
  const { typed, errors, answer, proposed, isTwice, rank, cancel } = props;
  const form = useRef<HTMLFormElement>(null);
  const names = useId();
  const field = (name: keyof TypedDataNeed) => ({
    label: words.fields[name],
    name,
    hint: name in words.hints ? words.hints[name as keyof typeof words.hints] : undefined,
    error: errors[name],
    defaultValue: typed[name] ?? '',
  });
  function fillUsual(name: string): void {
    const known = proposed.find((one) => wantedKey(one.name) === wantedKey(name));
    if (!known || !form.current) return;
    for (const usual of USUAL) {
      const control = form.current.elements.namedItem(usual);
      const isField = control instanceof HTMLInputElement || control instanceof HTMLSelectElement;
      if (isField && control.value === '') control.value = known[usual];
    }
  }
  return (
    <Form method="post" className="max-w-3xl" noValidate ref={form}>
      <ErrorSummary title={words.refused} faults={faultsOf(errors, words.fields)} answer={answer} />
      {isTwice && (
        <p className="mb-4">
          <label className="check">
            <input type="checkbox" name="mayBeTwice" value="oui" /> {words.addAnyway}
          </label>
        </p>
      )}
      <Section title={words.sections.what}>
        <datalist id={names}>
          {proposed.map(({ id, name }) => (
            <option key={id} value={name} />
          ))}
        </datalist>
        <TextField
          {...field('wanted')}
          list={names}
          autoComplete="off"
          maxLength={200}
          required
          onChange={(event) => fillUsual(event.target.value)}
        />
        <Choice {...field('producerKind')} known={PRODUCER_KINDS} said={dataset.producerKinds} />
        <TextField {...field('producerName')} autoComplete="off" />
        <Choice {...field('importance')} known={IMPORTANCES} said={words.importances} />
      </Section>
      <Section title={words.sections.access}>
        <Choice {...field('accessStatus')} known={ACCESS_STATUSES} said={dataset.accessStatuses} />
        <TextField {...field('opensOn')} type="date" />
        <TextField {...field('inCharge')} autoComplete="off" />
        <SelectField {...field('accessReason')}>
          <option value="">{words.noReason}</option>
          {(['closed_justified', 'other'] as const).map((status) => (
            <optgroup key={status} label={dataset.accessShort[status]}>
              {ACCESS_REASONS[status].map((reason) => (
                <option key={reason} value={reason}>
                  {dataset.accessReasons[reason]}
                </option>
              ))}
            </optgroup>
          ))}
        </SelectField>
        <TextAreaField {...field('accessNote')} rows={2} />
        {rank !== null && (
          <TextField
            label={words.why}
            name="why"
            hint={words.hints.why}
            error={errors.why}
            defaultValue={typed.why ?? ''}
            maxLength={500}
          />
        )}
      </Section>
      <Section title={words.sections.form}>
        <TextField {...field('schemaName')} autoComplete="off" />
        <Choice {...field('frequency')} known={FREQUENCIES} said={dataset.frequencies} />
        <Choice {...field('licence')} known={LICENCES} said={dataset.licences} />
      </Section>
      <Section title={words.sections.who}>
        <TextField {...field('contact')} autoComplete="off" />
        <TextAreaField {...field('comment')} rows={3} />
      </Section>
      {rank !== null && <input type="hidden" name="rank" value={rank} />}
      <p className="row mt-6">
        <button className="btn primary" type="submit" name="intent" value="save">
          {rank === null ? words.create : words.save}
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
