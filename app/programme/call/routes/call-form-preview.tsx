import { Link } from 'react-router';
import { findWorkingForm } from '#db/programme/call/call-form-edits.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { callForm as words } from '#shared/programme/call/call-form.fr.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { servicesContext } from '../../../context.ts';
import { notFound } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { RefusedPage } from '../../../kernel/refused-page.tsx';
import { PageHead } from '../../../ui/page/page-head.tsx';
import { requireCall } from '../call-administration.server.ts';
import { FormPreview } from '../form-preview.tsx';
import type { Route } from './+types/call-form-preview';

export const handle = frameHandle<Route.ComponentProps['loaderData']>({
  crumbs: ({ call }) => [
    { href: programmePaths.administrationCall(call), label: call.title },
    { href: programmePaths.callForm(call), label: words.title },
    { href: programmePaths.callFormPreview(call), label: words.preview },
  ],
});

export async function loader({ params, context }: Route.LoaderArgs) {
  const call = await requireCall(context, params.appel);
  const working = await findWorkingForm(context.get(servicesContext).db, call.id);
  if (!working) throw notFound();
  return { call: { id: call.id, title: call.title }, form: working.form };
}

export default function CallFormPreview({ loaderData: { call, form } }: Route.ComponentProps) {
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.preview, call.title)}</title>
      <PageHead title={words.previewTitle} lead={words.previewLead}>
        <Link className="btn" to={programmePaths.callForm(call)}>
          {words.back}
        </Link>
      </PageHead>
      <FormPreview form={form} />
    </main>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <RefusedPage error={error} isFramed />;
}
