import type { ReactNode, Ref } from 'react';
import { Form, Link } from 'react-router';
import { ErrorSummary, faultsOf } from '../error-summary.tsx';

type ByField = Readonly<Partial<Record<string, string>>>;

/** What a page gives to the form of something new or known. */
export interface Written {
  /** What is said of it already; nothing of what is new. */
  readonly known?: ByField;
  /** The refusal, with what was typed. */
  readonly answer: { readonly errors: ByField; readonly values: ByField } | undefined;
  readonly cancel: string;
}

/** What a field of such a form shows: its label, what is wrong with it, and what was typed or is known. */
export const fieldsOf =
  <Name extends string>(labels: Readonly<Record<Name, string>>, { known, answer }: Omit<Written, 'cancel'>) =>
  (name: Name) => ({
    ...{ label: labels[name], name, error: answer?.errors[name] },
    defaultValue: (answer?.values ?? known)?.[name] ?? '',
  });

/** The form of one thing: what was refused, its fields, the button that sends it, and the way out. */
export function WrittenForm({
  words,
  answer,
  submit,
  cancel,
  intent = 'save',
  beside,
  className = 'max-w-[44rem]',
  ref,
  children,
}: Omit<Written, 'known'> & {
  /** `fields` are what its faults are of, where one sentence may be said of several. */
  readonly words: { readonly refused: string; readonly cancel: string; readonly fields?: ByField };
  readonly submit: string;
  readonly intent?: string;
  /** What else it does, after the button that sends it. */
  readonly beside?: ReactNode;
  readonly className?: string;
  readonly ref?: Ref<HTMLFormElement>;
  readonly children: ReactNode;
}) {
  return (
    <Form method="post" className={className} noValidate ref={ref}>
      <ErrorSummary title={words.refused} faults={faultsOf(answer?.errors, words.fields)} answer={answer} />
      {children}
      <p className="row mt-6">
        <button className="btn primary" type="submit" name="intent" value={intent}>
          {submit}
        </button>
        {beside}
        <Link className="btn quiet" to={cancel}>
          {words.cancel}
        </Link>
      </p>
    </Form>
  );
}
