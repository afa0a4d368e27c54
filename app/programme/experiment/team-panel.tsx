import { Form } from 'react-router';
import { experiment as roleWords } from '#shared/programme/experiment/experiment.fr.ts';
import { TEAM_ROLES, type TeamRole } from '#shared/programme/experiment/experiment.ts';
import { experimentPage as words } from '#shared/programme/experiment/experiment-page.fr.ts';
import { optionsOf } from '../../ui/choices.tsx';
import { ErrorSummary, faultsOf } from '../../ui/error-summary.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { PostButton } from '../../ui/post-button.tsx';
import { type Refused, refusedOf } from './refused.ts';

interface Person {
  readonly id: string;
  readonly name: string;
  readonly organisation: { readonly name: string } | null;
}

interface TeamPlateProps {
  readonly team: readonly (Person & { readonly role: TeamRole; readonly hasLeft: boolean })[];
  readonly nameable: readonly Person[];
  readonly mayManage: boolean;
  readonly refused: Refused | undefined;
}

/** [EX3] Who is named in the team, and naming one more. */
export function TeamPlate({ team, nameable, mayManage, refused }: TeamPlateProps) {
  const said = refusedOf(refused, 'name');
  return (
    <section className="plate mt-12" aria-labelledby="team">
      <h2 id="team" className="mb-4">
        {words.team}
      </h2>
      {team.length === 0 && <p className="muted">{words.noTeam}</p>}
      <ul className="ruled">
        {team.map(({ id, name, role, organisation, hasLeft }) => (
          <li key={`${id} ${role}`} className="row">
            <span>
              {name}
              <small className="muted block">
                {[roleWords.roles[role], hasLeft ? words.left : organisation?.name]
                  .filter(Boolean)
                  .join(', ')}
              </small>
            </span>
            <PostButton
              fields={{ intent: 'unname', memberId: id, role }}
              className="btn quiet sm"
              label={words.unnameOf(name)}
            >
              {words.unname}
            </PostButton>
          </li>
        ))}
      </ul>
      <Form key={team.length} method="post" className="max-w-3xl mt-4" noValidate>
        <ErrorSummary title={words.refused} faults={faultsOf(said?.errors)} answer={said} />
        <input type="hidden" name="intent" value="name" />
        <SelectField label={words.person} name="person" defaultValue={said?.values.person ?? ''}>
          <option value="">{words.fields.choose}</option>
          {nameable.map(({ id, name, organisation }) => (
            <option key={id} value={id}>
              {[name, organisation?.name].filter(Boolean).join(', ')}
            </option>
          ))}
        </SelectField>
        {mayManage && (
          <TextField
            label={words.personByMail}
            hint={words.personByMailHint}
            name="email"
            type="email"
            autoComplete="off"
            defaultValue={said?.values.email ?? ''}
          />
        )}
        <SelectField label={words.role} name="role" defaultValue={said?.values.role ?? 'business'}>
          {optionsOf(TEAM_ROLES, roleWords.roles)}
        </SelectField>
        <button className="btn mt-4" type="submit">
          {words.name}
        </button>
      </Form>
    </section>
  );
}
