import { data, redirect } from 'react-router';
import { PROGRESS_TYPE } from '#shared/documents/conversion/progress.ts';
import { idOfSegment } from '#shared/kernel/ids.ts';
import { paths } from '#shared/paths.ts';
import { memberContext, servicesContext } from '../../context.ts';
import { forbidden, notFound } from '../../kernel/access.server.ts';
import { notMade } from '../../kernel/not-made.server.ts';
import type { Route } from './+types/group-documents-import';

/** Files that become documents of a group. With `Accept: application/x-cordee-progress` the answer tells how it goes on. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const member = context.get(memberContext);
  const groupId = idOfSegment(params.groupe);
  if (!member || !groupId) throw notFound();
  const { conversions } = context.get(servicesContext);
  const into = { groupId, userId: member.id };
  if (request.headers.get('accept') === PROGRESS_TYPE) {
    return new Response(conversions.importRequestTelling(into, request), {
      headers: { 'Content-Type': PROGRESS_TYPE, 'Cache-Control': 'private, no-store, no-transform' },
    });
  }
  const made = await conversions.importRequest(into, request, request.signal);
  if (!made.ok) {
    if (made.error === 'access.notFound') throw notFound();
    if (made.error === 'access.forbidden') throw forbidden();
    throw notMade(made.error);
  }
  const [only, ...others] = made.value;
  return redirect(
    only && others.length === 0 ? paths.documentImport(only) : paths.groupDocuments({ id: groupId }),
  );
}

export function loader() {
  throw data(null, { status: 404 });
}
