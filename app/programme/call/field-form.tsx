import { Form, Link } from 'react-router';
import { settingsOf, type TypedField } from '#shared/programme/application/field-form.ts';
import type { FieldPurpose, FormField } from '#shared/programme/application/form.ts';
import { kindsLike } from '#shared/programme/application/form-edits.ts';
import { callForm as words } from '#shared/programme/call/call-form.fr.ts';
import { optionsOf } from '../../ui/choices.tsx';
import { ErrorSummary, faultsOf } from '../../ui/error-summary.tsx';
import { SelectField, TextAreaField, TextField } from '../../ui/field.tsx';
import { KindOptions } from './kind-options.tsx';

interface FieldFormProps {
  readonly field: FormField;
  readonly typed: Readonly<Partial<Record<string, string>>>;
  /** Questions that this one may hang on; none inside a block. */
  readonly conditions: readonly { readonly key: string; readonly label: string }[];
  readonly criteria: readonly { readonly key: string; readonly title: string }[];
  /** [CA15] What an answer may permit; nothing inside a block. */
  readonly purposes: readonly FieldPurpose[];
  /** [CA16] A question of a block is asked with its block. */
  readonly isInner: boolean;
  readonly errors: Readonly<Partial<Record<string, string>>>;
  readonly answer: unknown;
  readonly cancel: string;
}

/** One question of a form, with what its kind lets one say. */
export function FieldForm({
  field,
  typed,
  conditions,
  criteria,
  purposes,
  isInner,
  errors,
  answer,
  cancel,
}: FieldFormProps) {
  const { bounds, hasChoices, hasFormats, hasPurpose } = settingsOf(field.kind);
  const kinds = kindsLike(field.kind);
  const control = (name: keyof TypedField) => ({
    name,
    error: errors[name],
    defaultValue: typed[name] ?? '',
    autoComplete: 'off',
  });
  return (
    <Form method="post" className="max-w-3xl" noValidate>
      <input type="hidden" name="intent" value="save" />
      <ErrorSummary title={words.refused} faults={faultsOf(errors)} answer={answer} />
      <TextField {...control('label')} label={words.label} required />
      <TextAreaField {...control('help')} label={words.help} hint={words.helpHint} rows={2} />
      <SelectField
        {...control('kind')}
        label={words.kind}
        hint={kinds.length > 1 ? undefined : words.kindFixed}
      >
        <KindOptions kinds={kinds} />
      </SelectField>
      <label className="check mt-4">
        <input type="checkbox" name="required" value="oui" defaultChecked={typed.required !== ''} />
        <span>{words.requiredField}</span>
      </label>
      {!isInner && (
        <SelectField {...control('askedOf')} label={words.moment} hint={words.momentHint}>
          <option value="">{words.moments.deposit}</option>
          <option value="selected">{words.moments.selected}</option>
        </SelectField>
      )}
      {hasChoices && (
        <TextAreaField
          {...control('choices')}
          required
          label={words.choices}
          hint={words.choicesHint}
          rows={8}
        />
      )}
      {hasFormats && <TextField {...control('formats')} label={words.formats} hint={words.formatsHint} />}
      {bounds && (
        <div className="grid sm:grid-cols-2 gap-4 mt-4 items-end [&>.field+.field]:mt-0">
          {bounds !== 'size' && (
            <TextField
              {...control('min')}
              label={words.bounds[bounds].min}
              hint={words.boundsHint}
              inputMode="decimal"
            />
          )}
          <TextField
            {...control('max')}
            label={words.bounds[bounds].max}
            hint={bounds === 'lines' ? words.linesHint : words.boundsHint}
            inputMode="decimal"
          />
        </div>
      )}
      {conditions.length > 0 && (
        <SelectField {...control('onlyIf')} label={words.onlyIf}>
          <option value="">{words.always}</option>
          {conditions.map(({ key, label }) => (
            <option key={key} value={key}>
              {label}
            </option>
          ))}
        </SelectField>
      )}
      {criteria.length > 0 && (
        <SelectField {...control('criterion')} label={words.criterionField}>
          <option value="">{words.noCriterion}</option>
          {criteria.map(({ key, title }, at) => (
            <option key={key} value={at + 1}>
              {title}
            </option>
          ))}
        </SelectField>
      )}
      {hasPurpose && purposes.length > 0 && (
        <SelectField {...control('purpose')} label={words.purposeField} hint={words.purposeHint}>
          <option value="">{words.noPurpose}</option>
          {optionsOf(purposes, words.purposes)}
        </SelectField>
      )}
      <p className="row mt-6">
        <button className="btn primary" type="submit">
          {words.submit}
        </button>
        <Link className="btn quiet" to={cancel}>
          {words.cancel}
        </Link>
      </p>
    </Form>
  );
}
