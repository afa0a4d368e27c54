import { data, Form } from 'react-router';
import { z } from 'zod';
import { frame } from '#shared/kernel/frame.fr.ts';
import { dataNeed as words } from '#shared/library/need/data-need.fr.ts';
import { typedOf } from '#shared/library/need/data-need.ts';
import type { NeedFault } from '#shared/library/need/need-fault.ts';
import { experiment as experimentWords } from '#shared/programme/experiment/experiment.fr.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { fr } from '#shared/words.fr.ts';
import { servicesContext } from '../../../context.ts';
import { goOn } from '../../../kernel/done.server.ts';
import { ChosenFile, readFileForm } from '../../../kernel/file-form.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { refuseBy } from '../../../kernel/refusal.server.ts';
import { requireExperiment } from '../../../programme/experiment/experiment.server.ts';
import { ErrorSummary } from '../../../ui/error-summary.tsx';
import { FileToCheck } from '../../../ui/records/file-to-check.tsx';
import { AcceptedValues, NeedFaults } from '../import-faults.tsx';
import type { Route } from './+types/needs-import';

export const handle = frameHandle<Route.ComponentProps['loaderData']>({
  crumbs: ({ experiment }) => [
    { href: programmePaths.experiments(), label: experimentWords.title },
    { href: programmePaths.experiment(experiment), label: experiment.title },
    { href: programmePaths.experimentNeeds(experiment), label: words.title },
    { href: programmePaths.needsImport(experiment), label: words.importLink },
  ],
});

export async function loader({ params, context }: Route.LoaderArgs) {
  const { experiment } = await requireExperiment(context, params.experimentation, 'need.write');
  return { experiment };
}

const MAX_BYTES = 1024 * 1024;
const Sent = z.object({ file: ChosenFile });

export async function action({ request, params, context }: Route.ActionArgs) {
  const { member, experiment } = await requireExperiment(context, params.experimentation, 'need.write');
  const refuse = (error: string | null, faults: readonly NeedFault[] = []) =>
    data({ error, faults }, { status: 422 });
  const form = await readFileForm(request, MAX_BYTES);
  if (!form.ok) return refuse(fr.errors[form.error === 'tooLarge' ? 'file.tooLarge' : 'file.lost']);
  const sent = Sent.safeParse(form.value);
  if (!sent.success) return refuse(fr.errors['file.missing']);
  const { dataNeeds, operations } = context.get(servicesContext);
  const read = dataNeeds.readFile(await sent.data.file.bytes());
  if ('error' in read) return refuse(fr.errors[read.error]);
  if (read.faults.length > 0) return refuse(null, read.faults);
  const lines = read.needs.map(({ line, fields }) => ({ line, ...typedOf(fields) }));
  const file = { experimentId: experiment.id, lines };
  const done = await operations.run('need.import', { userId: member.id }, file);
  if (!done.ok) throw refuseBy(done, null);
  if ('twiceAt' in done.value)
    return refuse(null, [{ line: done.value.twiceAt, column: 'wanted', value: '', code: 'dataNeed.twice' }]);
  const to = programmePaths.experimentNeeds(experiment);
  throw goOn(context, { to, said: words.added(done.value.added), focus: null });
}

export default function NeedsImport({ loaderData: { experiment }, actionData }: Route.ComponentProps) {
  const error = actionData?.error ?? undefined;
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.importTitle, experiment.title)}</title>
      <div className="head">
        <div>
          <p className="over">{experiment.title}</p>
          <h1>{words.importTitle}</h1>
          <p className="lead">{words.importLead}</p>
        </div>
      </div>
      <div className="max-w-3xl">
        <ErrorSummary
          title={words.importRefused}
          faults={
            error
              ? [{ field: 'file', message: error }]
              : actionData
                ? [{ field: 'faults', message: words.importFaults(actionData.faults.length) }]
                : []
          }
          answer={actionData}
        />
        <Form method="post" encType="multipart/form-data" className="card" aria-label={words.importLink}>
          <FileToCheck words={words.importFile} accept=".csv,text/csv,text/plain" error={error} isFirst />
        </Form>
        <p className="mt-4">
          <a href={programmePaths.needsExport(experiment)} download>
            {words.importModel}
          </a>
        </p>
      </div>
      {actionData && actionData.faults.length > 0 && <NeedFaults faults={actionData.faults} />}
      <AcceptedValues />
    </main>
  );
}
