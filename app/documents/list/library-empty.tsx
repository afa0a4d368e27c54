import { documentList } from '#shared/documents/list/document-list.fr.ts';
import { organising as words } from '#shared/documents/list/document-organising.fr.ts';
import { Logo } from '../../ui/logo.tsx';

/** Says what an empty place is for, and what to do first. */
export function LibraryEmpty({
  kind,
  canOrganise,
}: {
  kind: 'group' | 'top' | 'folder' | 'search';
  canOrganise: boolean;
}) {
  if (kind === 'search') return <p className="muted">{words.foundNone}</p>;
  if (kind === 'top') return null;
  return (
    <div className="empty">
      <Logo />
      <h3>{kind === 'group' ? documentList.emptyTitle : words.folderEmptyTitle}</h3>
      <p>
        {!canOrganise
          ? documentList.emptyForReaders
          : kind === 'group'
            ? documentList.emptyText
            : words.folderEmpty}
      </p>
    </div>
  );
}
