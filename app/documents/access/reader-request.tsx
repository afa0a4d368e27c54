import { Form } from 'react-router';
import { accessRequest } from '#shared/documents/access/access-request.fr.ts';
import type { DocumentRole } from '#shared/documents/document-access.ts';
import { optionsOf } from '../../ui/choices.tsx';
import { SelectField } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { AccessRequestForm } from './access-request-form.tsx';

const words = accessRequest.more;

interface ReaderRequestProps {
  readonly address: string;
  /** What gives more than they have, the strongest first. */
  readonly roles: readonly DocumentRole[];
  /** What they asked for already, and wait for. */
  readonly own: { readonly role: DocumentRole; readonly message: string; readonly day: string } | null;
  readonly message: string | undefined;
  readonly role: DocumentRole | undefined;
  readonly error: string | undefined;
}

/** For somebody who may read a document: what they would like to do besides, and what they asked for. */
export function ReaderRequest({ address, roles, own, message, role, error }: ReaderRequestProps) {
  return (
    <>
      {own && (
        <Notice kind="info">
          <p>{words.waiting(own.day)}</p>
          <Form method="post" action={address} className="mt-2">
            <button className="btn sm" type="submit" name="intent" value="withdraw">
              {words.withdraw}
            </button>
          </Form>
        </Notice>
      )}
      <AccessRequestForm
        key={`${own?.role} ${own?.message}`}
        action={address}
        message={message ?? own?.message}
        error={error}
        submit={own ? words.renew : words.submit}
      >
        {roles.length > 1 ? (
          <SelectField label={words.wish} name="role" defaultValue={role ?? own?.role ?? roles[0]}>
            {optionsOf(roles, words.roles)}
          </SelectField>
        ) : (
          <input type="hidden" name="role" value={roles[0]} />
        )}
      </AccessRequestForm>
    </>
  );
}
