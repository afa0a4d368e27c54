import { Link, redirect } from 'react-router';
import { accessRequest as words } from '#shared/documents/access/access-request.fr.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { paths } from '#shared/paths.ts';
import { frameHandle } from '../../kernel/frame-handle.ts';
import { ErrorSummary, faultsOf } from '../../ui/error-summary.tsx';
import { Notice } from '../../ui/notice.tsx';
import { takeFocus } from '../../ui/take-focus.ts';
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

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const readable = await loadRequest(context, params.document);
  const state = new URL(request.url).searchParams.get('etat');
  return { address: paths.documentAccessRequest({ id: params.document }), readable, state };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const made = await makeRequest(context, params.document, await request.formData());
  if (made.refused) return made.refused;
  throw redirect(`${paths.documentAccessRequest({ id: params.document })}?etat=${made.state}`);
}

export default function DocumentAccessRequest({ loaderData, actionData }: Route.ComponentProps) {
  const { address, readable, state } = loaderData;
  const title = readable ? words.more.pageTitle(readable.document.title) : words.pageTitle;
  const isSent = state === 'envoyee' && !actionData;
  const lead = readable ? words.more.lead[readable.access] : words.lead;
  const refusal = actionData && (
    <ErrorSummary title={words.refused} faults={faultsOf(actionData.errors)} answer={actionData} />
  );
  const typed = { message: actionData?.values.message, error: actionData?.errors.message };
  return (
    <main id="contenu">
      <title>{frame.pageTitle(title)}</title>
      <div className="head">
        <div>
          <h1>{title}</h1>
          {(readable || !isSent) && <p className="lead">{lead}</p>}
        </div>
        {readable && (
          <Link className="btn" to={paths.document(readable.document)}>
            {words.more.back}
          </Link>
        )}
      </div>
      {refusal}
      {readable ? (
        <ReaderRequest
          {...readable}
          {...typed}
          address={address}
          state={actionData ? null : state}
          role={actionData?.values.role}
        />
      ) : isSent ? (
        <div tabIndex={-1} ref={takeFocus}>
          <Notice kind="success">
            <p>
              <strong>{words.sent}</strong> {words.sentNext}
            </p>
          </Notice>
          <p>
            <Link className="btn" to={paths.home()}>
              {words.home}
            </Link>
          </p>
        </div>
      ) : (
        <AccessRequestForm action={address} {...typed} />
      )}
    </main>
  );
}
