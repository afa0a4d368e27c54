import type { FolderError } from '#shared/errors.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { inFrench } from '../kernel/text/order.ts';

/** A folder (classeur) of a group's documents. */
export interface Folder {
  readonly id: string;
  /** Null at the top of the group. */
  readonly parentId: string | null;
  readonly name: string;
  /** Removed: what it holds shows in the nearest folder above it that is left. */
  readonly isRemoved: boolean;
}

/** [C1] Folders stand in folders, this deep at most: deeper, people search instead of looking. */
export const FOLDER_DEPTH_MAX = 5;

/** From a folder up to the top, itself first; ends where a parent is unknown or comes again. */
function upFrom(folders: readonly Folder[], id: string | null): Folder[] {
  const known = new Map(folders.map((folder) => [folder.id, folder]));
  const line: Folder[] = [];
  for (let at = id; at !== null; ) {
    const folder = known.get(at);
    if (!folder || line.includes(folder)) break;
    line.push(folder);
    at = folder.parentId;
  }
  return line;
}

/** How many levels a folder and what stands in it take: 1 when there is none in it. */
function heightOf(folders: readonly Folder[], id: string): number {
  return Math.max(
    ...folders.map((folder) => upFrom(folders, folder.id).findIndex((up) => up.id === id) + 1),
    1,
  );
}

/**
 * [C1] May this folder (null: a new one) stand in that one (null: at the top)? Removed folders count in the depth, so that
 * undoing a removal always fits. Refuses 'folder.notFound', 'folder.cycle', 'folder.tooDeep'.
 */
export function checkFolderPlace(
  folders: readonly Folder[],
  id: string | null,
  parentId: string | null,
): Result<void, FolderError> {
  const above = upFrom(folders, parentId);
  if (parentId !== null && (above[0]?.isRemoved ?? true)) return fail('folder.notFound');
  if (id !== null && !folders.some((folder) => folder.id === id && !folder.isRemoved))
    return fail('folder.notFound');
  if (id !== null && above.some((folder) => folder.id === id)) return fail('folder.cycle');
  const height = id === null ? 1 : heightOf(folders, id);
  return above.length + height > FOLDER_DEPTH_MAX ? fail('folder.tooDeep') : ok();
}

/** [C2] Where something put into this folder shows: there, or in the nearest folder above that is left; null at the top. */
export function liveFolderOf(folders: readonly Folder[], id: string | null): string | null {
  return upFrom(folders, id).find(({ isRemoved }) => !isRemoved)?.id ?? null;
}

/** The folders from the top down to this one, it included; empty at the top and for one that is not there. */
export function folderPath(folders: readonly Folder[], id: string | null): Folder[] {
  return upFrom(folders, id)
    .filter(({ isRemoved }) => !isRemoved)
    .reverse();
}

/** A folder in its tree: how deep it stands (0 at the top) and in which folder it shows. */
export interface ShownFolder {
  readonly id: string;
  readonly name: string;
  readonly parentId: string | null;
  readonly depth: number;
}

/** The folders that are there as a tree read from top to bottom: each right after its parent, by name in French. */
export function folderTree(folders: readonly Folder[]): ShownFolder[] {
  const byParent = Map.groupBy(
    folders.filter(({ isRemoved }) => !isRemoved),
    ({ parentId }) => liveFolderOf(folders, parentId),
  );
  const seen = new Set<string>();
  const under = (parentId: string | null, depth: number): ShownFolder[] =>
    [...(byParent.get(parentId) ?? [])]
      .sort((a, b) => inFrench(a.name, b.name) || (a.id < b.id ? -1 : 1))
      .flatMap(({ id, name }) => {
        if (seen.has(id)) return [];
        seen.add(id);
        return [{ id, name, parentId, depth }, ...under(id, depth + 1)];
      });
  return under(null, 0);
}
