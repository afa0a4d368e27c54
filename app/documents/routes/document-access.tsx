import { Link, type ShouldRevalidateFunctionArgs } from 'react-router';
import { documentAccess as words } from '#shared/documents/access/document-access.fr.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { paths } from '#shared/paths.ts';
import { frameHandle } from '../../kernel/frame-handle.ts';
import { RefusedPage } from '../../kernel/refused-page.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { PageHead } from '../../ui/page/page-head.tsx';
import { AbsentDocument } from '../access/absent-document.tsx';
import { changeAccess, loadAccess } from '../access/access.server.ts';
import { AccessScreen } from '../access/access-screen.tsx';
import { documentCrumbs } from '../document-crumbs.ts';
import { requireDocument } from '../require-document.server.ts';
import type { Route } from './+types/document-access';

type Data = Route.ComponentProps['loaderData'];

export const handle = frameHandle<Data>({
  crumbs: ({ document }) => [
    ...documentCrumbs(document),
    { href: paths.documentAccess(document), label: words.title },
  ],
});

export async function loader({ params, context }: Route.LoaderArgs) {
  const { member, document } = await requireDocument(context, params.document, 'document.read');
  return { document, ...(await loadAccess(context, document, member.id)) };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { document } = await requireDocument(context, params.document, 'document.organise');
  return changeAccess(context, document, await request.formData());
}

/** After a refusal too: whoever was first has changed what the page shows. */
export function shouldRevalidate({ formMethod, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) {
  return formMethod !== undefined || defaultShouldRevalidate;
}

export default function DocumentAccess({ loaderData, actionData }: Route.ComponentProps) {
  const { document } = loaderData;
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.title, document.title, document.group.name)}</title>
      <PageHead title={words.pageTitle(document.title)} lead={words.lead}>
        <Link className="btn" to={paths.document(document)}>
          {words.back}
        </Link>
      </PageHead>
      {actionData?.errors && (
        <ErrorSummary
          title={words.refused}
          faults={Object.values(actionData.errors).flatMap((message) => (message ? [{ message }] : []))}
          answer={actionData}
        />
      )}
      <AccessScreen {...loaderData} />
    </main>
  );
}

export function ErrorBoundary({ error, params }: Route.ErrorBoundaryProps) {
  return <RefusedPage error={error} isFramed absent={<AbsentDocument segment={params.document} />} />;
}
