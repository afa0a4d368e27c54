import { z } from 'zod';
import { findGroupRole } from '#db/people/group/groups.ts';
import { findSheetPhoto, putSheetPhoto, setPhotoRemoved } from '#db/publication/sheet/sheet-photos.ts';
import { addExperiment, removeExperiment } from '#db/publication/sheet/use-case-sheet-experiments.ts';
import { moveSheet, type SheetText } from '#db/publication/sheet/use-case-sheet-states.ts';
import { writeSheetText } from '#db/publication/sheet/use-case-sheet-text.ts';
import { createSheet, editSheet } from '#db/publication/sheet/use-case-sheets.ts';
import { appendBlocks } from '#shared/documents/text/document-blocks.ts';
import { canInGroup } from '#shared/kernel/access/access.ts';
import { chosenId, Id, readForm, Said } from '#shared/kernel/input.ts';
import { fail } from '#shared/kernel/result.ts';
import { seenIn } from '#shared/kernel/sent-values.ts';
import { parsePhotoWords } from '#shared/publication/sheet/sheet-photo.ts';
import { SHEET_STATES } from '#shared/publication/sheet/sheet-state.ts';
import { parseSheetFields } from '#shared/publication/sheet/use-case-sheet.ts';
import { RoomDraft } from '#shared/realtime/room-draft.ts';
import { roomOf } from '../../documents/document-rights.ts';
import { operation } from '../../kernel/operation.ts';
import { writingBoth, writingExperiment, writingSheet } from './sheet-rights.ts';

const OfSheet = z.object({ sheetId: Id });
/** A file whose bytes are in the store, drawn anew. */
const Drawn = z.object({
  ...{ id: Id, name: z.string(), contentType: z.string(), bytes: z.number().int(), storageKey: z.string() },
  ...{ width: z.number().int(), height: z.number().int() },
});
const ShortText = z.string().max(20_000);
/** Nobody has written in a new room, so any number of a client is free. */
const FIRST_CLIENT = 1;

/** [US1] [US2] [US5] [US11] [US12] Sheets: what they are beside their text, their photograph, the experiments that they tell, and their states. */
export const sheetOperations = {
  /** [US4] With the text that the programme’s data write. */
  'useCaseSheet.create': operation({
    input: z.object({ experiment: Id, group: chosenId('useCaseSheet.groupMissing') }),
    right: writingExperiment,
    refusals: { 'useCaseSheet.groupMissing': 'group', 'useCaseSheet.exists': '' },
    async run({ tx, by: userId, experimentId, now, newId, after }, { group: groupId }) {
      if (!canInGroup(await findGroupRole(tx, { groupId, userId, now }), 'document.create'))
        return fail('useCaseSheet.groupMissing');
      const ids = { sheetId: newId(), documentId: newId() };
      const blocks = await writeSheetText(tx, experimentId);
      const draft = new RoomDraft();
      draft.write(userId, FIRST_CLIENT, (doc) => appendBlocks(doc, { blocks }));
      const { updates } = draft;
      const made = await createSheet(tx, { ...ids, experimentId, groupId, updates, userId, now, newId });
      if (made.ok) after.made(roomOf(ids.documentId));
      return made;
    },
  }),

  /** `uses`: those that are ticked, with a space between them. */
  'useCaseSheet.edit': operation({
    input: OfSheet.extend({
      hook: ShortText,
      serviceKind: z.string().max(64),
      sizeClass: z.string().max(64),
      uses: z.string().max(200),
    }),
    right: writingSheet,
    refusals: { 'useCaseSheet.hookTooLong': 'hook' },
    async run({ tx, sheet }, { uses, ...typed }) {
      const fields = parseSheetFields({ ...typed, uses: uses.split(' ') });
      return fields.ok ? editSheet(tx, { sheetId: sheet.id, fields: fields.value }) : fields;
    },
  }),

  /** `text`: what the door read in the live room, if it is published. */
  'useCaseSheet.move': operation({
    input: OfSheet.extend({
      to: z.enum(SHEET_STATES),
      reason: ShortText,
      seen: z.string().max(20).transform(seenIn),
      text: z.custom<SheetText | null>((text) => typeof text === 'object'),
    }),
    right: writingSheet,
    refusals: {
      'useCaseSheet.stateUnreachable': '',
      'useCaseSheet.textTooLong': 'reason',
      'useCaseSheet.reasonMissing': 'reason',
      'useCaseSheet.incomplete': '',
      'useCaseSheet.changedMeanwhile': '',
      'useCaseSheet.visaMissing': '',
    },
    run: ({ tx, by: userId, sheet, now, newId }, { to, reason, seen, text }) =>
      moveSheet(tx, { sheet, to, reason, seen, text, userId, now, newId }),
  }),

  /** `file`: null where the photograph stays, with other words. */
  'useCaseSheet.putPhoto': operation({
    input: OfSheet.extend({ file: Drawn.nullable(), alt: Said, caption: Said, credit: Said }).transform(
      ({ sheetId, file, ...typed }, context) => ({
        ...{ sheetId, file },
        words: readForm(parsePhotoWords)(typed, context),
      }),
    ),
    right: writingSheet,
    refusals: { 'file.missing': 'file' },
    async run({ tx, by: userId, sheet, now }, { file, words }) {
      const last = file ? null : await findSheetPhoto(tx, sheet.id);
      const shown = file ?? (last && { id: last.fileId });
      return shown ? putSheetPhoto(tx, { sheet, file: shown, words, userId, now }) : fail('file.missing');
    },
  }),

  'useCaseSheet.removePhoto': operation({
    input: OfSheet,
    right: writingSheet,
    refusals: {},
    run: ({ tx, sheet, now }) => setPhotoRemoved(tx, { sheetId: sheet.id, isRemoved: true, now }),
  }),

  'useCaseSheet.restorePhoto': operation({
    input: OfSheet,
    right: writingSheet,
    refusals: {},
    run: ({ tx, sheet, now }) => setPhotoRemoved(tx, { sheetId: sheet.id, isRemoved: false, now }),
  }),

  'useCaseSheet.addExperiment': operation({
    input: OfSheet.extend({ experiment: chosenId('useCaseSheet.experimentMissing') }),
    right: writingBoth,
    refusals: { 'useCaseSheet.exists': '' },
    run: ({ tx, by: userId, sheet, now, newId }, { experiment: experimentId }) =>
      addExperiment(tx, { sheet, experimentId, userId, now, newId }),
  }),

  'useCaseSheet.removeExperiment': operation({
    input: OfSheet.extend({ experiment: Id }),
    right: writingBoth,
    refusals: { 'useCaseSheet.lastExperiment': '' },
    run: ({ tx, by: userId, sheet, now }, { experiment: experimentId }) =>
      removeExperiment(tx, { sheet, experimentId, userId, now }),
  }),
};
