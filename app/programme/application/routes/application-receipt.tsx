import { findComplement } from '#db/programme/application/application-complement.ts';
import { findSubmission } from '#db/programme/application/application-submission.ts';
import { loadFormWorld } from '#db/programme/call/form-worlds.ts';
import { application as words } from '#shared/programme/application/application.fr.ts';
import { placesNamedIn } from '#shared/programme/application/named-places.ts';
import { receiptBlocks } from '#shared/programme/application/receipt-blocks.ts';
import { memberContext, servicesContext } from '../../../context.ts';
import { notFound } from '../../../kernel/access.server.ts';
import { madeFile } from '../../../kernel/made-file.server.ts';
import { notMade } from '../../../kernel/not-made.server.ts';
import { requireApplication } from '../application.server.ts';
import type { Route } from './+types/application-receipt';

/** [AP9] The receipt of the last submission with what was submitted, as an accessible PDF. */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  if (!context.get(memberContext)) throw notFound();
  const { member, application } = await requireApplication(context, params.candidature);
  const { db, conversions } = context.get(servicesContext);
  const { id: applicationId, call, organisation } = application;
  const submission = await findSubmission(db, { applicationId, userId: member.id });
  if (!submission) throw notFound();
  const asked = await findComplement(db, { applicationId, userId: member.id });
  const complement = asked?.handedIn ? { form: asked.form, ...asked.handedIn } : null;
  const answers = { ...submission.answers, ...complement?.answers };
  const named = placesNamedIn(complement?.form ?? submission.form, answers);
  const world = await loadFormWorld(db, {
    callId: call.id,
    organisationId: organisation.id,
    applicationId,
    named,
  });
  const made = await conversions.exportReport(
    {
      title: words.receipt.heading(submission.number),
      over: call.title,
      at: submission.submittedAt,
      blocks: receiptBlocks({
        submission,
        complement,
        title: application.title || words.untitled,
        organisation: organisation.name,
        world,
      }),
    },
    'pdf',
    { by: { account: member.id }, signal: request.signal },
  );
  if (!made.ok) throw notMade(made.error);
  return madeFile(made.value.bytes, `attachment; filename="${words.receipt.fileName(submission.number)}"`, {
    contentType: made.value.contentType,
  });
}
