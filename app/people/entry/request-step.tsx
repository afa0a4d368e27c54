import { entry } from '#shared/people/entry/entry.fr.ts';
import { REASON_MAX, WISH_MAX } from '#shared/people/entry/entry.ts';
import { ErrorSummary, faultsOf } from '../../ui/error-summary.tsx';
import { TextAreaField, TextField } from '../../ui/field.tsx';
import type { StepRefusal } from './step-forms.tsx';

const words = entry.ask;

/** [EN7] Who asks, for which group, and why: once their address is proven. */
export function RequestStep({
  pass,
  email,
  isOther,
  refusal,
}: {
  pass: string;
  email: string;
  /** Their organisation is in no list: they say it. */
  isOther: boolean;
  refusal: StepRefusal;
}) {
  const { errors, values } = refusal;
  return (
    <form className="card" method="post" noValidate>
      <ErrorSummary title={words.refused} faults={faultsOf(errors)} answer={refusal} />
      <input type="hidden" name="pass" value={pass} />
      <input type="hidden" name="email" value={email} />
      <TextField
        label={words.name}
        name="name"
        autoComplete="name"
        required
        maxLength={100}
        defaultValue={values.name}
        error={errors.name}
      />
      {isOther ? (
        <TextField
          label={words.other}
          name="autre"
          autoComplete="organization"
          hint={words.otherHint}
          maxLength={200}
          defaultValue={values.autre}
        />
      ) : (
        <input type="hidden" name="autre" value="" />
      )}
      <TextField
        label={words.wish}
        name="wish"
        hint={words.wishHint}
        maxLength={WISH_MAX}
        defaultValue={values.wish}
        error={errors.wish}
      />
      <TextAreaField
        label={words.reason}
        name="reason"
        hint={words.reasonHint}
        rows={4}
        required
        maxLength={REASON_MAX}
        defaultValue={values.reason}
        error={errors.reason}
      />
      <p className="mt-4">
        <button className="btn primary wide-s" type="submit" name="intent" value="ask">
          {words.submit}
        </button>
      </p>
    </form>
  );
}
