import { z } from 'zod';
import { linkWrittenFiles } from '#db/documents/file/file-links.ts';
import { findInterview } from '#db/publication/interview/published-interviews.ts';
import {
  type PublishedState,
  publish,
  setIndexed,
  setWithdrawn,
} from '#db/publication/public-document/publications.ts';
import { findSheetIdOfDocument } from '#db/publication/sheet/use-case-sheets.ts';
import { isWhole } from '#db/publication/synthesis/synthesis-whole.ts';
import { Id, Ticked } from '#shared/kernel/input.ts';
import { fail, failAll } from '#shared/kernel/result.ts';
import { isEmptyState } from '#shared/publication/public-document/publication.ts';
import { changeOf, type InDocument, inDocument } from '../../documents/document-rights.ts';
import { WrittenFiles } from '../../documents/written-files.ts';
import { operation, type Right } from '../../kernel/operation.ts';

const OfDocument = z.object({ documentId: Id });

/**
 * Whoever organises the document of the input, if it is published here: the text of a sheet [US5], the whole of a synthesis [SY11] and an
 * interview [IV1] are published by what they are, and no other way.
 */
const organising: Right<{ readonly documentId: string }, InDocument> = async (act, asker, input) => {
  const found = await inDocument('document.organise')(act, asker, input);
  if (!found.ok) return found;
  const { tx } = act;
  const { documentId } = input;
  const hasItsOwnWay =
    (await findSheetIdOfDocument(tx, documentId)) !== null ||
    (await isWhole(tx, documentId)) ||
    (await findInterview(tx, documentId)) !== null;
  return hasItsOwnWay ? fail('access.forbidden') : found;
};

/** [C9] [C11] [C12] What the public reads of a document. */
export const publicationOperations = {
  /** `state` and `written`: what the door read in the live room. */
  'publication.publish': operation({
    input: OfDocument.extend({
      state: z.custom<PublishedState>((state) => typeof state === 'object'),
      written: WrittenFiles,
    }),
    right: organising,
    refusals: { 'publication.empty': 'content' },
    async run(act, { state, written }) {
      if (isEmptyState(state)) return failAll({ content: 'publication.empty' });
      const { tx, document, now } = act;
      await linkWrittenFiles(tx, { holder: { kind: 'document', id: document.id }, written, now });
      return publish(tx, { ...changeOf(act), ...state });
    },
  }),

  'publication.withdraw': operation({
    input: OfDocument,
    right: organising,
    refusals: {},
    run: (act) => setWithdrawn(act.tx, { ...changeOf(act), isWithdrawn: true }),
  }),

  'publication.restore': operation({
    input: OfDocument,
    right: organising,
    refusals: {},
    run: (act) => setWithdrawn(act.tx, { ...changeOf(act), isWithdrawn: false }),
  }),

  /** May search engines keep it? */
  'publication.setIndexed': operation({
    input: OfDocument.extend({ isIndexed: Ticked }),
    right: organising,
    refusals: {},
    run: (act, { isIndexed }) => setIndexed(act.tx, { ...changeOf(act), isIndexed }),
  }),
};
