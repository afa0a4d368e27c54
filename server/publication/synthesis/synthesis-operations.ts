import { z } from 'zod';
import { copyFileLinks } from '#db/documents/file/file-links.ts';
import {
  publishSynthesis,
  type WholeToPublish,
  withdrawSynthesis,
} from '#db/publication/synthesis/public-syntheses.ts';
import { beginSynthesis, editSynthesis } from '#db/publication/synthesis/syntheses.ts';
import { addChapter, setChapterRemoved, shiftChapter } from '#db/publication/synthesis/synthesis-chapters.ts';
import { openWhole, recordAssembly } from '#db/publication/synthesis/synthesis-whole.ts';
import { chosenId, Id, read } from '#shared/kernel/input.ts';
import { ok } from '#shared/kernel/result.ts';
import { parseTitle } from '#shared/kernel/title.ts';
import type { AssembledChapter } from '#shared/publication/synthesis/assembly.ts';
import { parseDue, parseWholeDue } from '#shared/publication/synthesis/chapter.ts';
import { roomOf } from '../../documents/document-rights.ts';
import { type Act, operation } from '../../kernel/operation.ts';
import { managingSyntheses, managingSynthesis, type OnSynthesis } from './synthesis-rights.ts';

const OfSynthesis = z.object({ synthesisId: Id });
const OfChapter = OfSynthesis.extend({ chapter: Id });
const Settings = z.object({ title: read(parseTitle), due: read(parseWholeDue) });

/** [SY1] [SY2] [SY5] [SY8] [SY11] The synthesis of a season, its chapters in their order, and the whole that they make. */
export const synthesisOperations = {
  'synthesis.begin': operation({
    input: z.object({ seasonId: Id, group: chosenId('synthesis.groupMissing') }).extend(Settings.shape),
    right: managingSyntheses,
    refusals: { 'synthesis.groupMissing': 'group', 'synthesis.exists': '' },
    run: ({ tx, by, now, newId }, { seasonId, group: groupId, title, due: dueOn }) =>
      beginSynthesis(tx, { synthesisId: newId(), seasonId, groupId, title, dueOn, userId: by, now }),
  }),

  'synthesis.edit': operation({
    input: OfSynthesis.extend(Settings.shape),
    right: managingSynthesis,
    refusals: {},
    run: (act, { title, due: dueOn }) => editSynthesis(act.tx, { ...changeOf(act), title, dueOn }),
  }),

  /** `owner`: empty for nobody yet. */
  'synthesis.addChapter': operation({
    input: OfSynthesis.extend({
      chapterTitle: read(parseTitle),
      owner: z.string().max(64),
      chapterDue: read(parseDue),
    }),
    right: managingSynthesis,
    refusals: {
      'synthesis.ownerNotFound': 'owner',
      'synthesis.tooManyChapters': '',
      'title.empty': 'chapterTitle',
      'title.tooLong': 'chapterTitle',
    },
    run: (act, { chapterTitle: title, owner: ownerId, chapterDue: dueOn }) => {
      const { newId } = act;
      const ids = { chapterId: newId(), documentId: newId(), newId };
      return addChapter(act.tx, { ...changeOf(act), ...ids, title, ownerId, dueOn });
    },
  }),

  'synthesis.shiftChapter': operation({
    input: OfChapter.extend({ places: z.union([z.literal(-1), z.literal(1)]) }),
    right: managingSynthesis,
    refusals: {},
    run: (act, { chapter: chapterId, places: by }) =>
      shiftChapter(act.tx, { ...changeOf(act), chapterId, by }),
  }),

  'synthesis.removeChapter': operation({
    input: OfChapter,
    right: managingSynthesis,
    refusals: { 'synthesis.tooManyChapters': '' },
    run: (act, { chapter: chapterId }) =>
      setChapterRemoved(act.tx, { ...changeOf(act), chapterId, isRemoved: true }),
  }),

  'synthesis.putChapterBack': operation({
    input: OfChapter,
    right: managingSynthesis,
    refusals: { 'synthesis.tooManyChapters': '' },
    run: (act, { chapter: chapterId }) =>
      setChapterRemoved(act.tx, { ...changeOf(act), chapterId, isRemoved: false }),
  }),

  /** [SY8] Before `synthesis-assembly.ts` writes it: its document, and the chapters that go into it. */
  'synthesis.openWhole': operation({
    input: OfSynthesis.extend({ isConfirmed: z.boolean() }),
    right: managingSynthesis,
    refusals: {
      'synthesis.empty': '',
      'synthesis.textInTrash': '',
      'synthesis.notApproved': 'anyway',
    },
    run: (act, { isConfirmed }) => {
      const { newId } = act;
      return openWhole(act.tx, { ...changeOf(act), documentId: newId(), isConfirmed, newId });
    },
  }),

  /** [SY8] After it: from what it was assembled, and the files that it shows since. */
  'synthesis.recordAssembly': operation({
    input: OfSynthesis.extend({
      documentId: Id,
      chapters: z.array(z.custom<AssembledChapter>()),
      from: z.array(Id),
      fileIds: z.array(Id),
    }),
    right: managingSynthesis,
    refusals: {},
    async run(act, { documentId, chapters, from, fileIds }) {
      await copyFileLinks(act.tx, { from, to: documentId, fileIds });
      await recordAssembly(act.tx, { ...changeOf(act), chapters });
      act.after.recheck({ room: roomOf(documentId) });
      return ok();
    },
  }),

  /** `text`: what the door read in the live room; null while it is being changed. */
  'synthesis.publish': operation({
    input: OfSynthesis.extend({ text: z.custom<WholeToPublish | null>((text) => typeof text === 'object') }),
    right: managingSynthesis,
    refusals: { 'synthesis.notSigned': '', 'synthesis.otherThanSigned': '' },
    run: (act, { text }) => publishSynthesis(act.tx, { ...changeOf(act), text, newId: act.newId }),
  }),

  'synthesis.withdraw': operation({
    input: OfSynthesis,
    right: managingSynthesis,
    refusals: { 'synthesis.notPublic': '' },
    run: (act) => withdrawSynthesis(act.tx, { ...changeOf(act), newId: act.newId }),
  }),
};

function changeOf({ synthesis, by, now }: Act & OnSynthesis) {
  return { synthesis, userId: by, now };
}
