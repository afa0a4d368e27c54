import { z } from 'zod';
import { answerRound } from '#db/reviews/review-answers.ts';
import { findRound } from '#db/reviews/review-lists.ts';
import { keepSignedFile } from '#db/reviews/review-proof.ts';
import { withdrawRound } from '#db/reviews/review-rounds.ts';
import { Id, oneOf, read, Ticked } from '#shared/kernel/input.ts';
import { ok } from '#shared/kernel/result.ts';
import { SentSeq } from '#shared/kernel/sent-values.ts';
import {
  parseDeadline,
  parseQuestions,
  parseQuorum,
  parseWithdrawal,
  REVIEW_ANSWERS,
} from '#shared/reviews/review.ts';
import { SIGNED_FORMATS } from '#shared/reviews/signed-formats.ts';
import { operation } from '../kernel/operation.ts';
import { openReview, SubmittedText } from './open-review.ts';
import { outcomeLetter } from './review-letters.ts';
import { holdingReviews, holdingRound, readingRound } from './review-rights.ts';

const OfRound = z.object({ roundId: Id });
const OrganisationId = z.string().max(64);

/** [RV2] [RV3] [RV4] [RV5] [RV8] [RV12] Rounds in which organisations answer about an exact text. */
export const reviewOperations = {
  /** `text` is what the document says now; `replaces` the round that is open and ends by this one. */
  'review.open': operation({
    input: z.object({
      documentId: Id,
      text: SubmittedText,
      organisations: z.array(OrganisationId).max(1_000),
      deadline: read(parseDeadline),
      quorum: read(parseQuorum),
      questions: read(parseQuestions),
      replaces: z.string().max(64),
    }),
    right: holdingReviews,
    refusals: {
      'review.documentEmpty': '',
      'review.nobodyAsked': 'organisations',
      'review.tooManyAsked': 'organisations',
      'review.organisationCannotAnswer': 'organisations',
      'review.deadlinePast': 'deadline',
      'review.deadlineTooFar': 'deadline',
      'review.quorumInvalid': 'quorum',
      'review.alreadyOpen': 'replaces',
    },
    run: (act, { documentId: id, organisations: organisationIds, replaces, ...asked }) =>
      openReview(act, {
        ...asked,
        document: { id, groupId: act.document.group.id },
        organisationIds,
        replaces: replaces || null,
      }),
  }),

  /** [O7] For the organisation of whoever answers, about the text with this fingerprint, after the line that they have seen. */
  'review.answer': operation({
    input: OfRound.extend({
      organisation: OrganisationId,
      sha256: z.string().max(64),
      seen: SentSeq,
      answer: oneOf(REVIEW_ANSWERS, 'review.answerMissing'),
      reason: z.string().max(20_000),
      confirmed: Ticked.refine((isTicked) => isTicked, 'review.unconfirmed'),
    }),
    right: readingRound,
    refusals: {
      'review.otherOrganisation': '',
      'review.notAsked': '',
      'review.mayNotAnswer': '',
      'review.replaced': '',
      'review.withdrawn': '',
      'review.deadlinePassed': '',
      'review.closed': '',
      'review.otherText': '',
      'review.reasonMissing': 'reason',
      'review.reasonTooLong': 'reason',
      'review.sameAnswer': '',
      'review.answeredMeanwhile': '',
      'signatory.unconfirmed': '',
    },
    async run({ tx, by, now, newId, mail, link }, { organisation, confirmed: _, ...given }) {
      const ids = { activityId: newId(), closingId: newId() };
      const answered = await answerRound(tx, { ...given, ...ids, organisationId: organisation, by, now });
      const round = answered.ok && answered.value.isClosed ? await findRound(tx, given.roundId) : null;
      const outcome = round && (await outcomeLetter(tx, round, link));
      if (outcome) await mail(outcome.to, outcome.letter);
      return answered;
    },
  }),

  'review.withdraw': operation({
    input: OfRound.extend({ withdrawn: read(parseWithdrawal) }),
    right: holdingRound,
    refusals: { 'review.notOpen': '' },
    run: ({ tx, by, now, newId }, { roundId, withdrawn: reason }) =>
      withdrawRound(tx, { roundId, reason, by, now, activityId: newId() }),
  }),

  /** Notes the bytes in which the text of a round leaves with its answers, for whoever reads it. */
  'review.noteFile': operation({
    input: OfRound.extend({ sha256: z.string().length(64), format: z.enum(SIGNED_FORMATS) }),
    right: readingRound,
    refusals: {},
    run: async ({ tx, by, now: madeAt }, file) => ok(await keepSignedFile(tx, { ...file, madeAt, by })),
  }),
};
