import { Form } from 'react-router';
import { accessRequest } from '#shared/documents/access/access-request.fr.ts';
import { documentAccess } from '#shared/documents/access/document-access.fr.ts';
import { type DocumentRole, rolesBeyond } from '#shared/documents/document-access.ts';
import type { RoomAccess } from '#shared/kernel/access/access.ts';
import { dates } from '#shared/kernel/dates.fr.ts';
import { optionsOf } from '../../ui/choices.tsx';
import { City } from '../../ui/city.tsx';
import { Plate } from '../../ui/page/plate.tsx';

const words = accessRequest.waiting;

export interface Waiting {
  readonly id: string;
  readonly role: DocumentRole;
  readonly message: string;
  readonly askedAt: Date;
  readonly person: { readonly name: string };
  readonly organisation: { readonly name: string; readonly colour: number } | null;
  readonly access: RoomAccess | null;
}

/** Who asks for access to a document, with the answer beside. Nothing when nobody does. */
export function WaitingRequests({ requests }: { requests: readonly Waiting[] }) {
  if (requests.length === 0) return null;
  return (
    <Plate id="requests" title={words.title} beside={<span className="muted">{requests.length}</span>}>
      <ul className="ruled">
        {requests.map(({ id, role, message, askedAt, person, organisation, access }) => (
          <li key={id}>
            <p>
              <strong>{person.name}</strong> {words.asks[role]}
              {access && access !== 'write' && <span className="muted small"> · {words.has[access]}</span>}
            </p>
            <p className="row muted small">
              {organisation && <City {...organisation} />}
              <time dateTime={askedAt.toISOString()} title={dates.exact(askedAt)}>
                {dates.short(askedAt)}
              </time>
            </p>
            {message && <blockquote className="request-words mt-2">{message}</blockquote>}
            <Form method="post" className="row mt-2">
              <input type="hidden" name="requestId" value={id} />
              <RoleChoice roles={rolesBeyond(access)} asked={role} name={person.name} />
              <button
                className="btn primary sm"
                type="submit"
                name="intent"
                value="grantRequest"
                aria-label={words.grantTo(person.name)}
              >
                {words.grant}
              </button>
              <button
                className="btn sm"
                type="submit"
                name="intent"
                value="declineRequest"
                aria-label={words.declineTo(person.name)}
              >
                {words.decline}
              </button>
            </Form>
          </li>
        ))}
      </ul>
      <p className="muted small mt-2">{words.note}</p>
    </Plate>
  );
}

/** What to give: at first what was asked for. With one possibility there is nothing to choose. */
function RoleChoice({
  roles,
  asked,
  name,
}: {
  roles: readonly DocumentRole[];
  asked: DocumentRole;
  name: string;
}) {
  if (roles.length === 1) return <input type="hidden" name="role" value={roles[0]} />;
  return (
    <select className="input sm w-auto" name="role" defaultValue={asked} aria-label={words.roleFor(name)}>
      {optionsOf(roles, documentAccess.roles)}
    </select>
  );
}
