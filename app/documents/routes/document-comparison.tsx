import { Link } from 'react-router';
import { findState, listLogMinutes } from '#db/documents/history/document-history.ts';
import { listKnownVersions } from '#db/documents/history/document-versions.ts';
import { canInDocument } from '#shared/documents/document-access.ts';
import { versionsOf } from '#shared/documents/history/document-versions.ts';
import { history as words } from '#shared/documents/history/history.fr.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { paths } from '#shared/paths.ts';
import { servicesContext } from '../../context.ts';
import { frameHandle } from '../../kernel/frame-handle.ts';
import { documentCrumbs } from '../document-crumbs.ts';
import { changeHistory } from '../history/change-history.server.ts';
import { askedStates, loadComparison } from '../history/comparison.server.ts';
import { ComparisonScreen } from '../history/comparison-screen.tsx';
import { requireDocument } from '../require-document.server.ts';
import type { Route } from './+types/document-comparison';

type Data = Route.ComponentProps['loaderData'];

export const handle = frameHandle<Data>({
  crumbs: ({ document }) => [
    ...documentCrumbs(document),
    { href: paths.documentHistory(document), label: words.history },
    { href: paths.documentComparison(document), label: words.compare.title },
  ],
});

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { member, document } = await requireDocument(context, params.document, 'document.read');
  const { db, database, now } = context.get(servicesContext);
  const query = new URL(request.url).searchParams;
  const [{ from, to }, head, known] = await Promise.all([
    askedStates(context, document.id, query),
    findState(database.run, document.id, { seq: Number.MAX_SAFE_INTEGER }),
    listKnownVersions(db, document.id),
  ]);
  const upTo = head?.seq ?? 0;
  const { minutes } = await listLogMinutes(database.run, { documentId: document.id, upTo });
  return {
    document,
    canWrite: canInDocument(document, 'document.write'),
    isSideBySide: query.get('affichage') === 'cote-a-cote',
    comparison:
      to &&
      (await loadComparison(context, { document, userId: member.id, from, to, signal: request.signal })),
    choices: [
      ...known.flatMap(({ seq, name, at }) => (name === null ? [] : [{ seq, name, at }])),
      ...versionsOf(minutes)
        .toReversed()
        .map(({ seq, to }) => ({ seq, name: null, at: to })),
    ],
    now: now(),
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { member, document } = await requireDocument(context, params.document, 'document.write');
  return changeHistory(context, { document, by: member.id }, await request.formData());
}

export default function DocumentComparison({ loaderData, actionData }: Route.ComponentProps) {
  const { document } = loaderData;
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.compare.title, document.title, document.group.name)}</title>
      <div className="head">
        <h1>{words.compare.titleOf(document.title)}</h1>
        <Link className="btn" to={paths.documentHistory(document)}>
          {words.history}
        </Link>
      </div>
      <ComparisonScreen {...loaderData} done={actionData ?? null} />
    </main>
  );
}
