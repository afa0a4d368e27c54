import { data } from 'react-router';
import { listClients } from '#db/documents/history/document-history.ts';
import { memberContext, servicesContext } from '../../context.ts';
import { notFound } from '../../kernel/access.server.ts';
import type { AuthorsRegister } from '../history/authors-register.ts';
import { requireDocument } from '../require-document.server.ts';
import type { Route } from './+types/document-authors';

/** [V6] Whose each Yjs clientID of a document is, by the server's own register. */
export async function loader({ params, context }: Route.LoaderArgs) {
  if (!context.get(memberContext)) throw notFound();
  const { document } = await requireDocument(context, params.document, 'document.read');
  const { owners, people } = await listClients(context.get(servicesContext).db, document.id);
  const register: AuthorsRegister = {
    owners: [...owners],
    people: [...people.values()],
  };
  return Response.json(register, { headers: { 'Cache-Control': 'private, no-store' } });
}

export function action() {
  throw data(null, { status: 405 });
}
