import { Form } from 'react-router';
import { documentAccess as words } from '#shared/documents/access/document-access.fr.ts';
import { DOCUMENT_ROLES } from '#shared/documents/document-access.ts';
import { SelectField } from '../../ui/field.tsx';

/** Whom a document can be given to. */
export interface Giving {
  readonly people: readonly {
    readonly id: string;
    readonly name: string;
    readonly organisation: string | null;
  }[];
  readonly organisations: readonly { readonly id: string; readonly name: string }[];
}

/** Gives a document to a person, or to a whole organisation. */
export function GiveAccess({ giving: { people, organisations } }: { giving: Giving }) {
  const { compare } = new Intl.Collator('fr');
  const byOrganisation = Map.groupBy(people, ({ organisation }) => organisation ?? words.withoutOrganisation);
  const ordered = [...byOrganisation].sort(([a], [b]) => compare(a, b));
  return (
    <section className="plate" aria-labelledby="give">
      <header>
        <h2 id="give">{words.give}</h2>
      </header>
      <Form method="post" className="card">
        <SelectField label={words.person} name="userId" id="person-give" required>
          <option value="">{words.choosePerson}</option>
          {ordered.map(([organisation, named]) => (
            <optgroup key={organisation} label={organisation}>
              {named.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </optgroup>
          ))}
        </SelectField>
        <RoleSelect id="person-role" />
        <Submit intent="givePerson" to={words.toPerson} />
      </Form>
      <Form method="post" className="card mt-4">
        <SelectField label={words.organisation} name="organisationId" id="organisation-give" required>
          <option value="">{words.chooseOrganisation}</option>
          {organisations.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
        <RoleSelect id="organisation-role" />
        <Submit intent="giveOrganisation" to={words.toOrganisation} />
      </Form>
    </section>
  );
}

function RoleSelect({ id }: { id: string }) {
  return (
    <SelectField label={words.role} name="role" id={id} defaultValue="commenter">
      {DOCUMENT_ROLES.map((role) => (
        <option key={role} value={role}>
          {words.roles[role]}
        </option>
      ))}
    </SelectField>
  );
}

/** The form says to whom; for those who go from button to button, the button does too. */
function Submit({ intent, to }: { intent: string; to: string }) {
  return (
    <p className="mt-4">
      <button className="btn" type="submit" name="intent" value={intent}>
        {words.giveAccess} <span className="vh">{to}</span>
      </button>
    </p>
  );
}
