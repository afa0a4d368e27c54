import { describe, expect, test } from 'vitest';
import {
  checkFolderPlace,
  FOLDER_DEPTH_MAX,
  type Folder,
  folderPath,
  folderTree,
  liveFolderOf,
} from '#shared/documents/folder.ts';

const folder = (id: string, parentId: string | null, isRemoved = false): Folder => ({
  id,
  parentId,
  name: `Classeur ${id}`,
  isRemoved,
});
/** a › b › c, and d beside. */
const tree = [folder('c', 'b'), folder('a', null), folder('b', 'a'), folder('d', null)];

describe('folders', () => {
  test('[C1] a folder stands neither in itself nor in what it holds', () => {
    expect(checkFolderPlace(tree, 'a', 'a')).toEqual({ ok: false, error: 'folder.cycle' });
    expect(checkFolderPlace(tree, 'a', 'c')).toEqual({ ok: false, error: 'folder.cycle' });
    expect(checkFolderPlace(tree, 'c', 'a')).toEqual({ ok: true });
    expect(checkFolderPlace(tree, 'a', 'd')).toEqual({ ok: true });
    expect(checkFolderPlace(tree, 'b', null)).toEqual({ ok: true });
  });

  test('[C1] nothing stands in a folder that is not there', () => {
    const absent = { ok: false, error: 'folder.notFound' };
    expect(checkFolderPlace(tree, null, 'x')).toEqual(absent);
    expect(checkFolderPlace(tree, 'x', null)).toEqual(absent);
    expect(checkFolderPlace([...tree, folder('e', null, true)], null, 'e')).toEqual(absent);
    expect(checkFolderPlace([...tree, folder('e', null, true)], 'e', null)).toEqual(absent);
  });

  test('[C1] five levels hold, with what a moved folder brings; removed ones count', () => {
    const deep = ['1', '2', '3', '4', '5'].map((id, index, all) => folder(id, all[index - 1] ?? null));
    expect(FOLDER_DEPTH_MAX).toBe(5);
    expect(checkFolderPlace(deep, null, '4')).toEqual({ ok: true });
    expect(checkFolderPlace(deep, null, '5')).toEqual({ ok: false, error: 'folder.tooDeep' });
    const both = [...deep, ...tree];
    expect(checkFolderPlace(both, 'a', '2')).toEqual({ ok: true });
    expect(checkFolderPlace(both, 'a', '3')).toEqual({ ok: false, error: 'folder.tooDeep' });
    const removed = both.map((one) => (one.id === '2' ? { ...one, isRemoved: true } : one));
    expect(checkFolderPlace(removed, 'a', '3')).toEqual({ ok: false, error: 'folder.tooDeep' });
  });

  test('[C2] what a removed folder holds shows one level up, and is back with it', () => {
    const removed = tree.map((one) => (one.id === 'b' ? { ...one, isRemoved: true } : one));
    expect(liveFolderOf(removed, 'b')).toBe('a');
    expect(folderTree(removed).map(({ id, parentId, depth }) => [id, parentId, depth])).toEqual([
      ['a', null, 0],
      ['c', 'a', 1],
      ['d', null, 0],
    ]);
    expect(folderPath(removed, 'c').map(({ id }) => id)).toEqual(['a', 'c']);
    expect(folderPath(tree, 'c').map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(liveFolderOf(tree, 'x')).toBeNull();
  });

  test('[C1] a circle that got in all the same ends every reading', () => {
    const circle = [folder('a', 'b'), folder('b', 'a'), folder('c', null)];
    expect(folderTree(circle).map(({ id }) => id)).toContain('c');
    expect(folderPath(circle, 'a')).toHaveLength(2);
    expect(liveFolderOf([folder('a', 'b', true), folder('b', 'a', true)], 'a')).toBeNull();
  });
});
