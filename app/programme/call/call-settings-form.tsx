import type { ReactNode } from 'react';
import { Form, Link } from 'react-router';
import { call } from '#shared/programme/call/call.fr.ts';
import type { TypedCall } from '#shared/programme/call/call-plan.ts';
import { ErrorSummary, faultsOf } from '../../ui/error-summary.tsx';
import { TextAreaField, TextField } from '../../ui/field.tsx';

const words = call.administration;

interface CallSettingsFormProps {
  readonly typed: Readonly<Partial<Record<string, string>>>;
  readonly errors: Readonly<Partial<Record<string, string>>>;
  readonly answer: unknown;
  readonly submit: string;
  readonly cancel?: string;
  /** The control that chooses a season, for a call that is new. */
  readonly children?: ReactNode;
}

/** What a call says, and its dates. */
export function CallSettingsForm({ typed, errors, answer, submit, cancel, children }: CallSettingsFormProps) {
  const field = (name: keyof TypedCall) => ({ name, error: errors[name], defaultValue: typed[name] ?? '' });
  return (
    <Form method="post" className="max-w-3xl" noValidate>
      <input type="hidden" name="intent" value="save" />
      <ErrorSummary title={words.refused} faults={faultsOf(errors)} answer={answer} />
      {children}
      <TextField {...field('title')} label={words.callTitle} autoComplete="off" required />
      <TextAreaField
        {...field('presentation')}
        label={words.presentation}
        hint={words.presentationHint}
        rows={8}
      />
      <Moment day={field('opensDay')} time={field('opensTime')} said={[words.opensDay, words.opensTime]} />
      <Moment
        day={field('closesDay')}
        time={field('closesTime')}
        said={[words.closesDay, words.closesTime]}
      />
      <div className="mt-4">
        <TextField
          {...field('tolerance')}
          label={words.toleranceField}
          hint={words.toleranceHint}
          inputMode="numeric"
          autoComplete="off"
        />
      </div>
      <p className="row mt-6">
        <button className="btn primary" type="submit">
          {submit}
        </button>
        {cancel && (
          <Link className="btn quiet" to={cancel}>
            {words.cancel}
          </Link>
        )}
      </p>
    </Form>
  );
}

interface Control {
  readonly name: string;
  readonly error: string | undefined;
  readonly defaultValue: string;
}

/** A day and a time on the clock of Paris. */
export function Moment({
  day,
  time,
  said: [daySaid, timeSaid],
}: {
  day: Control;
  time: Control;
  said: readonly [string, string];
}) {
  return (
    <div className="grid sm:grid-cols-2 gap-4 mt-4 items-end [&>.field+.field]:mt-0">
      <TextField {...day} label={daySaid} type="date" required />
      <TextField {...time} label={timeSaid} hint={words.timeHint} type="time" required />
    </div>
  );
}
