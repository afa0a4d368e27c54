import { z } from 'zod';
import { moveToGroup } from '#db/documents/document-moves.ts';
import { pinDocument, placeByHand, putIntoFolder } from '#db/documents/document-places.ts';
import { linkWrittenFiles } from '#db/documents/file/file-links.ts';
import { Id } from '#shared/kernel/input.ts';
import { ok } from '#shared/kernel/result.ts';
import type { Right } from '../kernel/operation.ts';
import { operation } from '../kernel/operation.ts';
import { inGroup } from '../people/rights.ts';
import { type InDocument, inDocument, roomOf } from './document-rights.ts';
import { WrittenFiles } from './written-files.ts';

const OfDocument = z.object({ documentId: Id });
/** A folder, or a document before which another stands; empty for the top, or the end. */
export const Place = Id.or(z.literal('').transform(() => null));

const placeOf = ({ document }: InDocument) => ({ documentId: document.id, groupId: document.group.id });

/** [C8] Whoever organises a document and makes documents in the other group. */
const movingTo: Right<{ readonly documentId: string; readonly toGroupId: string }, InDocument> = async (
  act,
  asker,
  input,
) => {
  const there = await inGroup('document.create')(act, asker, { groupId: input.toGroupId });
  return there.ok ? inDocument('document.organise')(act, asker, input) : there;
};

/** [C2] [C3] [C4] [C8] Where documents stand. */
export const placeOperations = {
  'document.putIntoFolder': operation({
    input: OfDocument.extend({ folderId: Place }),
    right: inDocument('document.organise'),
    refusals: { 'folder.notFound': 'folderId' },
    run: (act, { folderId }) => putIntoFolder(act.tx, { ...placeOf(act), folderId }),
  }),

  /** Right before another of its folder, or last. */
  'document.place': operation({
    input: OfDocument.extend({ beforeId: Place }),
    right: inDocument('document.organise'),
    refusals: {},
    run: (act, { beforeId }) => placeByHand(act.tx, { ...placeOf(act), beforeId }),
  }),

  'document.pin': operation({
    input: OfDocument.extend({ isPinned: z.boolean() }),
    right: inDocument('document.organise'),
    refusals: {},
    run: (act, { isPinned }) => pinDocument(act.tx, { ...placeOf(act), pinnedAt: isPinned ? act.now : null }),
  }),

  /** With its history, its files and what was given by name; open pages are decided again. */
  'document.moveToGroup': operation({
    input: OfDocument.extend({ toGroupId: Id, written: WrittenFiles }),
    right: movingTo,
    refusals: {},
    async run(act, { toGroupId, written }) {
      const { tx, by, document, now, newId, after } = act;
      await linkWrittenFiles(tx, { holder: { kind: 'document', id: document.id }, written, now });
      const change = { ...placeOf(act), toGroupId, by, now, activityIds: [newId(), newId()] as const };
      const moved = await moveToGroup(tx, change);
      if (!moved.ok) return moved;
      after.recheck({ room: roomOf(document.id) });
      return ok({ id: document.id, title: document.title });
    },
  }),
};
