import { Form } from 'react-router';
import { ownOrganisation as words } from '#shared/people/organisation/own-organisation.fr.ts';
import { people } from '#shared/people/person/people.fr.ts';
import { NAME_MAX } from '#shared/people/person/person.ts';
import { ErrorSummary, faultsOf } from '../../ui/error-summary.tsx';
import { TextField } from '../../ui/field.tsx';

interface ColleagueInviteProps {
  /** [O7] Whoever invites is a signatory: the invitation confirms too. */
  readonly confirms: boolean;
  readonly refusal:
    | {
        readonly errors: Readonly<Partial<Record<string, string>>>;
        readonly values: Readonly<Partial<Record<string, string>>>;
      }
    | undefined;
}

/** [O6] Who to invite into one’s own organisation: an address and a name. */
export function ColleagueInvite({ refusal, confirms }: ColleagueInviteProps) {
  const { errors = {}, values } = refusal ?? {};
  return (
    <Form method="post" noValidate key={refusal ? 'again' : 'new'}>
      <ErrorSummary title={people.invite.refused} faults={faultsOf(errors)} answer={refusal} />
      <p className="muted small mb-4">
        {confirms ? `${words.inviteLead} ${words.inviteConfirms}` : words.inviteLead}
      </p>
      <TextField
        label={people.email}
        name="email"
        type="email"
        autoComplete="off"
        required
        defaultValue={values?.email}
        error={errors.email}
      />
      <TextField
        label={people.name}
        name="name"
        autoComplete="off"
        required
        maxLength={NAME_MAX}
        defaultValue={values?.name}
        error={errors.name}
      />
      <p className="mt-5">
        <button className="btn primary wide-s" type="submit" name="intent" value="invite">
          {people.invite.submit}
        </button>
      </p>
    </Form>
  );
}
