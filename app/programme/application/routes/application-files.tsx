import { data } from 'react-router';
import { formFor } from '#db/programme/application/application-submission.ts';
import { fieldsOf, subfieldsOf } from '#shared/programme/application/answers.ts';
import { application as words } from '#shared/programme/application/application.fr.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { fr } from '#shared/words.fr.ts';
import { memberContext, servicesContext } from '../../../context.ts';
import { notFound } from '../../../kernel/access.server.ts';
import { goOn } from '../../../kernel/done.server.ts';
import { requireApplication } from '../application.server.ts';
import type { Route } from './+types/application-files';

/** [AP13] Takes the file of a field. A page with script puts it into the form itself; without, it is done here. */
export async function action({ request, params, context }: Route.ActionArgs) {
  if (!context.get(memberContext)) throw notFound();
  const { member, application } = await requireApplication(context, params.candidature);
  if (!application.access.room) throw notFound();
  const address = new URL(request.url).searchParams.get('champ') ?? '';
  const { db, applications, applicationFiles } = context.get(servicesContext);
  const { form } = await formFor(
    db,
    application.call.id,
    application.status === 'draft' ? undefined : application.formVersion,
  );
  const key = address.split('/').at(-1);
  const field = fieldsOf(form)
    .flatMap((one) => [one, ...subfieldsOf(one)])
    .find((one) => one.key === key && one.kind === 'file');
  if (!field) throw notFound();
  const into = { applicationId: application.id, userId: member.id, formats: field.formats };
  const isPage = request.headers.get('sec-fetch-mode') === 'navigate';
  const received = await applicationFiles.receive(request, into);
  if (!received.ok) {
    if (received.error === 'access.notFound') throw notFound();
    if (!isPage) return data({ error: received.error }, { status: 422 });
    throw data(fr.errors[received.error], { status: 422 });
  }
  if (!isPage) return data(received.value, { status: 201 });
  await applications.edit({
    ...into,
    applicationId: application.id,
    edits: [{ kind: 'value', address, value: received.value }],
  });
  throw goOn(context, {
    to: `${programmePaths.application(application)}#${address}`,
    said: words.fileSaved,
    focus: address,
  });
}
