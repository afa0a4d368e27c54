import { Form } from 'react-router';
import { secondFactor as words } from '#shared/people/person/second-factor.fr.ts';
import { keyOfTotpAddress } from '#shared/people/person/second-factor.ts';
import { ErrorSummary, faultsOf } from '../../ui/error-summary.tsx';
import { TextField } from '../../ui/field.tsx';
import { ShownAnswer } from '../../ui/shown-answer.tsx';
import { QrCode } from './qr-code.tsx';

interface Refusal {
  readonly form: 'codes' | 'remove' | undefined;
  readonly errors: Readonly<Partial<Record<string, string>>>;
}

/** Setting up a second factor: the password, then what the application reads and its first code. */
export function SecondFactorSetUp({
  address,
  refusal,
}: {
  address: string | undefined;
  refusal: Refusal | undefined;
}) {
  const errors = refusal?.errors ?? {};
  if (!address) {
    return (
      <Form method="post" reloadDocument noValidate className="mt-5">
        <ErrorSummary title={words.refused} faults={faultsOf(errors)} answer={refusal} />
        <Password id="password" error={errors.password} />
        <Submit intent="begin" isPrimary>
          {words.begin}
        </Submit>
      </Form>
    );
  }
  return (
    <>
      <section className="mt-5" aria-labelledby="scan">
        <ShownAnswer answer={Object.keys(errors).length === 0 && address}>
          <h2 id="scan">{words.scanTitle}</h2>
          <p className="muted mt-2">{words.scanLead}</p>
        </ShownAnswer>
        <div className="mt-4">
          <QrCode text={address} label={words.qrCode} />
        </div>
        <p className="mt-4">{words.key}</p>
        <p className="mt-1">
          <code className="totp-key">{keyOfTotpAddress(address)}</code>
        </p>
      </section>
      <Form method="post" reloadDocument noValidate className="mt-6" aria-labelledby="confirm">
        <h2 id="confirm">{words.confirmTitle}</h2>
        <div className="mt-3">
          <ErrorSummary title={words.refused} faults={faultsOf(errors)} answer={refusal} />
        </div>
        <input type="hidden" name="address" value={address} />
        <TextField
          label={words.code}
          name="code"
          inputMode="numeric"
          autoComplete="one-time-code"
          required
          hint={words.codeHint}
          error={errors.code}
        />
        <Submit intent="confirm" isPrimary>
          {words.confirm}
        </Submit>
      </Form>
    </>
  );
}

/** What one does with a second factor that is there. */
export function SecondFactorForms({
  isRequired,
  refusal,
}: {
  isRequired: boolean;
  refusal: Refusal | undefined;
}) {
  const errorsOf = (form: Refusal['form']) => (refusal?.form === form ? refusal?.errors : undefined) ?? {};
  const faults = faultsOf(refusal?.errors ?? {}).map((fault) => ({
    ...fault,
    field: fault.field && `${fault.field}-${refusal?.form}`,
  }));
  return (
    <>
      <p className="mt-4">{words.on}</p>
      <ErrorSummary title={words.refused} faults={faults} answer={refusal} />
      <Form method="post" reloadDocument noValidate className="mt-6" aria-labelledby="new-codes">
        <h2 id="new-codes">{words.newCodesTitle}</h2>
        <p className="muted mt-2">{words.newCodesLead}</p>
        <Password id="password-codes" error={errorsOf('codes').password} />
        <Submit intent="codes">{words.newCodes}</Submit>
      </Form>
      {isRequired ? (
        <p className="muted mt-6">{words.mayNotRemove}</p>
      ) : (
        <Form method="post" reloadDocument noValidate className="mt-6" aria-labelledby="remove">
          <h2 id="remove">{words.removeTitle}</h2>
          <p className="muted mt-2">{words.removeLead}</p>
          <Password id="password-remove" error={errorsOf('remove').password} />
          <Submit intent="remove">{words.remove}</Submit>
        </Form>
      )}
    </>
  );
}

function Password({ id, error }: { id: string; error: string | undefined }) {
  return (
    <TextField
      label={words.password}
      name="password"
      id={id}
      type="password"
      autoComplete="current-password"
      required
      hint={words.passwordHint}
      error={error}
    />
  );
}

function Submit({
  intent,
  isPrimary = false,
  children,
}: {
  intent: string;
  isPrimary?: boolean;
  children: string;
}) {
  return (
    <p className="mt-4">
      <button className={isPrimary ? 'btn primary wide-s' : 'btn'} type="submit" name="intent" value={intent}>
        {children}
      </button>
    </p>
  );
}
