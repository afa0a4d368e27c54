import { lazy } from 'react';
import { listLinkingCards } from '#db/boards/card/linking-cards.ts';
import { countThreads } from '#db/documents/comment/comment-threads.ts';
import { findImport } from '#db/documents/conversion/document-imports.ts';
import { listQuoting } from '#db/documents/excerpt/quoting-documents.ts';
import { findWatchLevel } from '#db/news/notification/watches.ts';
import { canInDocument } from '#shared/documents/document-access.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { following } from '#shared/news/following.fr.ts';
import { roomName } from '#shared/realtime/realtime.ts';
import { servicesContext } from '../../context.ts';
import { forbidden } from '../../kernel/access.server.ts';
import { drawDocument } from '../../kernel/drawn-document.server.ts';
import { frameHandle } from '../../kernel/frame-handle.ts';
import { act, gestureOf } from '../../kernel/gesture.server.ts';
import { keepOnDevice } from '../../kernel/keep.server.ts';
import { RefusedPage } from '../../kernel/refused-page.tsx';
import { markReviews } from '../../reviews/document-mark.server.ts';
import { ThemeChip } from '../../ui/theme-chip.tsx';
import { documentCrumbs } from '../document-crumbs.ts';
import { documentGestures } from '../document-gestures.server.ts';
import { DocumentPage } from '../document-page.tsx';
import { loadContributions } from '../history/contributions.server.ts';
import { requireDocument } from '../require-document.server.ts';
import type { Route } from './+types/document';

// Most people read the document that they open: the form of those who may not comes when it is needed.
const AbsentDocument = lazy(() =>
  import('../access/absent-document.tsx').then((module) => ({ default: module.AbsentDocument })),
);

type Data = Route.ComponentProps['loaderData'];

export const handle = frameHandle<Data>({
  crumbs: ({ document }) => documentCrumbs(document),
  isWorking: true,
});

export async function loader({ params, context }: Route.LoaderArgs) {
  const { member, document } = await requireDocument(context, params.document, 'document.read');
  const { db, env, now } = context.get(servicesContext);
  const room = roomName({ kind: 'document', id: document.id });
  keepOnDevice(context, { room, title: document.title, group: document.group.name });
  const [drawn, contributions, came, comments, linkingCards, quoting, watchLevel, reviews] =
    await Promise.all([
      drawDocument(context, { documentId: document.id, userId: member.id }),
      loadContributions(context, document.id),
      findImport(db, { documentId: document.id }),
      countThreads(db, { documentId: document.id, groupId: document.group.id, userId: member.id }),
      listLinkingCards(db, { to: { kind: 'document', id: document.id }, userId: member.id, now: now() }),
      listQuoting(db, { sourceId: document.id, userId: member.id, now: now() }),
      findWatchLevel(db, { userId: member.id, objectId: document.id, groupId: document.group.id }),
      markReviews(context, document),
    ]);
  return {
    document,
    room,
    me: { id: member.id, name: member.name, colour: member.organisation?.colour ?? 0 },
    drawn,
    access: document.access,
    canRename: canInDocument(document, 'document.write'),
    came: { canSuggest: canInDocument(document, 'document.suggest'), isImported: came !== null },
    follows: following.link(watchLevel),
    canOrganise: canInDocument(document, 'document.organise'),
    contributions,
    comments,
    linkingCards,
    quotedIn: quoting.documents.length + quoting.others > 0 ? quoting : null,
    reviews,
    uploadMegabytes: env.UPLOAD_MAX_MB,
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { member, document } = await requireDocument(context, params.document, 'document.write');
  const form = await request.formData();
  const gesture = gestureOf(form, documentGestures);
  const { documents } = context.get(servicesContext);
  if (gesture === documentGestures.rename) {
    const answer = await gesture.perform(context, { document, begins: null }, form);
    return 'to' in answer ? null : answer;
  }
  if (!canInDocument(document, 'document.organise')) throw forbidden();
  const isCopied = gesture === documentGestures.duplicate;
  const begins = isCopied ? await documents.beginAs(document.id, member.id) : null;
  return act(context, form, documentGestures, { document, begins });
}

export default function Document({ loaderData, actionData }: Route.ComponentProps) {
  const { document } = loaderData;
  return (
    <>
      <title>{frame.pageTitle(document.title, document.group.name)}</title>
      <DocumentPage
        key={document.id}
        {...loaderData}
        theme={<ThemeChip theme={document.group.theme} />}
        refused={actionData ?? null}
      />
    </>
  );
}

export function ErrorBoundary({ error, params }: Route.ErrorBoundaryProps) {
  return <RefusedPage error={error} isFramed absent={<AbsentDocument segment={params.document} />} />;
}
