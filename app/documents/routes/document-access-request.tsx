import { Link } from 'react-router';
import { accessRequest as words } from '#shared/documents/access/access-request.fr.ts';
import { DOCUMENT_ROLES } from '#shared/documents/document-access.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { paths } from '#shared/paths.ts';
import { frameHandle } from '../../kernel/frame-handle.ts';
import { ErrorSummary, faultsOf } from '../../ui/error-summary.tsx';
import { PageHead } from '../../ui/page/page-head.tsx';
import { loadRequest, makeRequest } from '../access/access-request.server.ts';
import { AccessRequestForm } from '../access/access-request-form.tsx';
import { ReaderRequest } from '../access/reader-request.tsx';
import { documentCrumbs } from '../document-crumbs.ts';
import type { Route } from './+types/document-access-request';

type Data = Route.ComponentProps['loaderData'];

export const handle = frameHandle<Data>({
  crumbs: ({ address, readable }) => [
    ...(readable ? documentCrumbs(readable.document) : []),
    { href: address, label: readable ? words.more.title : words.pageTitle },
  ],
});

export async function loader({ params, context }: Route.LoaderArgs) {
  const readable = await loadRequest(context, params.document);
  return { address: paths.documentAccessRequest({ id: params.document }), readable };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  return makeRequest(context, params.document, await request.formData());
}

export default function DocumentAccessRequest({ loaderData, actionData }: Route.ComponentProps) {
  const { address, readable } = loaderData;
  const title = readable ? words.more.pageTitle(readable.document.title) : words.pageTitle;
  const lead = readable ? words.more.lead[readable.access] : words.lead;
  const refusal = actionData && (
    <ErrorSummary title={words.refused} faults={faultsOf(actionData.errors)} answer={actionData} />
  );
  const typed = { message: actionData?.values.message, error: actionData?.errors.message };
  return (
    <main id="contenu">
      <title>{frame.pageTitle(title)}</title>
      <PageHead title={title} lead={lead}>
        {readable && (
          <Link className="btn" to={paths.document(readable.document)}>
            {words.more.back}
          </Link>
        )}
      </PageHead>
      {refusal}
      {readable ? (
        <ReaderRequest
          {...readable}
          {...typed}
          address={address}
          role={DOCUMENT_ROLES.find((role) => role === actionData?.values.role)}
        />
      ) : (
        <AccessRequestForm action={address} {...typed} />
      )}
    </main>
  );
}
