import { CircleAlert } from 'lucide-react';
import type { ComponentPropsWithoutRef, ReactNode } from 'react';

/** What ties a control to its label, hint and error; spread it on the control. */
export interface ControlProps {
  readonly id: string;
  readonly name: string;
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: true;
}

interface FieldProps {
  readonly label: ReactNode;
  readonly name: string;
  /** The name, unless two forms of the page have the same one. The error summary links here. */
  readonly id?: string | undefined;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
}

/** A label, its hint, its error and one control, tied together for everybody. Works without script. */
export function Field({
  label,
  name,
  id = name,
  hint,
  error,
  children,
}: FieldProps & { children: (control: ControlProps) => ReactNode }) {
  const described = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ');
  return (
    <div className={error ? 'field invalid' : 'field'}>
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p className="error" id={`${id}-error`}>
          <CircleAlert className="icon" aria-hidden="true" />
          <span>{error}</span>
        </p>
      )}
      {children({
        id,
        name,
        ...(described && { 'aria-describedby': described }),
        ...(error && { 'aria-invalid': true }),
      })}
    </div>
  );
}

type OwnProps = 'name' | 'id' | 'className' | 'children';

/** One line of text: e-mail, password, name, date… */
export function TextField({
  label,
  name,
  id,
  hint,
  error,
  ...input
}: FieldProps & Omit<ComponentPropsWithoutRef<'input'>, OwnProps>) {
  return (
    <Field label={label} name={name} id={id} hint={hint} error={error}>
      {(control) => <input className="input" {...input} {...control} />}
    </Field>
  );
}

/** Several lines of text. */
export function TextAreaField({
  label,
  name,
  id,
  hint,
  error,
  ...textarea
}: FieldProps & Omit<ComponentPropsWithoutRef<'textarea'>, OwnProps>) {
  return (
    <Field label={label} name={name} id={id} hint={hint} error={error}>
      {(control) => <textarea className="input" {...textarea} {...control} />}
    </Field>
  );
}

/** One of several known values; `children` are the options. */
export function SelectField({
  label,
  name,
  id,
  hint,
  error,
  children,
  ...select
}: FieldProps & Omit<ComponentPropsWithoutRef<'select'>, OwnProps> & { children: ReactNode }) {
  return (
    <Field label={label} name={name} id={id} hint={hint} error={error}>
      {(control) => (
        <select className="input" {...select} {...control}>
          {children}
        </select>
      )}
    </Field>
  );
}
