import type { ReactNode } from 'react';
import { Form } from 'react-router';
import { absentDocument as words } from '#shared/documents/access/absent-document.fr.ts';
import { TextAreaField } from '../../ui/field.tsx';

/** What somebody says to whoever decides on a document's access; `children` are what else they choose: to read, without. */
export function AccessRequestForm({
  action,
  message = '',
  error,
  submit = words.submit,
  children,
}: {
  action: string;
  message?: string | undefined;
  error?: string | undefined;
  submit?: string;
  children?: ReactNode;
}) {
  return (
    <Form method="post" action={action} className="max-w-2xl" noValidate>
      {children ?? <input type="hidden" name="role" value="reader" />}
      <TextAreaField
        label={words.message}
        name="message"
        hint={words.messageHint}
        defaultValue={message}
        error={error}
        rows={4}
      />
      <p className="mt-4">
        <button className="btn primary" type="submit" name="intent" value="ask">
          {submit}
        </button>
      </p>
    </Form>
  );
}
