import { Folder, GripVertical, Lock, Pin } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { document as words } from '#shared/documents/document.fr.ts';
import { documentMenu } from '#shared/documents/document-menu.fr.ts';
import { documentPast } from '#shared/documents/document-past.fr.ts';
import { documentList } from '#shared/documents/list/document-list.fr.ts';
import { organising } from '#shared/documents/list/document-organising.fr.ts';
import { paths } from '#shared/paths.ts';
import { When } from '../../realtime/when.tsx';
import { OrganisationMarks } from '../../ui/organisation-marks.tsx';
import type { LibraryRow, FolderRow as ListedFolder } from './library-row.ts';

/** How a row is carried by the mouse, and what it does with what is dropped on it. Without: a row that only reads. */
export interface RowDrag {
  readonly isOver: boolean;
  readonly handlers: Pick<
    React.HTMLAttributes<HTMLTableRowElement>,
    'onDragStart' | 'onDragEnd' | 'onDragOver' | 'onDragLeave' | 'onDrop'
  >;
  readonly isDraggable: boolean;
}

interface TableProps {
  readonly caption: string;
  readonly isOrganising: boolean;
  readonly children: ReactNode;
}

/** The head of a list of documents; its rows are `FolderRow` and `DocumentRow`. Records on small screens. */
export function DocumentTable({ caption, isOrganising, children }: TableProps) {
  return (
    <table className="records library">
      <caption className="vh">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.title}</th>
          <th scope="col">{documentList.writers}</th>
          <th scope="col">{documentList.modified}</th>
          {isOrganising && (
            <th scope="col">
              <span className="vh">{words.actions}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}

/** A document: title and first words, the cities that write, last change, and its menu for those who organise. */
export function DocumentRow({
  document: { id, title, excerpt, writers, modifiedAt, isUnread, isPinned, visibility, folder },
  now,
  showsFolder = false,
  drag,
  menu,
}: {
  document: LibraryRow;
  now: Date;
  /** Says in which folder it is: where documents of several are listed together. */
  showsFolder?: boolean;
  drag?: RowDrag | undefined;
  menu?: ReactNode;
}) {
  return (
    <tr {...rowProps(drag)}>
      <th scope="row">
        {drag?.isDraggable && <GripVertical className="icon grip" aria-hidden="true" />}
        <Link to={paths.document({ id, title })} draggable={false}>
          {title}
        </Link>
        {isUnread && <span className="unread">{documentPast.unread}</span>}
        {isPinned && (
          <span className="mark" title={organising.isPinned}>
            <Pin className="icon" aria-hidden="true" />
            <span className="vh">{organising.isPinned}</span>
          </span>
        )}
        {visibility === 'restricted' && (
          <span className="mark" title={documentMenu.visibilityNow.restricted}>
            <Lock className="icon" aria-hidden="true" />
            <span className="vh">{documentMenu.visibilityNow.restricted}</span>
          </span>
        )}
        {showsFolder && folder && <span className="muted small"> {organising.inFolder(folder.name)}</span>}
        {excerpt && <p className="first-words">{excerpt}</p>}
      </th>
      <td data-l={documentList.writers}>
        <OrganisationMarks organisations={writers} />
      </td>
      <td data-l={documentList.modified} className="nowrap">
        <When at={modifiedAt} now={now} />
      </td>
      {menu !== undefined && <td className="row-menu">{menu}</td>}
    </tr>
  );
}

/** A folder and how many documents it holds. */
export function FolderRow({
  folder: { name, count },
  href,
  drag,
  menu,
}: {
  folder: ListedFolder;
  href: string;
  drag?: RowDrag | undefined;
  menu?: ReactNode;
}) {
  return (
    <tr {...rowProps(drag)}>
      <th scope="row" colSpan={3}>
        {drag?.isDraggable && <GripVertical className="icon grip" aria-hidden="true" />}
        <Folder className="icon folder" aria-hidden="true" />
        <span className="vh">{organising.folder} </span>
        <Link to={href} draggable={false}>
          {name}
        </Link>{' '}
        <span className="muted small">{organising.count(count)}</span>
      </th>
      {menu !== undefined && <td className="row-menu">{menu}</td>}
    </tr>
  );
}

function rowProps(drag: RowDrag | undefined) {
  if (!drag) return {};
  return {
    draggable: drag.isDraggable,
    'data-over': drag.isOver || undefined,
    ...drag.handlers,
  };
}
