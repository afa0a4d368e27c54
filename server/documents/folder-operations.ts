import { z } from 'zod';
import {
  createFolder,
  moveFolder,
  removeFolder,
  renameFolder,
  restoreFolder,
} from '#db/documents/folders.ts';
import { Id, read } from '#shared/kernel/input.ts';
import { parseName } from '#shared/kernel/title.ts';
import { operation } from '../kernel/operation.ts';
import { inGroup } from '../people/rights.ts';
import { Place } from './place-operations.ts';

const OfGroup = z.object({ groupId: Id });
const OfFolder = OfGroup.extend({ folderId: Id });
const ABSENT = { 'folder.notFound': '' } as const;
const MISPLACED = {
  'folder.notFound': 'parentId',
  'folder.cycle': 'parentId',
  'folder.tooDeep': 'parentId',
} as const;

/** [C1] [C2] The folders of a group's documents. */
export const folderOperations = {
  'folder.create': operation({
    input: OfGroup.extend({ parentId: Place, name: read(parseName) }),
    right: inGroup('document.create'),
    refusals: MISPLACED,
    run: ({ tx, by, now, newId }, input) => createFolder(tx, { ...input, folderId: newId(), by, now }),
  }),

  'folder.rename': operation({
    input: OfFolder.extend({ name: read(parseName) }),
    right: inGroup('document.create'),
    refusals: ABSENT,
    run: ({ tx }, input) => renameFolder(tx, input),
  }),

  'folder.move': operation({
    input: OfFolder.extend({ parentId: Place }),
    right: inGroup('document.create'),
    refusals: MISPLACED,
    run: ({ tx }, input) => moveFolder(tx, input),
  }),

  /** What it holds shows one level up. */
  'folder.remove': operation({
    input: OfFolder,
    right: inGroup('document.create'),
    refusals: ABSENT,
    run: ({ tx, now }, input) => removeFolder(tx, { ...input, now }),
  }),

  'folder.restore': operation({
    input: OfFolder,
    right: inGroup('document.create'),
    refusals: ABSENT,
    run: ({ tx }, input) => restoreFolder(tx, input),
  }),
};
