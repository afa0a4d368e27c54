import type { ReactNode } from 'react';
import { resource } from '#shared/library/resource/resource.fr.ts';
import { LANGUAGES, LICENCES, RESOURCE_KINDS } from '#shared/library/resource/resource.ts';
import { optionsOf } from '../../ui/choices.tsx';
import { Field, SelectField, TextAreaField, TextField } from '../../ui/field.tsx';
import type { TypedForm } from './typed-form.ts';

const words = resource.form;

interface FieldsProps {
  readonly values: TypedForm;
  readonly errors: Readonly<Partial<Record<string, string>>>;
  readonly themes: readonly { readonly id: string; readonly name: string }[];
  /** Names that a producer often has. */
  readonly producers: readonly string[];
  /** Between the name and the rest. */
  readonly children?: ReactNode;
}

/** What is said of a resource, field by field. */
export function ResourceFields({ values, errors, themes, producers, children }: FieldsProps) {
  return (
    <>
      <TextField
        label={words.name}
        name="title"
        hint={words.nameHint}
        error={errors.title}
        defaultValue={values.title}
        autoComplete="off"
        required
      />
      {children}
      <SelectField label={words.kind} name="kind" error={errors.kind} defaultValue={values.kind} required>
        <option value="">{words.choose}</option>
        {optionsOf(RESOURCE_KINDS, resource.kinds)}
      </SelectField>
      <TextField
        label={words.producer}
        name="producer"
        hint={words.producerHint}
        error={errors.producer}
        defaultValue={values.producer}
        list="producers"
        autoComplete="off"
        required
      />
      <SelectField
        label={words.licence}
        name="licence"
        hint={words.licenceHint}
        error={errors.licence}
        defaultValue={values.licence}
      >
        {optionsOf(LICENCES, resource.licences)}
      </SelectField>
      <TextAreaField
        label={words.description}
        name="description"
        hint={words.descriptionHint}
        error={errors.description}
        defaultValue={values.description}
        rows={4}
      />
      <fieldset className="mt-4">
        <legend className="font-semibold">{words.themes}</legend>
        {themes.map(({ id, name }) => (
          <label className="check" key={id}>
            <input type="checkbox" name={`theme-${id}`} defaultChecked={values.themeIds.includes(id)} />
            {name}
          </label>
        ))}
      </fieldset>
      <div className="resource-days mt-4">
        <SelectField
          label={words.language}
          name="language"
          error={errors.language}
          defaultValue={values.language}
        >
          {optionsOf(LANGUAGES, resource.languages)}
        </SelectField>
        <Day
          name="contentOn"
          label={words.contentOn}
          hint={words.contentOnHint}
          values={values}
          errors={errors}
        />
        <Day
          name="reviewOn"
          label={words.reviewOn}
          hint={words.reviewOnHint}
          values={values}
          errors={errors}
        />
      </div>
      <datalist id="producers">
        {producers.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </>
  );
}

function Day({
  name,
  label,
  hint,
  values,
  errors,
}: {
  name: 'contentOn' | 'reviewOn';
  label: string;
  hint: string;
} & Pick<FieldsProps, 'values' | 'errors'>) {
  return (
    <Field label={label} name={name} hint={hint} error={errors[name]}>
      {(control) => <input className="input" type="date" defaultValue={values[name]} {...control} />}
    </Field>
  );
}
