import type { ShownFolder } from '#shared/documents/folder.ts';
import { organising as words } from '#shared/documents/list/document-organising.fr.ts';
import type { LibraryRow } from './library-row.ts';
import { useOrganise } from './use-organise.ts';

/** What can be changed in the list of documents, by mouse and by menu alike, each with what is said of it. */
export function useLibraryChanges(tree: readonly ShownFolder[]) {
  const { change } = useOrganise();
  const nameOf = (id: string | null) => tree.find((folder) => folder.id === id)?.name;
  const saidOf = (title: string, folderId: string | null) => {
    const name = nameOf(folderId);
    return name === undefined ? words.movedTop(title) : words.moved(title, name);
  };

  return {
    put(document: LibraryRow | undefined, folderId: string | null) {
      const from = document?.folder?.id ?? null;
      if (!document || from === folderId) return;
      const { id: documentId, title } = document;
      change({
        ask: { intent: 'put', documentId, folderId: folderId ?? '' },
        said: saidOf(title, folderId),
        undo: { ask: { intent: 'put', documentId, folderId: from ?? '' }, said: saidOf(title, from) },
      });
    },
    place(document: LibraryRow | undefined, beforeId: string | null, siblings: readonly LibraryRow[]) {
      if (!document) return;
      const others = siblings.filter(({ id }) => id !== document.id);
      const rank = others.findIndex(({ id }) => id === beforeId);
      change({
        ask: { intent: 'place', documentId: document.id, beforeId: beforeId ?? '' },
        said: words.placed(document.title, (rank < 0 ? others.length : rank) + 1, others.length + 1),
      });
    },
    pin({ id: documentId, title, isPinned }: LibraryRow) {
      change({
        ask: { intent: 'pin', documentId, isPinned: String(!isPinned) },
        said: isPinned ? words.nowUnpinned(title) : words.nowPinned(title),
      });
    },
    createFolder(name: string, parentId: string | null) {
      change({
        ask: { intent: 'createFolder', name, parentId: parentId ?? '' },
        said: words.folderCreated(name.trim()),
      });
    },
    renameFolder(folderId: string, name: string) {
      change({ ask: { intent: 'renameFolder', folderId, name }, said: words.folderRenamed(name.trim()) });
    },
    moveFolder(folder: Pick<ShownFolder, 'id' | 'name'> | undefined, parentId: string | null) {
      const from = tree.find(({ id }) => id === folder?.id)?.parentId ?? null;
      if (!folder || from === parentId) return;
      const { id: folderId, name } = folder;
      change({
        ask: { intent: 'moveFolder', folderId, parentId: parentId ?? '' },
        said: saidOf(name, parentId),
        undo: { ask: { intent: 'moveFolder', folderId, parentId: from ?? '' }, said: saidOf(name, from) },
      });
    },
    removeFolder({ id: folderId, name }: { id: string; name: string }) {
      change({
        ask: { intent: 'removeFolder', folderId },
        said: words.removed(name),
        undo: { ask: { intent: 'restoreFolder', folderId }, said: words.folderRestored(name) },
      });
    },
  };
}

export type LibraryChanges = ReturnType<typeof useLibraryChanges>;
