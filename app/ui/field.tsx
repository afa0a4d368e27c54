import { CircleAlert } from 'lucide-react';
import {
  type ComponentPropsWithoutRef,
  type ReactNode,
  useContext,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { type ControlProps, FormWords } from './form-words.ts';
import type { LongList } from './late/long-list.tsx';
import { optionsIn } from './options.ts';

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
  const { required: word } = useContext(FormWords);
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
      <label htmlFor={id} id={`${id}-label`}>
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

type OwnSelect = Omit<ComponentPropsWithoutRef<'select'>, OwnProps>;

/** One of several known values; `children` are the options. Of more than two dozen one is found by typing ([W4]). */
export function SelectField({
  label,
  name,
  id,
  hint,
  error,
  required,
  children,
  ...select
}: FieldProps & OwnSelect & { children: ReactNode }) {
  return (
    <Field label={label} name={name} id={id} hint={hint} error={error} required={required}>
      {(control) => (
        <Select control={control} {...select}>
          {children}
        </Select>
      )}
    </Field>
  );
}

/** More of them are not looked through; the hours of a day still are. */
const LOOKED_THROUGH = 24;

/** Once a page has needed it, it is here: a form drawn anew is at no moment the browser's own list. */
let fetched: typeof LongList | null = null;

/** The browser's own list, which stays where there is no script, and where the page follows what is chosen. */
function Select({
  control,
  children,
  ...select
}: OwnSelect & { control: ControlProps; children: ReactNode }) {
  const list = useRef<HTMLSelectElement>(null);
  const [typed, setTyped] = useState<{ List: typeof LongList; chosen: string } | null>(null);
  const isFollowed = select.value !== undefined || select.onChange !== undefined;
  const options = isFollowed ? null : optionsIn(children);
  const isLong = options !== null && options.length > LOOKED_THROUGH;
  useLayoutEffect(() => {
    if (!isLong) return;
    let isCurrent = true;
    function show(List: typeof LongList) {
      fetched = List;
      const drawn = list.current;
      // Whoever was faster keeps what they chose, and the list in which they are choosing.
      if (isCurrent && drawn && drawn !== document.activeElement) setTyped({ List, chosen: drawn.value });
    }
    if (fetched) show(fetched);
    else
      void import('./late/long-list.tsx').then(
        (late) => show(late.LongList),
        // Without a connection the list is as good as it was.
        () => undefined,
      );
    return () => {
      isCurrent = false;
    };
  }, [isLong]);
  if (typed && isLong) return <typed.List control={control} options={options} chosen={typed.chosen} />;
  return (
    <select className="input" {...select} {...control} ref={list}>
      {children}
    </select>
  );
}
