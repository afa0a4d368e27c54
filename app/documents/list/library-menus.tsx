import { ArrowDown, ArrowUp, Ellipsis, FolderInput, Pencil, Pin, PinOff, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { ShownFolder } from '#shared/documents/folder.ts';
import { organising as words } from '#shared/documents/list/document-organising.fr.ts';
import type { MenuAction } from '../../ui/late/menu.tsx';
import { MenuButton } from '../../ui/late/menu-button.tsx';
import type { LibraryRow } from './library-row.ts';
import { FolderNameDialog, MoveToDialog } from './place-dialogs.tsx';
import type { LibraryChanges } from './use-library-changes.ts';

/** What can be done with a document of the list. `siblings` are those it is ordered among, when the order is by hand. */
export function DocumentMenu({
  document,
  tree,
  siblings,
  changes,
}: {
  document: LibraryRow;
  tree: readonly ShownFolder[];
  siblings: readonly LibraryRow[] | null;
  changes: LibraryChanges;
}) {
  const [isMoving, setMoving] = useState(false);
  const rank = siblings?.findIndex(({ id }) => id === document.id) ?? -1;
  const actions: MenuAction[] = [
    {
      id: 'pin',
      label: document.isPinned ? words.unpin : words.pin,
      icon: document.isPinned ? PinOff : Pin,
      onAction: () => changes.pin(document),
    },
    { id: 'move', label: words.moveTo, icon: FolderInput, onAction: () => setMoving(true) },
    ...(siblings && rank >= 0
      ? [
          {
            id: 'up',
            label: words.up,
            icon: ArrowUp,
            isDisabled: rank === 0,
            onAction: () => changes.place(document, siblings[rank - 1]?.id ?? null, siblings),
          },
          {
            id: 'down',
            label: words.down,
            icon: ArrowDown,
            isDisabled: rank === siblings.length - 1,
            onAction: () => changes.place(document, siblings[rank + 2]?.id ?? null, siblings),
          },
        ]
      : []),
  ];
  return (
    <>
      <RowMenu label={words.actionsOf(document.title)} actions={actions} />
      {isMoving && (
        <MoveToDialog
          title={document.title}
          tree={tree}
          from={document.folder?.id ?? null}
          onMove={(folderId) => {
            changes.put(document, folderId);
            setMoving(false);
          }}
          onClose={() => setMoving(false)}
        />
      )}
    </>
  );
}

/** What can be done with a folder of the list. */
export function FolderMenu({
  folder,
  from,
  tree,
  changes,
}: {
  folder: { readonly id: string; readonly name: string };
  from: string | null;
  tree: readonly ShownFolder[];
  changes: LibraryChanges;
}) {
  const [dialog, setDialog] = useState<'rename' | 'move' | null>(null);
  const close = () => setDialog(null);
  const actions: MenuAction[] = [
    { id: 'rename', label: words.renameFolder, icon: Pencil, onAction: () => setDialog('rename') },
    { id: 'move', label: words.moveTo, icon: FolderInput, onAction: () => setDialog('move') },
    {
      id: 'remove',
      label: words.removeFolder,
      icon: Trash2,
      startsGroup: true,
      onAction: () => changes.removeFolder(folder),
    },
  ];
  return (
    <>
      <RowMenu label={words.actionsOf(folder.name)} actions={actions} />
      {dialog === 'rename' && (
        <FolderNameDialog
          title={words.renameFolderTitle(folder.name)}
          initial={folder.name}
          submit={words.saveName}
          onName={(name) => {
            changes.renameFolder(folder.id, name);
            close();
          }}
          onClose={close}
        />
      )}
      {dialog === 'move' && (
        <MoveToDialog
          title={folder.name}
          tree={tree}
          from={from}
          without={folder.id}
          onMove={(parentId) => {
            changes.moveFolder(folder, parentId);
            close();
          }}
          onClose={close}
        />
      )}
    </>
  );
}

function RowMenu({ label, actions }: { label: string; actions: readonly MenuAction[] }) {
  return (
    <MenuButton label={label} actions={actions} className="btn quiet sm icon-only">
      <Ellipsis className="icon" aria-hidden="true" />
    </MenuButton>
  );
}
