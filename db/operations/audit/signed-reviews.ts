import { documents } from '../../documents/schema.ts';
import { publishedInterviewConsents } from '../../publication/interview/schema.ts';
import { useCaseSheetVisas } from '../../publication/sheet/visa-schema.ts';
import {
  exactTexts,
  reviewAnswers,
  reviewOrganisations,
  reviewRounds,
  signedFiles,
} from '../../reviews/schema.ts';
import { added, addedSince, is, listed, print, signedKind } from './signed-kind.ts';

/** [RV3] [RV6] A round: what it asked, of whom no answer is missing, and how it ended. */
export const reviewRound = signedKind({
  table: reviewRounds,
  speaksFor: 'person',
  columns: {
    id: 'key',
    documentId: 'document',
    exactTextId: 'text',
    number: 'number',
    questions: 'questions',
    deadline: 'deadline',
    quorum: 'quorum',
    openedBy: 'opener',
    openedAt: 'opening',
    closedAt: 'closing',
    ending: 'ending',
    outcome: 'outcome',
    withdrawnFor: 'reason',
  },
  actions: ['review.opened', 'review.closed'],
  tell: ({ action, at, actorId, subjectId, said }) => [
    {
      key: [said.round],
      facts:
        action === 'review.closed'
          ? {
              closing: is(at),
              ending: is(said.ending),
              outcome: is(said.outcome),
              reason: is(said.reason ?? null),
            }
          : {
              document: is(subjectId),
              text: is(said.textId),
              number: is(said.number),
              questions: is(said.questions),
              deadline: is(said.deadline),
              quorum: is(said.quorum),
              opener: is(actorId),
              opening: is(at),
              closing: is(null),
              ending: is(null),
              outcome: is(null),
              reason: is(null),
            },
    },
  ],
  untold: added,
});

export const reviewOrganisation = signedKind({
  table: reviewOrganisations,
  speaksFor: 'person',
  columns: { roundId: 'key', organisationId: 'key', name: 'name' },
  actions: ['review.opened'],
  tell: ({ said }) =>
    listed(said.organisations).map(({ id, name }) => ({ key: [said.round, id], facts: { name: is(name) } })),
  untold: added,
});

export const reviewAnswer = signedKind({
  table: reviewAnswers,
  speaksFor: 'organisation',
  columns: {
    roundId: 'key',
    number: 'key',
    organisationId: 'organisation',
    answer: 'answer',
    reason: 'reason',
    sha256: 'text',
    answeredBy: 'signer',
    basis: 'basis',
    at: 'day',
  },
  actions: ['review.answered'],
  tell: ({ at, actorId, said }) => [
    {
      key: [said.round, said.number],
      facts: {
        organisation: is(said.organisation),
        answer: is(said.answer),
        reason: is(said.reason),
        text: is(said.sha256),
        signer: is(actorId),
        // Lines of before there were signatories say nothing of one, and their answers have none.
        basis: said.basis === undefined ? is(null) : print(said.basis),
        day: is(at),
      },
    },
  ],
  untold: added,
});

/** [RV1] A text on which a round was opened: its words have the fingerprint that was signed. Others were signed by nobody. */
export const exactText = signedKind({
  table: exactTexts,
  speaksFor: 'person',
  columns: {
    id: 'text',
    documentId: 'key',
    title: 'title',
    seq: 'origin',
    exactText: 'words',
    sha256: 'key',
    writers: 'origin',
    submittedBy: 'origin',
    submittedAt: 'origin',
  },
  actions: ['review.opened'],
  tell: ({ subjectId, subjectName, said }) => [
    {
      key: [subjectId, said.sha256],
      facts: {
        text: is(said.textId),
        title: is(subjectName),
        words: print(said.sha256),
        origin: print(said.textOrigin),
      },
    },
  ],
  untold: () => 'unsigned',
});

export const signedFile = signedKind({
  table: signedFiles,
  speaksFor: 'person',
  columns: { roundId: 'key', sha256: 'key', format: 'format', madeAt: 'day' },
  actions: ['review.fileLeft'],
  tell: ({ at, said }) => [
    { key: [said.round, said.sha256], facts: { format: is(said.format), day: is(at) } },
  ],
  untold: ({ madeAt }, since) => addedSince(madeAt, since),
});

export const visa = signedKind({
  table: useCaseSheetVisas,
  speaksFor: 'person',
  columns: { roundId: 'key', sheetId: 'sheet', kind: 'kind', presented: 'presented' },
  actions: ['review.visaAsked'],
  tell: ({ said }) => [
    {
      key: [said.round],
      facts: { sheet: is(said.sheet), kind: is(said.kind), presented: print(said.presented) },
    },
  ],
  // It has no day of its own.
  untold: () => 'older',
});

/** [IV2] [IV3] What a person who was interviewed consented to, or took back. */
export const consent = signedKind({
  table: publishedInterviewConsents,
  speaksFor: 'person',
  columns: {
    documentId: 'key',
    rank: 'key',
    isGiven: 'answer',
    givenBy: 'consent',
    givenOn: 'consent',
    means: 'consent',
    coversImages: 'consent',
    sha256: 'text',
    presented: 'presented',
    notedBy: 'signer',
    at: 'day',
  },
  actions: ['document.consentNoted'],
  tell: ({ at, actorId, subjectId, said }) => [
    {
      key: [subjectId, said.rank],
      parentId: subjectId,
      facts: {
        answer: is(said.isGiven),
        consent: print(said.consent),
        text: is(said.sha256),
        presented: print(said.presented),
        signer: is(actorId),
        day: is(at),
      },
    },
  ],
  untold: ({ at }, since) => addedSince(at, since),
  goesWith: documents,
});
