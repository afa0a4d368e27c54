import { data } from 'react-router';
import type { InputOf } from '#server/kernel/operations.ts';
import { importing } from '#shared/documents/conversion/import.fr.ts';
import { PROGRESS_TYPE } from '#shared/documents/conversion/progress.ts';
import { idOfSegment } from '#shared/kernel/ids.ts';
import { fail } from '#shared/kernel/result.ts';
import { paths } from '#shared/paths.ts';
import { memberContext, type Registered, servicesContext } from '../../context.ts';
import { forbidden, notFound } from '../../kernel/access.server.ts';
import { goOn } from '../../kernel/done.server.ts';
import { notMade } from '../../kernel/not-made.server.ts';
import { notOurs } from '../../kernel/refusal.server.ts';
import type { Route } from './+types/group-documents-import';

/** Files that become documents of a group. With `Accept: application/x-cordee-progress` the answer tells how it goes on. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const member = context.get(memberContext);
  const groupId = idOfSegment(params.groupe);
  if (!member || !groupId) throw notFound();
  const { conversions, operations } = context.get(servicesContext);
  const make = async (documents: InputOf<Registered['document.import']>['documents']) => {
    const made = await operations.run('document.import', { userId: member.id }, { groupId, documents });
    if (made.ok) return made;
    if (made.error === 'api.invalid') throw notOurs();
    return fail(made.error === 'access.forbidden' ? made.error : 'access.notFound');
  };
  const into = { groupId, userId: member.id, make };
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
  const to = only && others.length === 0 ? paths.documentImport(only) : paths.groupDocuments({ id: groupId });
  return goOn(context, { to, said: importing.imported(made.value.length), focus: null });
}

export function loader() {
  throw data(null, { status: 404 });
}
