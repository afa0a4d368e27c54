import { Form } from 'react-router';
import { documentAccess as words } from '#shared/documents/access/document-access.fr.ts';
import { DOCUMENT_ROLES } from '#shared/documents/document-access.ts';
import { inFrench } from '#shared/kernel/text/order.ts';
import { namedOptions, optionsOf } from '../../ui/choices.tsx';
import { SelectField } from '../../ui/field.tsx';
import { Plate } from '../../ui/page/plate.tsx';

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
  const byOrganisation = Map.groupBy(people, ({ organisation }) => organisation ?? words.withoutOrganisation);
  const ordered = [...byOrganisation].sort(([a], [b]) => inFrench(a, b));
  return (
    <Plate id="give" title={words.give}>
      <Form method="post" className="card">
        <SelectField label={words.person} name="userId" id="person-give" required>
          <option value="">{words.choosePerson}</option>
          {ordered.map(([organisation, named]) => (
            <optgroup key={organisation} label={organisation}>
              {namedOptions(named)}
            </optgroup>
          ))}
        </SelectField>
        <RoleSelect id="person-role" />
        <Submit intent="givePerson" to={words.toPerson} />
      </Form>
      <Form method="post" className="card mt-4">
        <SelectField label={words.organisation} name="organisationId" id="organisation-give" required>
          <option value="">{words.chooseOrganisation}</option>
          {namedOptions(organisations)}
        </SelectField>
        <RoleSelect id="organisation-role" />
        <Submit intent="giveOrganisation" to={words.toOrganisation} />
      </Form>
    </Plate>
  );
}

function RoleSelect({ id }: { id: string }) {
  return (
    <SelectField label={words.role} name="role" id={id} defaultValue="commenter">
      {optionsOf(DOCUMENT_ROLES, words.roles)}
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
