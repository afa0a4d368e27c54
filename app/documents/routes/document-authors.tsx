import { data } from 'react-router';
import { listAuthors } from '#db/documents/history/document-history.ts';
import { memberContext, servicesContext } from '../../context.ts';
import { notFound } from '../../kernel/access.server.ts';
import type { AuthorsRegister } from '../history/authors-register.ts';
import { requireDocument } from '../require-document.server.ts';
import type { Route } from './+types/document-authors';

/** [V6] Whose the letters of a document are, by what the server itself has read in its log. */
export async function loader({ params, context }: Route.LoaderArgs) {
  if (!context.get(memberContext)) throw notFound();
  const { document } = await requireDocument(context, params.document, 'document.read');
  const { authorship, people } = await listAuthors(context.get(servicesContext).database, document.id);
  const register: AuthorsRegister = { ...authorship.register, people: [...people.values()] };
  return Response.json(register, { headers: { 'Cache-Control': 'private, no-store' } });
}

export function action() {
  throw data(null, { status: 405 });
}
