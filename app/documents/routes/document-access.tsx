import { Link, redirect, type ShouldRevalidateFunctionArgs } from 'react-router';
import { accessRequest } from '#shared/documents/access/access-request.fr.ts';
import { documentAccess as words } from '#shared/documents/access/document-access.fr.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { paths } from '#shared/paths.ts';
import { frameHandle } from '../../kernel/frame-handle.ts';
import { RefusedPage } from '../../kernel/refused-page.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Notice } from '../../ui/notice.tsx';
import { AbsentDocument } from '../access/absent-document.tsx';
import { answerRequest, changeAccess, loadAccess } from '../access/access.server.ts';
import { AccessScreen } from '../access/access-screen.tsx';
import { documentCrumbs } from '../document-crumbs.ts';
import { requireDocument } from '../require-document.server.ts';
import type { Route } from './+types/document-access';

type Data = Route.ComponentProps['loaderData'];

/** What was done, by what the address says of it. */
const SAVED: Readonly<Record<string, string>> = {
  acceptee: accessRequest.waiting.granted,
  refusee: accessRequest.waiting.declined,
};

export const handle = frameHandle<Data>({
  crumbs: ({ document }) => [
    ...documentCrumbs(document),
    { href: paths.documentAccess(document), label: words.title },
  ],
});

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { member, document } = await requireDocument(context, params.document, 'document.read');
  const saved = new URL(request.url).searchParams.get('enregistre');
  return { document, saved, ...(await loadAccess(context, document, member.id)) };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { member, document } = await requireDocument(context, params.document, 'document.organise');
  const form = await request.formData();
  const organised = { document, by: member.id };
  const answered = await answerRequest(context, organised, form);
  const refused = answered ? answered.refused : await changeAccess(context, organised, form);
  if (refused) return refused;
  throw redirect(`${paths.documentAccess(document)}?enregistre=${answered?.state ?? ''}`);
}

/** After a refusal too: whoever was first has changed what the page shows. */
export function shouldRevalidate({ formMethod, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) {
  return formMethod !== undefined || defaultShouldRevalidate;
}

export default function DocumentAccess({ loaderData, actionData }: Route.ComponentProps) {
  const { document, saved } = loaderData;
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.title, document.title, document.group.name)}</title>
      <div className="head">
        <div>
          <h1>{words.pageTitle(document.title)}</h1>
          <p className="lead">{words.lead}</p>
        </div>
        <Link className="btn" to={paths.document(document)}>
          {words.back}
        </Link>
      </div>
      {actionData?.errors && (
        <ErrorSummary
          title={words.refused}
          faults={Object.values(actionData.errors).flatMap((message) => (message ? [{ message }] : []))}
          answer={actionData}
        />
      )}
      {saved !== null && !actionData && <Notice kind="success">{SAVED[saved] ?? words.saved}</Notice>}
      <AccessScreen {...loaderData} />
    </main>
  );
}

export function ErrorBoundary({ error, params }: Route.ErrorBoundaryProps) {
  return <RefusedPage error={error} isFramed absent={<AbsentDocument segment={params.document} />} />;
}
