import { expect, test } from 'vitest';
import {
  type AnswerLine,
  checkAnswer,
  checkRound,
  type GivenAnswer,
  haveAllAnswered,
  isRoundOpen,
  outcomeOf,
  parseQuestions,
  type RoundState,
  standingAnswers,
} from '#shared/reviews/review.ts';

const now = new Date('2023-03-14T09:00:00Z');
const later = new Date('2023-03-20T17:00:00Z');
const [bdt, odf, guise] = ['bdt', 'odf', 'guise'].map((id) => ({ id, name: id.toUpperCase() })) as [
  { id: string; name: string },
  { id: string; name: string },
  { id: string; name: string },
];

const line = (
  number: number,
  organisationId: string,
  answer: AnswerLine['answer'],
  reason = '',
): AnswerLine => ({
  number,
  organisationId,
  answer,
  reason,
  basis: null,
  at: now,
});

const round = (answers: readonly AnswerLine[] = [], changed: Partial<RoundState> = {}): RoundState => ({
  deadline: later,
  quorum: 2,
  closedAt: null,
  ending: null,
  asked: [bdt, odf, guise],
  answers,
  ...changed,
});

test('[RV3] questions are one a line, ten at most, 500 characters each', () => {
  expect(parseQuestions(' Le ton ?\r\n\n  Les  chiffres ? ')).toEqual({
    ok: true,
    value: ['Le ton ?', 'Les chiffres ?'],
  });
  expect(parseQuestions('a\n'.repeat(11))).toEqual({ ok: false, error: 'review.questionsTooMany' });
  expect(parseQuestions('a'.repeat(501))).toEqual({ ok: false, error: 'review.questionTooLong' });
});

test('[RV3] a round asks organisations that can answer, ends later and within a year, and its quorum can be reached', () => {
  const asking = { questions: [], deadline: later, organisationIds: ['bdt', 'odf', 'bdt'], quorum: 2 };
  const around = { now, canAnswer: ['bdt', 'odf'] };
  expect(checkRound(asking, around)).toEqual({ ok: true, value: ['bdt', 'odf'] });
  const refusal = (changed: Partial<typeof asking>) => {
    const checked = checkRound({ ...asking, ...changed }, around);
    return checked.ok ? null : checked.error;
  };
  expect(refusal({ organisationIds: [] })).toBe('review.nobodyAsked');
  expect(refusal({ organisationIds: ['guise'] })).toBe('review.organisationCannotAnswer');
  expect(refusal({ deadline: now })).toBe('review.deadlinePast');
  expect(refusal({ deadline: new Date('2025-01-01T00:00:00Z') })).toBe('review.deadlineTooFar');
  for (const quorum of [0, 3, 1.5, Number.NaN]) expect(refusal({ quorum })).toBe('review.quorumInvalid');
  expect(refusal({ organisationIds: Array.from({ length: 61 }, (_, index) => `${index}`) })).toBe(
    'review.tooManyAsked',
  );
});

test('[RV5] the last line of an organisation counts; who said nothing is silent, and answers of others count for nothing', () => {
  const answers = [line(3, 'bdt', 'approve'), line(1, 'bdt', 'refuse', 'Non'), line(2, 'vervins', 'approve')];
  expect(standingAnswers(round(answers)).map(({ answer }) => answer?.answer ?? null)).toEqual([
    'approve',
    null,
    null,
  ]);
});

test('[RV7] too few answers are no quorum, one refusal is no approval, a reservation does not prevent it', () => {
  expect(outcomeOf(round([line(1, 'bdt', 'approve')]))).toBe('noQuorum');
  expect(outcomeOf(round([line(1, 'bdt', 'refuse', 'Non')]))).toBe('noQuorum');
  expect(outcomeOf(round([line(1, 'bdt', 'approve'), line(2, 'odf', 'approveWithReservation', 'Si')]))).toBe(
    'approved',
  );
  expect(outcomeOf(round([line(1, 'bdt', 'approve'), line(2, 'odf', 'refuse', 'Non')]))).toBe('notApproved');
  expect(haveAllAnswered(round([line(1, 'bdt', 'approve'), line(2, 'odf', 'approve')]))).toBe(false);
  expect(
    haveAllAnswered(round(['bdt', 'odf', 'guise'].map((id, index) => line(index + 1, id, 'approve')))),
  ).toBe(true);
});

test('[RV6] at its deadline a round is over, whether or not anybody noted it', () => {
  expect(isRoundOpen(round(), now)).toBe(true);
  expect(isRoundOpen(round(), later)).toBe(false);
  expect(isRoundOpen(round([], { closedAt: now }), now)).toBe(false);
});

test('[RV4] [RV5] [RV6] each wrong answer is refused for its own reason', () => {
  const given: GivenAnswer = { organisationId: 'bdt', answer: 'approve', reason: '', sha256: 'a', seen: 0 };
  const around = { round: round(), text: 'a', ownOrganisationId: 'bdt', mayAnswer: true, now };
  const refusal = (changed: Partial<GivenAnswer>, other: Partial<Parameters<typeof checkAnswer>[1]> = {}) => {
    const checked = checkAnswer({ ...given, ...changed }, { ...around, ...other });
    return checked.ok ? null : checked.error;
  };
  expect(checkAnswer({ ...given, reason: ' Bien \r\n vu ' }, around)).toEqual({
    ok: true,
    value: 'Bien \n vu',
  });
  expect(refusal({}, { ownOrganisationId: 'odf' })).toBe('review.otherOrganisation');
  expect(refusal({}, { ownOrganisationId: null })).toBe('review.otherOrganisation');
  expect(refusal({ organisationId: 'vervins' }, { ownOrganisationId: 'vervins' })).toBe('review.notAsked');
  expect(refusal({}, { mayAnswer: false })).toBe('review.mayNotAnswer');
  expect(refusal({}, { now: later })).toBe('review.deadlinePassed');
  expect(refusal({}, { round: round([], { closedAt: now, ending: 'replaced' }) })).toBe('review.replaced');
  expect(refusal({}, { round: round([], { closedAt: now, ending: 'withdrawn' }) })).toBe('review.withdrawn');
  expect(refusal({}, { round: round([], { closedAt: now, ending: 'allAnswered' }) })).toBe('review.closed');
  expect(refusal({ sha256: 'b' })).toBe('review.otherText');
  expect(refusal({ answer: 'refuse' })).toBe('review.reasonMissing');
  expect(refusal({ answer: 'approveWithReservation', reason: ' \n ' })).toBe('review.reasonMissing');
  expect(refusal({ reason: 'a'.repeat(2001) })).toBe('review.reasonTooLong');
  const answered = round([line(4, 'bdt', 'approve')]);
  expect(refusal({ seen: 4 }, { round: answered })).toBe('review.sameAnswer');
  expect(refusal({ answer: 'refuse', reason: 'Non' }, { round: answered })).toBe('review.answeredMeanwhile');
  expect(refusal({ answer: 'refuse', reason: 'Non', seen: 4 }, { round: answered })).toBeNull();
});
