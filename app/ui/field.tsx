import { CircleAlert } from 'lucide-react';
import { type ComponentPropsWithoutRef, createContext, type ReactNode, useContext } from 'react';

const RequiredWord = createContext('');

/** What says, in the label of a field, that it may not be left empty. */
export const RequiredWordProvider = RequiredWord.Provider;

/** What ties a control to its label, hint and error; spread it on the control. */
export interface ControlProps {
  readonly id: string;
  readonly name: string;
  readonly required?: true;
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
  /** [H14] That it may not be left empty: its label says so, and the browser. */
  readonly required?: boolean | undefined;
}

/** The words of a label or a legend, with the mark of what may not be left empty ([H14]). */
export function Asked({ children, required }: { children: ReactNode; required: boolean | undefined }) {
  const word = useContext(RequiredWord);
  return (
    <>
      {children}
      {required && ' '}
      {required && <span className="required-mark">{word}</span>}
    </>
  );
}

/** A label, its hint, its error and one control, tied together for everybody. Works without script. */
export function Field({
  label,
  name,
  id = name,
  hint,
  error,
  required,
  children,
}: FieldProps & { children: (control: ControlProps) => ReactNode }) {
  const described = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ');
  return (
    <div className={error ? 'field invalid' : 'field'}>
      <label htmlFor={id}>
        <Asked required={required}>{label}</Asked>
      </label>
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
        ...(required && { required }),
        ...(described && { 'aria-describedby': described }),
        ...(error && { 'aria-invalid': true }),
      })}
    </div>
  );
}

type OwnProps = 'name' | 'id' | 'className' | 'children' | 'required';

/** One line of text: e-mail, password, name, date… */
export function TextField({
  label,
  name,
  id,
  hint,
  error,
  required,
  ...input
}: FieldProps & Omit<ComponentPropsWithoutRef<'input'>, OwnProps>) {
  return (
    <Field label={label} name={name} id={id} hint={hint} error={error} required={required}>
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
  required,
  ...textarea
}: FieldProps & Omit<ComponentPropsWithoutRef<'textarea'>, OwnProps>) {
  return (
    <Field label={label} name={name} id={id} hint={hint} error={error} required={required}>
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
  required,
  children,
  ...select
}: FieldProps & Omit<ComponentPropsWithoutRef<'select'>, OwnProps> & { children: ReactNode }) {
  return (
    <Field label={label} name={name} id={id} hint={hint} error={error} required={required}>
      {(control) => (
        <select className="input" {...select} {...control}>
          {children}
        </select>
      )}
    </Field>
  );
}
