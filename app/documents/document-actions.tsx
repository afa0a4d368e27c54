import {
  ArrowRightLeft,
  Copy,
  Ellipsis,
  Eye,
  FileCheck,
  FileDiff,
  FileInput,
  Globe,
  History,
  LayoutTemplate,
  Trash2,
  Users,
  UsersRound,
} from 'lucide-react';
import { Link } from 'react-router';
import { Disclosure, useDisclosure } from '#app/ui/disclosure.tsx';
import { PostButton } from '#app/ui/post-button.tsx';
import { document as documentWords } from '#shared/documents/document.fr.ts';
import type { Visibility } from '#shared/documents/document-access.ts';
import { documentMenu } from '#shared/documents/document-menu.fr.ts';
import { documentPast } from '#shared/documents/document-past.fr.ts';
import type { Titled } from '#shared/kernel/address-parts.ts';
import { paths } from '#shared/paths.ts';
import { ExportItem } from './conversion/export-item.tsx';
import type { Authors } from './history/authors.tsx';

/** Whether it came as a file, and may come back as one. */
interface Came {
  readonly canSuggest: boolean;
  readonly isImported: boolean;
}

/** What can be done with the document as a whole. A disclosure of the browser: it works without script. */
export function DocumentActions({
  document,
  canOrganise,
  came,
  follows,
  authors,
}: {
  document: { readonly id: string; readonly title: string; readonly visibility: Visibility };
  canOrganise: boolean;
  came: Came;
  follows: string;
  authors: Authors;
}) {
  const disclosure = useDisclosure();
  const { close } = disclosure;
  return (
    <Disclosure
      className="doc-actions"
      handle={disclosure}
      summary={
        <summary
          className="btn quiet sm icon-only"
          aria-label={documentWords.actions}
          title={documentWords.actions}
        >
          <Ellipsis className="icon" aria-hidden="true" />
        </summary>
      }
    >
      <ul className="menu">
        <li>
          <Link className="menu-item" to={paths.documentHistory(document)}>
            <History className="icon" aria-hidden="true" />
            {documentPast.history}
          </Link>
        </li>
        {authors.isPossible && (
          <li>
            <button
              className="menu-item"
              type="button"
              aria-pressed={authors.isShown}
              onClick={() => {
                authors.toggle();
                close();
              }}
            >
              <Users className="icon" aria-hidden="true" />
              {documentPast.who.show}
            </button>
          </li>
        )}
        <li>
          <Link className="menu-item" to={`${paths.document(document)}/relectures`}>
            <FileCheck className="icon" aria-hidden="true" />
            {documentMenu.reviews}
          </Link>
        </li>
        <li>
          <Link className="menu-item" to={paths.documentAccess(document)}>
            <UsersRound className="icon" aria-hidden="true" />
            {documentMenu.access}
          </Link>
        </li>
        <li>
          <Link className="menu-item" to={paths.notificationWatch('document', document.id)}>
            <Eye className="icon" aria-hidden="true" />
            {follows}
          </Link>
        </li>
        <li>
          <ExportItem
            className="menu-item"
            title={documentMenu.exportTitle}
            address={(format, withComments) => paths.documentExport(document, format, withComments)}
            onOpen={close}
            onClosed={disclosure.focus}
          >
            {documentMenu.export}
          </ExportItem>
        </li>
        <FileItems document={document} {...came} />
        {canOrganise && (
          <>
            <li>
              <PostButton fields={{ intent: 'duplicate' }} className="menu-item">
                <Copy className="icon" aria-hidden="true" />
                {documentMenu.duplicate}
              </PostButton>
            </li>
            {document.visibility !== 'restricted' && (
              <li>
                <Link className="menu-item" to={paths.documentTemplate(document)}>
                  <LayoutTemplate className="icon" aria-hidden="true" />
                  {documentMenu.saveAsTemplate}
                </Link>
              </li>
            )}
            <li>
              <Link className="menu-item" to={paths.documentPublication(document)}>
                <Globe className="icon" aria-hidden="true" />
                {documentMenu.publication}
              </Link>
            </li>
            <li>
              <Link className="menu-item" to={paths.documentMove(document)}>
                <ArrowRightLeft className="icon" aria-hidden="true" />
                {documentMenu.moveToGroup}
              </Link>
            </li>
            <li>
              <PostButton fields={{ intent: 'trash' }} className="menu-item">
                <Trash2 className="icon" aria-hidden="true" />
                {documentWords.toTrash}
              </PostButton>
            </li>
          </>
        )}
      </ul>
    </Disclosure>
  );
}

function FileItems({ document, canSuggest, isImported }: Came & { document: Titled }) {
  return (
    <>
      {canSuggest && (
        <li>
          <Link className="menu-item" to={paths.documentReturn(document)}>
            <FileDiff className="icon" aria-hidden="true" />
            {documentMenu.importVersion}
          </Link>
        </li>
      )}
      {isImported && (
        <li>
          <Link className="menu-item" to={paths.documentImport(document)}>
            <FileInput className="icon" aria-hidden="true" />
            {documentMenu.importReport}
          </Link>
        </li>
      )}
    </>
  );
}
