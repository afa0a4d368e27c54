import { z } from 'zod';
import { keepVisa, prepareVisa } from '#db/publication/sheet/use-case-sheet-visas.ts';
import { Id, read } from '#shared/kernel/input.ts';
import { fail } from '#shared/kernel/result.ts';
import { sheetVisa as words } from '#shared/publication/sheet/sheet-visa.fr.ts';
import { VISA_KINDS } from '#shared/publication/sheet/visa.ts';
import { parseDeadline } from '#shared/reviews/review.ts';
import { sha256Of } from '../../documents/history/exact-texts.ts';
import { operation } from '../../kernel/operation.ts';
import { openReview, SubmittedText } from '../../reviews/open-review.ts';
import { writingSheet } from './sheet-rights.ts';

/** [US7] Visas of sheets: review rounds, whose questions say what is approved with the text. */
export const visaOperations = {
  'visa.ask': operation({
    input: z.object({
      sheetId: Id,
      text: SubmittedText,
      kind: z.enum(VISA_KINDS),
      deadline: read(parseDeadline),
    }),
    right: writingSheet,
    refusals: {
      'useCaseSheet.visaTooEarly': '',
      'useCaseSheet.incomplete': '',
      'useCaseSheet.visaAsked': '',
      'useCaseSheet.visaCityFirst': '',
      'useCaseSheet.visaGiven': '',
      'useCaseSheet.experimentNotFound': '',
      'useCaseSheet.cityCannotAnswer': '',
      'useCaseSheet.publisherCannotAnswer': '',
      'review.documentEmpty': '',
      'review.nobodyAsked': '',
      'review.tooManyAsked': '',
      'review.organisationCannotAnswer': '',
      'review.deadlinePast': 'deadline',
      'review.deadlineTooFar': 'deadline',
      'review.quorumInvalid': '',
    },
    async run(act, { kind, text, deadline, sheetId }) {
      const { tx, by, now, newId, sheet } = act;
      const sha256 = sha256Of(text.exactText);
      const prepared = await prepareVisa(tx, { sheetId, kind, sha256, newId, userId: by, now });
      if (!prepared.ok) return prepared;
      const { organisationIds, presented, replaces } = prepared.value;
      const questions = words.questions(kind, presented);
      const quorum = organisationIds.length;
      const opened = await openReview(act, {
        document: { id: sheet.documentId, groupId: sheet.groupId },
        ...{ text, deadline, organisationIds, questions, quorum, replaces },
      });
      if (!opened.ok)
        // A review of the document that asks for no visa: this form has none to replace, which is what the review’s own sentence offers.
        return opened.error === 'review.alreadyOpen' ? fail('useCaseSheet.visaAsked') : fail(opened.error);
      await keepVisa(tx, { roundId: opened.value.roundId, sheetId, kind, presented });
      return opened;
    },
  }),
};
