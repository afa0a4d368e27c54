import type { RouterContextProvider } from 'react-router';
import { listPlaces } from '#db/document-places.ts';
import { listExcerpts } from '#db/document-texts.ts';
import { listUnread } from '#db/document-visits.ts';
import { listDocuments } from '#db/documents.ts';
import { listFolders } from '#db/folders.ts';
import { byHand } from '#shared/document/document-order.ts';
import { folderPath, folderTree, liveFolderOf } from '#shared/document/folder.ts';
import { servicesContext } from '../context.ts';
import type { LibraryRow } from './library-row.ts';

export const SORTS = ['recent', 'title', 'hand'] as const;
export type Sort = (typeof SORTS)[number];

/** The documents of a group as one of its folders shows them: from the address of the page. */
export async function loadLibrary(
  context: Readonly<RouterContextProvider>,
  { groupId, userId, search }: { groupId: string; userId: string; search: URLSearchParams },
) {
  const { db, database, now } = context.get(servicesContext);
  const [listed, folders, places] = await Promise.all([
    listDocuments(db, { groupId, userId, now: now() }),
    listFolders(db, { groupId }),
    listPlaces(db, { groupId }),
  ]);
  const documentIds = listed.map(({ id }) => id);
  const [excerpts, unread] = await Promise.all([
    listExcerpts(db, documentIds),
    listUnread(database.run, { documentIds, userId }),
  ]);
  const names = new Map(folders.map(({ id, name }) => [id, name]));
  const rows = listed.flatMap((document): (LibraryRow & Ordering)[] => {
    const place = places.get(document.id);
    if (!place) return [];
    const { isPinned, visibility, order, createdAt } = place;
    const folderId = liveFolderOf(folders, place.folderId);
    return [
      {
        ...document,
        excerpt: excerpts.get(document.id) ?? '',
        isUnread: unread.has(document.id),
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
    ? rows.filter(({ title }) => holds(title, query))
    : rows.filter(({ folder }) => (folder?.id ?? null) === here);
  const tree = folderTree(folders);
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
    pinned: query ? [] : rows.filter((row) => row.isPinned).map(toRow),
    documents: sorted(shown, sort).map(toRow),
    isEmpty: rows.length === 0 && tree.length === 0,
  };

  /** With what stands in the folders below. */
  function countIn(folderId: string): number {
    return rows.filter(({ folder }) =>
      folderPath(folders, folder?.id ?? null).some(({ id }) => id === folderId),
    ).length;
  }
}

interface Ordering {
  readonly order: string | null;
  readonly createdAt: Date;
}

function toRow({ order: _order, createdAt: _createdAt, ...row }: LibraryRow & Ordering): LibraryRow {
  return row;
}

function sorted<T extends LibraryRow & Ordering>(rows: readonly T[], sort: Sort): T[] {
  if (sort === 'hand') return [...rows].sort(byHand);
  if (sort === 'recent') return [...rows];
  const { compare } = new Intl.Collator('fr', { numeric: true });
  return [...rows].sort((a, b) => compare(a.title, b.title));
}

const folded = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLocaleLowerCase('fr');

/** Every word of the query stands in the title, whatever its case and accents. */
function holds(title: string, query: string): boolean {
  const [all, words] = [folded(title), folded(query).split(/\s+/u)];
  return words.every((word) => all.includes(word));
}
