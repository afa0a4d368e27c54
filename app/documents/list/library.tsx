import { FolderPlus } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Folder, ShownFolder } from '#shared/documents/folder.ts';
import { documentList } from '#shared/documents/list/document-list.fr.ts';
import { organising as words } from '#shared/documents/list/document-organising.fr.ts';
import { pages as pageWords } from '#shared/kernel/page/pages.fr.ts';
import { pageAddress } from '#shared/kernel/paging.ts';
import { Pages } from '../../ui/pages.tsx';
import { DocumentRow, DocumentTable, FolderRow } from './document-table.tsx';
import { LibraryEmpty } from './library-empty.tsx';
import { LibraryFilter } from './library-filter.tsx';
import { DocumentMenu, FolderMenu } from './library-menus.tsx';
import type { LibraryRow, FolderRow as ListedFolder } from './library-row.ts';
import { FolderNameDialog } from './place-dialogs.tsx';
import { useLibraryChanges } from './use-library-changes.ts';
import { type Carried, useRowDrags } from './use-row-drags.ts';

export interface LibraryProps {
  /** Address of the list, without its question. */
  readonly address: string;
  readonly path: readonly Pick<Folder, 'id' | 'name'>[];
  readonly here: string | null;
  readonly tree: readonly ShownFolder[];
  readonly query: string;
  readonly sort: 'recent' | 'title' | 'hand';
  readonly folders: readonly ListedFolder[];
  readonly pinned: readonly LibraryRow[];
  /** A page of them. */
  readonly documents: readonly LibraryRow[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  readonly isEmpty: boolean;
  readonly canOrganise: boolean;
  readonly now: Date;
}

/** The documents of a group in its folders: pinned ones, the way down, folders, documents. */
export function Library(props: LibraryProps) {
  const { address, path, here, tree, query, sort, folders, documents, canOrganise, now } = props;
  const [isNaming, setNaming] = useState(false);
  const changes = useLibraryChanges(tree);
  const drags = useRowDrags();
  if (props.isEmpty) return <LibraryEmpty kind="group" canOrganise={canOrganise} />;
  const pinned = here === null ? props.pinned : [];
  const rows = here === null && !query ? documents.filter(({ isPinned }) => !isPinned) : documents;
  const hrefOf = (folderId: string | null) => addressOf(address, { folderId, sort });
  const intoFolder = (folderId: string | null) => ({
    key: folderId ?? 'top',
    takes: ({ kind, id }: Carried) => kind === 'document' || id !== folderId,
    onDrop: ({ kind, id }: Carried) =>
      kind === 'document'
        ? changes.put(documentOf(id), folderId)
        : changes.moveFolder(folderOf(id), folderId),
  });
  const documentOf = (id: string) => [...documents, ...pinned].find((row) => row.id === id);
  const folderOf = (id: string) => tree.find((folder) => folder.id === id);
  const menuOf = (row: LibraryRow) =>
    canOrganise ? (
      <DocumentMenu
        document={row}
        tree={tree}
        siblings={sort === 'hand' && !query ? rows : null}
        changes={changes}
      />
    ) : undefined;

  return (
    <>
      {pinned.length > 0 && (
        <section className="mb-8" aria-labelledby="pinned">
          <h3 id="pinned" className="label">
            {words.pinned}
          </h3>
          <DocumentTable caption={words.pinned} isOrganising={canOrganise}>
            {pinned.map((row) => (
              <DocumentRow
                key={row.id}
                document={row}
                now={now}
                showsFolder
                drag={canOrganise ? drags.row({ kind: 'document', id: row.id }, null) : undefined}
                menu={menuOf(row)}
              />
            ))}
          </DocumentTable>
        </section>
      )}
      <div className="library-head">
        {path.length > 0 && (
          <nav aria-label={words.pathOf}>
            <ol className="path">
              {[{ id: null, name: words.top }, ...path].map((step, index, all) => {
                const target = canOrganise ? drags.place(intoFolder(step.id)) : null;
                const isLast = index === all.length - 1;
                return (
                  <li key={step.id ?? 'top'} data-over={target?.isOver || undefined} {...target?.handlers}>
                    {isLast ? (
                      <span aria-current="location">{step.name}</span>
                    ) : (
                      <Link to={hrefOf(step.id)}>{step.name}</Link>
                    )}
                  </li>
                );
              })}
            </ol>
          </nav>
        )}
        <LibraryFilter address={address} here={here} query={query} sort={sort} />
        {canOrganise && (
          <button className="btn sm" type="button" onClick={() => setNaming(true)}>
            <FolderPlus className="icon" aria-hidden="true" />
            {words.newFolder}
          </button>
        )}
      </div>
      {query && (
        <p className="mb-4" role="status">
          {words.found(props.total, query)} <Link to={hrefOf(null)}>{words.filterClear}</Link>
        </p>
      )}
      {rows.length + folders.length === 0 ? (
        <LibraryEmpty kind={query ? 'search' : here === null ? 'top' : 'folder'} canOrganise={canOrganise} />
      ) : (
        <DocumentTable caption={documentList.listTable} isOrganising={canOrganise}>
          {folders.map((folder) => (
            <FolderRow
              key={folder.id}
              folder={folder}
              href={hrefOf(folder.id)}
              drag={
                canOrganise ? drags.row({ kind: 'folder', id: folder.id }, intoFolder(folder.id)) : undefined
              }
              menu={
                canOrganise ? (
                  <FolderMenu folder={folder} from={here} tree={tree} changes={changes} />
                ) : undefined
              }
            />
          ))}
          {rows.map((row) => (
            <DocumentRow
              key={row.id}
              document={row}
              now={now}
              showsFolder={query !== ''}
              drag={
                canOrganise
                  ? drags.row(
                      { kind: 'document', id: row.id },
                      sort === 'hand' && !query ? before(row) : null,
                    )
                  : undefined
              }
              menu={menuOf(row)}
            />
          ))}
        </DocumentTable>
      )}
      <Pages
        words={pageWords}
        page={props.page}
        pages={props.pages}
        to={(page) => pageAddress({ q: query, classeur: here, tri: sort === 'recent' ? null : sort }, page)}
      />
      {isNaming && (
        <FolderNameDialog
          title={words.newFolder}
          submit={words.createFolder}
          onName={(name) => {
            changes.createFolder(name, here);
            setNaming(false);
          }}
          onClose={() => setNaming(false)}
        />
      )}
    </>
  );

  function before(row: LibraryRow) {
    return {
      key: row.id,
      takes: ({ kind, id }: Carried) => kind === 'document' && id !== row.id,
      onDrop: ({ id }: Carried) => changes.place(documentOf(id), row.id, rows),
    };
  }
}

/** The address of a folder of the list, in this order. */
function addressOf(address: string, { folderId, sort }: { folderId: string | null; sort: string }): string {
  const search = new URLSearchParams();
  if (folderId) search.set('classeur', folderId);
  if (sort !== 'recent') search.set('tri', sort);
  const question = search.toString();
  return question ? `${address}?${question}` : address;
}
