import { Eye, Globe, History, Lock } from 'lucide-react';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { Link } from 'react-router';
import type { LinkingCard } from '#shared/boards/card/linking-card.ts';
import { document as documentWords } from '#shared/documents/document.fr.ts';
import type { Visibility } from '#shared/documents/document-access.ts';
import { documentMenu } from '#shared/documents/document-menu.fr.ts';
import { documentPast } from '#shared/documents/document-past.fr.ts';
import type { OutlineEntry } from '#shared/documents/text/document-outline.ts';
import type { RoomAccess } from '#shared/kernel/access/access.ts';
import { paths } from '#shared/paths.ts';
import { AsideNote } from '../realtime/aside-note.tsx';
import { ClosedNotice } from '../realtime/closed-notice.tsx';
import { NamesPresent } from '../realtime/people-present.tsx';
import { useFreshPage } from '../realtime/use-fresh-page.ts';
import { useLiveRoom, useRoomState } from '../realtime/use-live-room.ts';
import { AccessRequestLink } from './access/access-request-link.tsx';
import { ShareButton } from './access/share-button.tsx';
import { CommentsAside } from './comment/comments-aside.tsx';
import type { CommentCounts } from './comment/page-comments.ts';
import { usePageComments } from './comment/use-page-comments.ts';
import { DocumentActions } from './document-actions.tsx';
import { DocumentTitle } from './document-title.tsx';
import type { Drawn } from './editor/drawn.ts';
import type { QuotedIn } from './excerpt/quoting-documents.tsx';
import { type Authors, AuthorsButton, AuthorsLayer, useAuthors } from './history/authors.tsx';
import { DocumentPast } from './history/document-past.tsx';
import { type Contribution, WhoWrote } from './history/who-wrote.tsx';
import type { RefusedTitle } from './list/new-document-form.tsx';
import { LiveText } from './live-text.tsx';
import { Outline } from './outline.tsx';
import { RoomStatus, whyReadOnly } from './room-status.tsx';

// In one piece with this page: apart, what both show would be cut into pieces that weigh more.
export { TextInPage } from './text-in-page.tsx';

// Few documents have any. Without network, they are not shown.
const LinkingCards = lazy(() =>
  import('./list/linking-cards.tsx').then(
    ({ LinkingCards: Cards }) => ({ default: Cards }),
    () => ({ default: () => null }),
  ),
);

// As few are quoted.
const QuotingDocuments = lazy(() =>
  import('./excerpt/quoting-documents.tsx').then(
    ({ QuotingDocuments: Documents }) => ({ default: Documents }),
    () => ({ default: () => null }),
  ),
);

export interface DocumentPageProps {
  readonly document: {
    readonly id: string;
    readonly title: string;
    readonly visibility: Visibility;
    readonly isFrozen: boolean;
    readonly group: {
      readonly id: string;
      readonly name: string;
      readonly organisationId: string | null;
    };
  };
  /** The theme of its group. */
  readonly theme: ReactNode;
  readonly room: string;
  readonly me: { readonly id: string; readonly name: string; readonly colour: number };
  readonly access: RoomAccess;
  /** Those that point to this document, and that one may read. */
  readonly linkingCards: readonly LinkingCard[];
  /** Null when nothing quotes it. */
  readonly quotedIn: QuotedIn | null;
  readonly canRename: boolean;
  readonly canOrganise: boolean;
  /** It came as a file: there is a report of what could not be kept. */
  readonly came: { readonly canSuggest: boolean; readonly isImported: boolean };
  /** How closely one follows it, in words. */
  readonly follows: string;
  /** What the server drew: painted first, readable without script. */
  readonly drawn: Drawn;
  readonly contributions: readonly Contribution[];
  readonly uploadMegabytes: number;
  /** What was signed of it and is in review, in words. */
  readonly reviews: readonly {
    readonly isSigned: boolean;
    readonly round: { readonly text: string; readonly href: string };
    readonly since: { readonly text: string; readonly href: string | null };
  }[];
  readonly comments: CommentCounts;
  readonly refused: RefusedTitle | null;
}

/** A document: its outline, its paper, and above them where its changes are and who is here. */
export function DocumentPage({
  document,
  room: name,
  me,
  access,
  drawn,
  refused,
  ...page
}: DocumentPageProps) {
  const room = useLiveRoom(name, me.id, access);
  const state = useRoomState(room);
  const [outline, setOutline] = useState<readonly OutlineEntry[]>(drawn.outline);
  const authors = useAuthors(document.id, room);
  const comments = usePageComments();
  useFreshPage(room, state, access, document.title);
  const shown = state.isAllowed ? outline : [];
  const why = whyReadOnly(room, state, { access, isFrozen: document.isFrozen });
  return (
    <main id="contenu" className="doc">
      <RoomStatus room={room} state={state}>
        <ShareButton document={document} />
      </RoomStatus>
      <LiveText
        documentId={document.id}
        room={room}
        state={state}
        isWriter={access === 'write'}
        drawn={drawn}
        me={me}
        uploadMegabytes={page.uploadMegabytes}
        onOutline={setOutline}
        onDrawn={comments.onDrawn}
        comments={comments.editor}
      >
        {(tools, text) => (
          <>
            {tools}
            <Beside document={document} authors={authors} contributions={page.contributions}>
              <Outline entries={shown} />
            </Beside>
            <article id="feuille" className="sheet-paper" aria-labelledby="titre">
              <header className="doc-head">
                <Head {...page} document={document} authors={authors} refused={refused} />
                <NamesPresent room={room} />
                <details className="outline-fold">
                  <summary>{documentWords.outline}</summary>
                  <Outline entries={shown} />
                </details>
                <Reviews reviews={page.reviews} />
                {why && (
                  <p className="note info">
                    <Eye className="icon" aria-hidden="true" />
                    <span>
                      <strong>{documentWords.readOnly}.</strong> {why}
                      {!document.isFrozen && (
                        <AccessRequestLink document={{ ...document, access }} className="mt-2" />
                      )}
                    </span>
                  </p>
                )}
                <ClosedNotice save={state.save} room={room} name={name} title={document.title} />
                <AsideNote userId={me.id} room={name} title={document.title} />
                <DocumentPast document={document} room={room} state={state} />
              </header>
              {text}
              {state.isAllowed && <AtFoot {...page} authors={authors} />}
            </article>
          </>
        )}
      </LiveText>
      {state.isAllowed && (
        <CommentsAside
          documentId={document.id}
          room={room}
          isReady={state.isReady}
          me={me}
          access={access}
          counts={page.comments}
          shown={comments.shown}
          ask={comments.ask}
          onAsk={comments.onAsk}
        />
      )}
    </main>
  );
}

type Of<Keys extends keyof DocumentPageProps> = Pick<DocumentPageProps, Keys> & { readonly authors: Authors };

/** Left of the sheet: its outline and who wrote. */
function Beside({
  document,
  authors,
  contributions,
  children,
}: Of<'document' | 'contributions'> & { readonly children: ReactNode }) {
  return (
    <div className="doc-nav">
      <nav aria-label={documentWords.outlineOf}>
        <h2>{documentWords.outline}</h2>
        {children}
      </nav>
      <section aria-labelledby="auteurs">
        <h2 id="auteurs">{documentWords.whoWrote}</h2>
        {contributions.length > 0 && (
          <WhoWrote contributions={contributions} csv={paths.documentContributions(document)} />
        )}
        <AuthorsButton authors={authors} />
      </section>
      <p className="doc-history">
        <Link to={paths.documentHistory(document)}>
          <History className="icon" aria-hidden="true" />
          {documentPast.history}
        </Link>
      </p>
    </div>
  );
}

/** Whose it is, who sees it, what can be done with it, and its title. */
function Head({
  document,
  authors,
  theme,
  refused,
  ...page
}: Of<'document' | 'theme' | 'refused' | 'canRename' | 'canOrganise' | 'came' | 'follows'>) {
  return (
    <>
      <div className="row meta">
        <p className="row">
          {theme}
          <span className="muted">{documentWords.ofGroup(document.group.name)}</span>
          {document.visibility !== 'group' && (
            <Link className="tag" to={paths.documentAccess(document)}>
              {document.visibility === 'restricted' ? (
                <Lock className="icon" aria-hidden="true" />
              ) : (
                <Globe className="icon" aria-hidden="true" />
              )}
              {documentMenu.visibilityNow[document.visibility]}
            </Link>
          )}
        </p>
        <DocumentActions
          document={document}
          canOrganise={page.canOrganise}
          came={page.came}
          follows={page.follows}
          authors={authors}
        />
      </div>
      <DocumentTitle title={document.title} canRename={page.canRename} refused={refused} />
    </>
  );
}

function Reviews({ reviews }: Pick<DocumentPageProps, 'reviews'>) {
  return reviews.map(({ isSigned, round, since }) => (
    <p className={isSigned ? 'note success' : 'note info'} key={round.href}>
      <span>
        <Link to={round.href}>{round.text}</Link>,{' '}
        {since.href ? <Link to={since.href}>{since.text}</Link> : since.text}
      </span>
    </p>
  ));
}

/** Under the text: what leads to it, who quotes it, and, when asked for, who wrote each line. */
function AtFoot({ linkingCards, quotedIn, authors }: Of<'linkingCards' | 'quotedIn'>) {
  return (
    <>
      {linkingCards.length > 0 && (
        <Suspense>
          <LinkingCards cards={linkingCards} />
        </Suspense>
      )}
      {quotedIn && (
        <Suspense>
          <QuotingDocuments {...quotedIn} />
        </Suspense>
      )}
      <AuthorsLayer authors={authors} />
    </>
  );
}
