import { data, Form, Link } from 'react-router';
import { importing } from '#shared/documents/conversion/import.fr.ts';
import type { VersionReport } from '#shared/documents/conversion/version-report.ts';
import { versionReturn as words } from '#shared/documents/conversion/version-return.fr.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { fail } from '#shared/kernel/result.ts';
import { paths } from '#shared/paths.ts';
import { fr } from '#shared/words.fr.ts';
import { servicesContext } from '../../context.ts';
import { forbidden, notFound } from '../../kernel/access.server.ts';
import { frameHandle } from '../../kernel/frame-handle.ts';
import { notOurs } from '../../kernel/refusal.server.ts';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { PageHead } from '../../ui/page/page-head.tsx';
import { Plate } from '../../ui/page/plate.tsx';
import { FileToCheck } from '../../ui/records/file-to-check.tsx';
import { documentCrumbs } from '../document-crumbs.ts';
import { requireDocument } from '../require-document.server.ts';
import type { Route } from './+types/document-return';

export const handle = frameHandle<Route.ComponentProps['loaderData']>({
  crumbs: ({ document }) => [
    ...documentCrumbs(document),
    { href: paths.documentReturn(document), label: words.title },
  ],
});

export async function loader({ params, context }: Route.LoaderArgs) {
  const { document } = await requireDocument(context, params.document, 'document.suggest');
  return { document };
}

interface Answer {
  readonly report: VersionReport | null;
  readonly fileError?: string;
}

/** [X26] The file of the form, read against the document: what it proposes waits there. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const { member, document } = await requireDocument(context, params.document, 'document.suggest');
  const { conversions, operations } = context.get(servicesContext);
  const [documentId, asker] = [document.id, { userId: member.id }];
  const read = await conversions.importVersion({ documentId, ...asker }, request, async (review) => {
    const kept = await operations.run('document.importVersion', asker, { documentId, review });
    if (kept.ok) return kept;
    if (kept.error === 'api.invalid') throw notOurs();
    return fail(kept.error === 'access.forbidden' ? kept.error : 'access.notFound');
  });
  if (read.ok) return data<Answer>({ report: read.value });
  if (read.error === 'access.notFound') throw notFound();
  if (read.error === 'access.forbidden') throw forbidden();
  return data<Answer>({ report: null, fileError: fr.errors[read.error] }, { status: 422 });
}

export default function DocumentReturn({ loaderData: { document }, actionData }: Route.ComponentProps) {
  const { report = null, fileError } = actionData ?? {};
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.title, document.title)}</title>
      <PageHead title={words.title} lead={words.lead} />
      <div className="max-w-3xl">
        <ErrorSummary
          title={words.faults}
          faults={fileError ? [{ field: 'file', message: fileError }] : []}
          answer={actionData}
        />
        <Form method="post" encType="multipart/form-data" className="card" noValidate>
          <FileToCheck words={words} accept=".docx,.odt" error={fileError} isFirst={report === null} />
        </Form>
        {report && <Report report={report} address={paths.document(document)} />}
      </div>
    </main>
  );
}

function Report({ report, address }: { readonly report: VersionReport; readonly address: string }) {
  const brought = words.brought(report);
  return (
    <Plate id="apport" title={words.result} className="mt-8">
      <div role="status">
        <p className="muted">
          <strong className="break-words">{report.fileName}</strong>.{' '}
          {report.isCompared ? words.compared : words.notCompared}
        </p>
        {brought.length === 0 && report.unplaced.length === 0 && <p>{words.nothing}</p>}
        <ul className="list-disc pl-6 my-3">
          {brought.map((said) => (
            <li key={said}>{said}</li>
          ))}
          {report.losses.map((lost) => (
            <li key={lost.kind}>{importing.lost(lost)}</li>
          ))}
        </ul>
      </div>
      {report.unplaced.length > 0 && (
        <section aria-labelledby="non-place">
          <h3 id="non-place">{words.unplaced}</h3>
          <p className="muted small">{words.unplacedLead}</p>
          <ul className="list-disc pl-6 my-3 break-words">
            {report.unplaced.map((lost, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list never moves, and two may say the same
              <li key={index}>{words.lost(lost)}</li>
            ))}
          </ul>
          {report.more > 0 && <p>{words.more(report.more)}</p>}
        </section>
      )}
      <p className="mt-4">
        <Link className="btn primary" to={address}>
          {words.toDocument}
        </Link>
      </p>
    </Plate>
  );
}
