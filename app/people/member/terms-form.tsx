import { Form } from 'react-router';
import type { GroupRole } from '#shared/kernel/access/access.ts';
import { member as words } from '#shared/people/member/member.fr.ts';
import { ErrorSummary, faultsOf } from '../../ui/error-summary.tsx';
import { TextField } from '../../ui/field.tsx';
import type { MemberRefusal } from './member-refusal.ts';
import { RoleField } from './role-field.tsx';

interface TermsFormProps {
  readonly subject: {
    readonly name: string;
    readonly field: 'userId' | 'organisationId';
    readonly id: string;
  };
  readonly role: GroupRole;
  /** ISO day, '' when open-ended; null for an organisation, whose membership has no end. */
  readonly lastDay: string | null;
  readonly refusal: MemberRefusal | undefined;
}

const INTENTS = {
  userId: { change: 'change', remove: 'remove' },
  organisationId: { change: 'changeOrganisation', remove: 'removeOrganisation' },
} as const;

/** Role and end of one member, and the way out of the group. */
export function TermsForm({ subject: { name, field, id }, role, lastDay, refusal }: TermsFormProps) {
  const intents = INTENTS[field];
  const { errors = {}, values = {} } = refusal ?? {};
  const idOf = (input: string) => `${input}-${id}`;
  const faults = faultsOf(errors).map((fault) => ({ ...fault, field: fault.field && idOf(fault.field) }));
  return (
    <Form method="post" noValidate className="card mt-2">
      <ErrorSummary title={words.refused} faults={faults} answer={refusal} />
      <input type="hidden" name={field} value={id} />
      <div className="terms">
        <RoleField id={idOf('role')} defaultValue={values.role ?? role} error={errors.role} withHelp />
        {lastDay !== null && (
          <TextField
            label={words.lastDay}
            name="until"
            id={idOf('until')}
            type="date"
            hint={words.lastDayHint}
            defaultValue={values.until ?? lastDay}
            error={errors.until}
          />
        )}
      </div>
      <p className="row mt-4">
        <button className="btn primary" type="submit" name="intent" value={intents.change}>
          {words.save}
          <span className="vh">, {name}</span>
        </button>
        <button className="btn danger push" type="submit" name="intent" value={intents.remove}>
          {words.remove}
          <span className="vh">{words.named(name)}</span>
        </button>
      </p>
    </Form>
  );
}
