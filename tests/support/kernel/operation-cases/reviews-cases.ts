import { type Cases, COORDINATION, FACILITATORS, type TriedWorld } from './operation-case.ts';
import { TRIED_TEXT } from './reviews-world.ts';

/** Whoever reads the document of a round, which all of the group and of the platform see. */
const READERS = ['observer', 'contributor', ...FACILITATORS] as const;
/** Whoever organises a document of the group. */
const ORGANISERS = ['contributor', ...FACILITATORS] as const;
const ASKED = { text: TRIED_TEXT, deadline: '2023-03-20T12:00' };
const inRound = ({ reviews: { roundId } }: TriedWorld) => ({ roundId });

/** Operations of reviews, and of the visas that are asked for by them. */
export const reviewsCases: Cases<`review.${'open' | 'answer' | 'withdraw' | 'noteFile'}` | 'visa.ask'> = {
  'review.open': {
    input: ({ organisationId, reviews: { documentId, roundId } }) => ({
      ...{ ...ASKED, documentId, organisations: [organisationId] },
      ...{ quorum: '1', questions: '', replaces: roundId },
    }),
    allowed: ORGANISERS,
  },
  // What an organisation answers is for its signatories: `tests/db/reviews/review-signatories.test.ts`. Readers are told so.
  'review.answer': {
    input: (world) => ({
      ...{ ...inRound(world), organisation: world.organisationId, sha256: '', seen: 0 },
      ...{ answer: 'approve', reason: '', confirmed: 'oui' },
    }),
    allowed: READERS,
  },
  'review.withdraw': {
    input: (world) => ({ ...inRound(world), withdrawn: 'Relu trop tôt' }),
    allowed: ORGANISERS,
  },
  'review.noteFile': {
    input: (world) => ({ ...inRound(world), sha256: 'a'.repeat(64), format: 'pdf' }),
    allowed: READERS,
  },
  // Of a city that leads the experiment, and the coordination.
  'visa.ask': {
    input: ({ reviews: { sheetId } }) => ({ ...ASKED, sheetId, kind: 'city' }),
    allowed: ['organisationAdmin', ...COORDINATION],
  },
};
