import type { RouterContextProvider } from 'react-router';
import { listPlaces } from '#db/documents/document-places.ts';
import { listExcerpts } from '#db/documents/document-texts.ts';
import { listDocumentTitles } from '#db/documents/documents.ts';
import { listFolders } from '#db/documents/folders.ts';
import { listUnread } from '#db/documents/history/document-visits.ts';
import { listWriters } from '#db/realtime/writers.ts';
import { byHand } from '#shared/documents/document-order.ts';
import { folderPath, folderTree, liveFolderOf } from '#shared/documents/folder.ts';
import type { Readable } from '#shared/kernel/access/readable.ts';
import { askedPage, placeOfPage } from '#shared/kernel/paging.ts';
import { hasWords } from '#shared/kernel/text/fold.ts';
import { inFrench } from '#shared/kernel/text/order.ts';
import { roomName } from '#shared/realtime/realtime.ts';
import { servicesContext } from '../../context.ts';
import type { LibraryRow } from './library-row.ts';

/** A page of documents; a group has some dozens. */
const DOCUMENTS_A_PAGE = 100;

export const SORTS = ['recent', 'title', 'hand'] as const;
export type Sort = (typeof SORTS)[number];

/** The documents of a group as one of its folders shows them: from the address of the page. */
export async function loadLibrary(
  context: Readonly<RouterContextProvider>,
  { groupId, userId, search }: { groupId: Readable<'group'>; userId: string; search: URLSearchParams },
) {
  const { db, now } = context.get(servicesContext);
  const [listed, folders, places] = await Promise.all([
    listDocumentTitles(db, { groupId, userId, now: now() }),
    listFolders(db, { groupId }),
    listPlaces(db, { groupId }),
  ]);
  const names = new Map(folders.map(({ id, name }) => [id, name]));
  const rows = listed.flatMap((document): Listed[] => {
    const place = places.get(document.id);
    if (!place) return [];
    const { isPinned, visibility, order, createdAt } = place;
    const folderId = liveFolderOf(folders, place.folderId);
    return [
      {
        ...document,
        isPinned,
        visibility,
        folder: folderId === null ? null : { id: folderId, name: names.get(folderId) ?? '' },
        order,
        createdAt,
      },
    ];
  });
  const query = (search.get('q') ?? '').trim().slice(0, 200);
  const sort = SORTS.find((known) => known === search.get('tri')) ?? 'recent';
  const here = query ? null : liveFolderOf(folders, search.get('classeur'));
  const shown = query
    ? rows.filter(({ title }) => hasWords(title, query))
    : rows.filter(({ folder }) => (folder?.id ?? null) === here);
  const tree = folderTree(folders);
  const pinned = query ? [] : rows.filter((row) => row.isPinned);
  // At the top, what is pinned stands apart.
  const all = sorted(here === null && !query ? shown.filter((row) => !row.isPinned) : shown, sort);
  // Whoever orders by hand sees all that is ordered.
  const size = sort === 'hand' ? Math.max(all.length, 1) : DOCUMENTS_A_PAGE;
  const place = placeOfPage(askedPage(search), all.length, size);
  const toRow = await describe(context, userId, [...pinned, ...all.slice(place.offset, place.offset + size)]);
  return {
    path: folderPath(folders, here),
    here,
    tree,
    query,
    sort,
    folders: query
      ? []
      : tree
          .filter(({ parentId }) => parentId === here)
          .map(({ id, name }) => ({ id, name, count: countIn(id) })),
    pinned: pinned.map(toRow),
    documents: all.slice(place.offset, place.offset + size).map(toRow),
    total: all.length,
    page: place.page,
    pages: place.pages,
    isEmpty: rows.length === 0 && tree.length === 0,
  };

  /** With what stands in the folders below. */
  function countIn(folderId: string): number {
    return rows.filter(({ folder }) =>
      folderPath(folders, folder?.id ?? null).some(({ id }) => id === folderId),
    ).length;
  }
}

/** A line before what is read of those that are drawn only. */
type Listed = Omit<LibraryRow, 'excerpt' | 'isUnread' | 'writers'> & {
  readonly id: Readable<'document'>;
  readonly order: string | null;
  readonly createdAt: Date;
};

/** Reads first words, writers and what is new of these lines, together. */
async function describe(
  context: Readonly<RouterContextProvider>,
  userId: string,
  rows: readonly Listed[],
): Promise<(row: Listed) => LibraryRow> {
  const { db, database } = context.get(servicesContext);
  const documentIds = [...new Set(rows.map(({ id }) => id))];
  const room = (id: string) => roomName({ kind: 'document', id });
  const [excerpts, unread, writers] = await Promise.all([
    listExcerpts(db, documentIds),
    listUnread(database.run, { documentIds, userId }),
    listWriters(db, documentIds.map(room)),
  ]);
  return ({ order: _order, createdAt: _createdAt, ...row }) => ({
    ...row,
    excerpt: excerpts.get(row.id) ?? '',
    isUnread: unread.has(row.id),
    writers: writers.get(room(row.id)) ?? [],
  });
}

function sorted(rows: readonly Listed[], sort: Sort): Listed[] {
  if (sort === 'hand') return [...rows].sort(byHand);
  if (sort === 'recent') return [...rows];
  return [...rows].sort((a, b) => inFrench(a.title, b.title));
}
