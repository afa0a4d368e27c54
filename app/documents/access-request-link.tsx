import { Link } from 'react-router';
import type { RoomAccess } from '#shared/access.ts';
import { documentMenu } from '#shared/messages/fr/document-menu.ts';
import { paths } from '#shared/paths.ts';

/** Leads whoever may not write a document to where they ask for it; nothing for those who may. */
export function AccessRequestLink({
  document,
  className,
}: {
  document: { readonly id: string; readonly title: string; readonly access: RoomAccess };
  className: string;
}) {
  if (document.access === 'write') return null;
  return (
    <span className={`block ${className}`}>
      <Link className="btn sm" to={paths.documentAccessRequest(document)}>
        {documentMenu.askMore[document.access]}
      </Link>
    </span>
  );
}
