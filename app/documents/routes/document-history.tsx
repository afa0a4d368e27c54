import { Link } from 'react-router';
import { canInDocument } from '#shared/documents/document-access.ts';
import { history as words } from '#shared/documents/history/history.fr.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { paths } from '#shared/paths.ts';
import { servicesContext } from '../../context.ts';
import { frameHandle } from '../../kernel/frame-handle.ts';
import { RefusedPage } from '../../kernel/refused-page.tsx';
import { PageHead } from '../../ui/page/page-head.tsx';
import { AbsentDocument } from '../access/absent-document.tsx';
import { documentCrumbs } from '../document-crumbs.ts';
import { changeHistory } from '../history/change-history.server.ts';
import { loadHistory } from '../history/history.server.ts';
import { HistoryScreen } from '../history/history-screen.tsx';
import { requireDocument } from '../require-document.server.ts';
import type { Route } from './+types/document-history';

type Data = Route.ComponentProps['loaderData'];

export const handle = frameHandle<Data>({
  crumbs: ({ document }) => [
    ...documentCrumbs(document),
    { href: paths.documentHistory(document), label: words.history },
  ],
});

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { member, document } = await requireDocument(context, params.document, 'document.read');
  const { now } = context.get(servicesContext);
  const query = new URL(request.url).searchParams;
  return {
    document,
    canWrite: canInDocument(document, 'document.write'),
    now: now(),
    ...(await loadHistory(context, { document, userId: member.id, query, signal: request.signal })),
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { member, document } = await requireDocument(context, params.document, 'document.write');
  return changeHistory(context, { document, by: member.id }, await request.formData());
}

export default function DocumentHistory({ loaderData, actionData }: Route.ComponentProps) {
  const { document } = loaderData;
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.history, document.title, document.group.name)}</title>
      <PageHead title={words.historyOf(document.title)} lead={words.versions.lead}>
        <Link className="btn" to={paths.document(document)}>
          {words.backToDocument}
        </Link>
      </PageHead>
      <HistoryScreen {...loaderData} done={actionData ?? null} />
    </main>
  );
}

export function ErrorBoundary({ error, params }: Route.ErrorBoundaryProps) {
  return <RefusedPage error={error} isFramed absent={<AbsentDocument segment={params.document} />} />;
}
