import { type ReactNode, useId } from 'react';
import { isSingleLine } from '#shared/programme/application/answers.ts';
import type { Form, FormField, SimpleField } from '#shared/programme/application/form.ts';
import { complementForm, depositForm } from '#shared/programme/application/form-parts.ts';
import { callForm as words } from '#shared/programme/call/call-form.fr.ts';
import { Asked, Field, SelectField, TextAreaField, TextField } from '../../ui/field.tsx';

/** A form as applicants will see it, without anything that keeps what is typed: what is asked of everybody, then what laureates find. */
export function FormPreview({ form }: { form: Form }) {
  const later = complementForm(form);
  return (
    <>
      <Part form={depositForm(form)} whole={form} />
      {later.sections.length > 0 && (
        <>
          <h2 className="mt-8 mb-4" id="aux-laureats">
            {words.moments.selected}
          </h2>
          <Part form={later} whole={form} of="aux-laureats " />
        </>
      )}
    </>
  );
}

function Part({ form, whole, of = '' }: { form: Form; whole: Form; of?: string }) {
  const prefix = useId();
  const fields = whole.sections.flatMap((section) => section.fields);
  const labelOf = (key: string | undefined) => fields.find((field) => field.key === key)?.label;
  return form.sections.map((section, at) => (
    <section className="plate max-w-3xl" key={section.key} aria-labelledby={`${of}${prefix}${section.key}`}>
      <h2 className="mb-4" id={`${prefix}${section.key}`}>
        {at + 1}. {section.title}
      </h2>
      {section.fields.map((field) => (
        <PreviewField key={field.key} field={field} condition={labelOf(field.onlyIf)} />
      ))}
    </section>
  ));
}

function PreviewField({ field, condition }: { field: FormField; condition: string | undefined }) {
  if (field.kind !== 'rows') return <Control field={field} id={field.key} condition={condition} />;
  return (
    <fieldset className="mt-6">
      <legend className="font-bold">
        {isSingleLine(field) ? (
          <Asked required={field.isRequired}>{field.label}</Asked>
        ) : (
          words.rowLegend(field.label)
        )}
      </legend>
      {(field.help || condition) && <p className="muted small">{hintOf(field, condition)}</p>}
      <div className="mt-2">
        {field.fields.map((inner) => (
          <Control key={inner.key} field={inner} id={`${field.key}.${inner.key}`} condition={undefined} />
        ))}
      </div>
    </fieldset>
  );
}

function hintOf(field: SimpleField, condition: string | undefined): string {
  const { kind, min, max, formats } = field;
  const bounds =
    kind === 'text' || kind === 'longText'
      ? words.lengthHint(min, max)
      : kind === 'file' && !field.help
        ? words.fileHint(formats, max)
        : '';
  return [condition && words.onlyIfHint(condition), field.help, bounds].filter(Boolean).join(' ');
}

function Control({
  field,
  id,
  condition,
}: {
  field: SimpleField;
  id: string;
  condition: string | undefined;
}) {
  const given = {
    label: field.label,
    name: id,
    hint: hintOf(field, condition) || undefined,
    autoComplete: 'off',
    required: field.isRequired,
  };
  switch (field.kind) {
    case 'longText':
      return <TextAreaField {...given} rows={6} />;
    case 'choice':
      return (
        <SelectField {...given} defaultValue="">
          <option value="">{words.choose}</option>
          {field.choices.map(({ key, label: said }) => (
            <option key={key} value={key}>
              {said}
            </option>
          ))}
        </SelectField>
      );
    case 'choices':
      return (
        <Group {...given}>
          {field.choices.map(({ key, label: said }) => (
            <Tick key={key} type="checkbox" name={id} said={said} />
          ))}
        </Group>
      );
    case 'yesNo':
      return (
        <Group {...given}>
          <Tick type="radio" name={id} said={words.yes} />
          <Tick type="radio" name={id} said={words.no} />
        </Group>
      );
    case 'commitment':
      return (
        <div className="mt-4">
          {field.help && <p className="muted small">{field.help}</p>}
          <Tick type="checkbox" name={id} said={field.label} required={field.isRequired} />
        </div>
      );
    case 'period':
      return (
        <Group {...given}>
          <div className="grid sm:grid-cols-2 gap-4 [&>.field+.field]:mt-0">
            <TextField label={words.from} name={`${id}.from`} type="date" />
            <TextField label={words.to} name={`${id}.to`} type="date" />
          </div>
        </Group>
      );
    case 'file':
      return (
        <Field {...given}>{(control) => <input className="input" type="file" disabled {...control} />}</Field>
      );
    default:
      return <TextField {...given} {...(inputs[field.kind] ?? {})} />;
  }
}

const inputs: Partial<Record<SimpleField['kind'], { type?: string; inputMode?: 'numeric' | 'decimal' }>> = {
  email: { type: 'email' },
  phone: { type: 'tel' },
  url: { type: 'url' },
  date: { type: 'date' },
  number: { inputMode: 'decimal' },
  siret: { inputMode: 'numeric' },
};

function Group({
  label,
  hint,
  required,
  children,
}: {
  label: string;
  hint?: string | undefined;
  required: boolean;
  children: ReactNode;
}) {
  return (
    <fieldset className="mt-4">
      <legend className="font-bold">
        <Asked required={required}>{label}</Asked>
      </legend>
      {hint && <p className="muted small">{hint}</p>}
      {children}
    </fieldset>
  );
}

function Tick({
  type,
  name,
  said,
  required,
}: {
  type: 'checkbox' | 'radio';
  name: string;
  said: string;
  required?: boolean;
}) {
  return (
    <label className="check">
      <input type={type} name={name} value={said} />
      <span>
        <Asked required={required}>{said}</Asked>
      </span>
    </label>
  );
}
