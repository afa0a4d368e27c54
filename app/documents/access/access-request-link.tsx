import { Link } from 'react-router';
import { documentMenu } from '#shared/documents/document-menu.fr.ts';
import type { RoomAccess } from '#shared/kernel/access/access.ts';
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
