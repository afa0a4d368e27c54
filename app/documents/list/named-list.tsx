import { Form } from 'react-router';
import { PostButton } from '#app/ui/post-button.tsx';
import { documentAccess as words } from '#shared/documents/access/document-access.fr.ts';
import { DOCUMENT_ROLES, type DocumentRole } from '#shared/documents/document-access.ts';
import { optionsOf } from '../../ui/choices.tsx';
import { City } from '../../ui/city.tsx';

export interface Named {
  readonly id: string;
  readonly role: DocumentRole;
  readonly person: { readonly id: string; readonly name: string } | null;
  readonly organisation: { readonly id: string; readonly name: string; readonly colour: number } | null;
}

/** Who was given the document by name; each may be changed or taken back. */
export function NamedList({ named, canChange }: { named: readonly Named[]; canChange: boolean }) {
  if (named.length === 0) return <p className="muted small">{words.namedEmpty}</p>;
  return (
    <ul className="ruled">
      {named.map(({ id, role, person, organisation }) => {
        const name = person?.name ?? organisation?.name ?? '';
        return (
          <li key={id}>
            <p>
              <strong>{name}</strong>{' '}
              <span className="muted small">
                {person ? organisation && <City {...organisation} /> : words.wholeOrganisation}
              </span>
            </p>
            {canChange ? (
              <div className="row mt-2">
                <RoleForm
                  role={role}
                  name={name}
                  subject={person ? { userId: person.id } : { organisationId: organisation?.id ?? '' }}
                />
                <PostButton
                  fields={{ intent: 'remove', accessId: id }}
                  label={words.removeNamed(name)}
                  className="btn quiet sm"
                >
                  {words.remove}
                </PostButton>
              </div>
            ) : (
              <p className="muted small">{words.roles[role]}</p>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function RoleForm({
  role,
  name,
  subject,
}: {
  role: DocumentRole;
  name: string;
  subject: { readonly userId: string } | { readonly organisationId: string };
}) {
  const [[field, value] = ['', '']] = Object.entries(subject);
  return (
    <Form method="post" className="row">
      <input type="hidden" name={field} value={value} />
      <select className="input sm" name="role" defaultValue={role} aria-label={words.roleOf(name)} key={role}>
        {optionsOf(DOCUMENT_ROLES, words.roles)}
      </select>
      <button
        className="btn sm"
        type="submit"
        name="intent"
        value={field === 'userId' ? 'givePerson' : 'giveOrganisation'}
        aria-label={words.changeOf(name)}
      >
        {words.change}
      </button>
    </Form>
  );
}
