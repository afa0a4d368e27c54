import { Form } from 'react-router';
import { dates } from '#shared/kernel/dates.fr.ts';
import { join } from '#shared/people/member/join.fr.ts';
import { City } from '../../ui/city.tsx';
import { ErrorSummary, faultsOf } from '../../ui/error-summary.tsx';
import { TextAreaField, TextField } from '../../ui/field.tsx';
import { Plate } from '../../ui/page/plate.tsx';
import type { MemberRefusal } from './member-refusal.ts';
import { RoleField } from './role-field.tsx';

const words = join.requests;

interface Waiting {
  readonly id: string;
  readonly message: string;
  readonly askedAt: Date;
  readonly person: { readonly name: string; readonly jobTitle: string };
  readonly organisation: { readonly name: string; readonly colour: number } | null;
}

/** [MB3] Who asks to join the group, with the two answers beside. Nothing when nobody does. */
export function JoinRequests({
  requests,
  refusal,
}: {
  requests: readonly Waiting[];
  refusal: MemberRefusal | undefined;
}) {
  if (requests.length === 0) return null;
  return (
    <Plate id="join-requests" title={words.title} beside={<span className="muted">{requests.length}</span>}>
      <p className="muted small">{words.lead}</p>
      <ul className="ruled">
        {requests.map(({ id, message, askedAt, person, organisation }) => (
          <li key={id}>
            <p>
              <strong>{person.name}</strong> {words.asks}
            </p>
            {person.jobTitle && <p className="muted small">{person.jobTitle}</p>}
            <p className="row muted small">
              {organisation && <City {...organisation} />}
              <time dateTime={askedAt.toISOString()} title={dates.exact(askedAt)}>
                {dates.short(askedAt)}
              </time>
            </p>
            {message && <blockquote className="request-words mt-2">{message}</blockquote>}
            <Answer
              id={id}
              name={person.name}
              refusal={refusal?.form.endsWith(` ${id}`) ? refusal : undefined}
            />
          </li>
        ))}
      </ul>
    </Plate>
  );
}

function Answer({ id, name, refusal }: { id: string; name: string; refusal: MemberRefusal | undefined }) {
  const { errors = {}, values = {} } = refusal ?? {};
  const idOf = (input: string) => `${input}-join-${id}`;
  const faults = faultsOf(errors).map((fault) => ({ ...fault, field: fault.field && idOf(fault.field) }));
  const declining = refusal?.form === `decline ${id}`;
  return (
    <>
      {!declining && <ErrorSummary title={words.notAnswered} faults={faults} answer={refusal} />}
      <Form method="post" className="terms mt-2" noValidate>
        <input type="hidden" name="requestId" value={id} />
        <RoleField id={idOf('role')} defaultValue={values.role ?? 'contributor'} error={errors.role} />
        <TextField
          label={words.lastDay}
          name="until"
          id={idOf('until')}
          type="date"
          defaultValue={values.until ?? ''}
          error={errors.until}
        />
        <p>
          <button
            className="btn primary sm"
            type="submit"
            name="intent"
            value="acceptJoin"
            aria-label={words.acceptOf(name)}
          >
            {words.accept}
          </button>
        </p>
      </Form>
      <details className="fold mt-2" open={declining}>
        <summary className="btn sm">
          {words.decline}
          <span className="vh"> {name}</span>
        </summary>
        <Form method="post" className="mt-2" noValidate>
          {declining && <ErrorSummary title={words.notAnswered} faults={faults} answer={refusal} />}
          <input type="hidden" name="requestId" value={id} />
          <TextAreaField
            label={words.reason}
            name="reason"
            required
            id={idOf('reason')}
            hint={words.reasonHint}
            defaultValue={values.reason ?? ''}
            error={errors.reason}
            rows={3}
          />
          <p className="mt-2">
            <button
              className="btn sm"
              type="submit"
              name="intent"
              value="declineJoin"
              aria-label={words.declineOf(name)}
            >
              {words.sendDecline}
            </button>
          </p>
        </Form>
      </details>
    </>
  );
}
